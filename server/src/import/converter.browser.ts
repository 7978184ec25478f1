import type { Converter } from './converter';

/**
 * A converter whose script is loaded into this worker when first needed.
 * @param script the address of the script; null where the client has none for us
 */
export function createScriptConverter(script: string | null): Converter {
  return (format, bytes, signal) => {
    if (script === null || format === 'pdf') return Promise.resolve({ kind: 'problem', problem: 'unavailable' });
    const place = globalThis as { policyDraftingConvert?: Converter };
    if (place.policyDraftingConvert === undefined) {
      try {
        // Workers of the classic kind load scripts in one step.
        (globalThis as unknown as { importScripts(url: string): void }).importScripts(script);
      } catch {
        return Promise.resolve({ kind: 'problem', problem: 'unavailable' });
      }
    }
    return (
      place.policyDraftingConvert?.(format, bytes, signal) ??
      Promise.resolve({ kind: 'problem', problem: 'unavailable' })
    );
  };
}
