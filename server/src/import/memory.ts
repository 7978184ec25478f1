import { hash } from '../core/text/hash';
import type { Converter } from './converter';
import type { Conversion } from './problems';

/** A converter for files by name: what has the bytes it had before is not converted again. */
export interface RememberingConverter {
  readonly convert: (name: string, ...request: Parameters<Converter>) => Promise<Conversion>;
  /** The file is gone. */
  readonly forget: (name: string) => void;
}

/** Remembers in memory alone, and for as long as the file is there: nothing of a report is kept elsewhere. */
export function createRememberingConverter(convert: Converter): RememberingConverter {
  const known = new Map<string, { readonly key: string; readonly conversion: Conversion }>();
  return {
    async convert(name, format, bytes, signal) {
      const key = `${format} ${String(bytes.length)} ${hash(bytes)}`;
      const before = known.get(name);
      if (before?.key === key) return before.conversion;
      const conversion = await convert(format, bytes, signal);
      // What took too long may have waited for something else.
      if (conversion.kind === 'text' || conversion.problem !== 'slow') known.set(name, { key, conversion });
      else known.delete(name);
      return conversion;
    },
    forget(name) {
      known.delete(name);
    },
  };
}
