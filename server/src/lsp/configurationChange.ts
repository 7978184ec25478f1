/**
 * Changes of a configuration that a quick fix offers. The file is compiled into the server and the client: the client
 * writes for itself, other editors get the edits from the server.
 */
import type { Edit } from 'jsonc-parser';
import { modify, parse } from 'jsonc-parser';
import type { ConfigurationChange } from './protocol';

/**
 * The edits (offsets in UTF-16 units) that put a change into the text of a `policy-drafting.json`; comments and form
 * stay. An empty text becomes a configuration. No edits where the change is there already or the text is no object.
 */
export function editsOfChange(text: string, change: ConfigurationChange): Edit[] {
  const empty = text.trim() === '';
  const current: unknown = empty ? {} : parse(text);
  if (!isObject(current)) return [];
  const options = {
    formattingOptions: {
      insertSpaces: true,
      tabSize: 2,
      insertFinalNewline: true,
      eol: text.includes('\r\n') ? '\r\n' : '\n',
    },
  };
  const base = empty ? '{}' : text;
  const edits = ((): Edit[] => {
    if (change.kind === 'off') {
      const before = isObject(current.rules) ? current.rules[change.rule] : undefined;
      return isOff(before) ? [] : modify(base, ['rules', change.rule], withLevelOff(before), options);
    }
    const terms = isObject(current.terms) ? current.terms[change.kind] : undefined;
    const list: readonly unknown[] = Array.isArray(terms) ? terms : [];
    if (list.includes(change.term)) return [];
    return list.length === 0
      ? modify(base, ['terms', change.kind], [change.term], options)
      : modify(base, ['terms', change.kind, list.length], change.term, { ...options, isArrayInsertion: true });
  })();
  if (!empty || edits.length === 0) return edits;
  return [{ offset: 0, length: text.length, content: `${JSON.stringify(valueOf(change), null, 2)}\n` }];
}

/** The value of `rules` in the settings with one rule turned off; its options stay. */
export function rulesWithout(rules: unknown, rule: string): Record<string, unknown> {
  const current = isObject(rules) ? rules : {};
  return { ...current, [rule]: withLevelOff(current[rule]) };
}

function valueOf(change: ConfigurationChange): object {
  return change.kind === 'off' ? { rules: { [change.rule]: 'off' } } : { terms: { [change.kind]: [change.term] } };
}

/** `["warning", { … }]` → `["off", { … }]` */
function withLevelOff(before: unknown): unknown {
  return Array.isArray(before) && before.length > 1 ? ['off', ...(before as unknown[]).slice(1)] : 'off';
}

function isOff(value: unknown): boolean {
  return value === 'off' || (Array.isArray(value) && value[0] === 'off');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
