import type { FaultKind } from '../fault';
import { entriesOf, gapOf, lineLike, renumbered } from '../glossary';

const numbering: FaultKind = {
  rule: 'glossary-numbering',
  variants: {
    gap: (host, random) => {
      const entries = entriesOf(host);
      if (entries.length < 3) return null;
      return { edits: renumbered(entries, random.int(1, entries.length - 1), random.int(1, 2)) };
    },
    repeat: (host, random) => {
      const entries = entriesOf(host);
      const entry = entries[random.int(1, entries.length - 1)];
      return entry === undefined ? null : { edits: [{ ...entry.numberPlace, text: String(entry.number - 1) }] };
    },
    'repeat and on': (host, random) => {
      const entries = entriesOf(host);
      return entries.length < 3 ? null : { edits: renumbered(entries, random.int(1, entries.length - 1), -1) };
    },
    'two swapped': (host, random) => {
      const entries = entriesOf(host);
      const at = random.int(0, entries.length - 2);
      const [one, other] = [entries[at], entries[at + 1]];
      if (one === undefined || other === undefined) return null;
      return {
        edits: [
          { ...one.numberPlace, text: String(other.number) },
          { ...other.numberPlace, text: String(one.number) },
        ],
      };
    },
    'a digit mistyped': (host, random) => {
      const entries = entriesOf(host);
      const entry = entries[random.int(1, entries.length - 2)];
      return entry === undefined ? null : { edits: [{ ...entry.numberPlace, text: String(entry.number + 20) }] };
    },
    'an entry lost': (host, random) => {
      const entries = entriesOf(host);
      const entry = entries[random.int(1, entries.length - 2)];
      if (entry === undefined) return null;
      return { edits: [{ start: entry.line.start, end: entry.line.end + gapOf(host, entries).length, text: '' }] };
    },
  },
  follows: ['term-undefined'],
};

const order: FaultKind = {
  rule: 'glossary-order',
  variants: {
    'an entry moved': (host, random) => {
      const entries = entriesOf(host);
      const from = random.int(0, entries.length - 1);
      const to = (from + random.int(2, entries.length - 2)) % entries.length;
      const moved = [...entries];
      moved.splice(to, 0, ...moved.splice(from, 1));
      return { edits: relaid(host, moved, entries) };
    },
    'two neighbours swapped': (host, random) => {
      const entries = entriesOf(host);
      const at = random.int(0, entries.length - 2);
      const moved = [...entries];
      moved.splice(at, 2, ...moved.slice(at, at + 2).reverse());
      return { edits: relaid(host, moved, entries) };
    },
    'the last one first': (host) => {
      const entries = entriesOf(host);
      const last = entries.at(-1);
      return last === undefined || !host.clean
        ? null
        : { edits: relaid(host, [last, ...entries.slice(0, -1)], entries) };
    },
  },
};

/** The lines of the glossary with the contents of `moved` under the numbers that stand there. */
function relaid(
  host: Parameters<typeof entriesOf>[0],
  moved: ReturnType<typeof entriesOf>,
  entries: ReturnType<typeof entriesOf>,
) {
  return entries.flatMap((entry, i) => {
    const other = moved[i];
    if (other === undefined || other === entry) return [];
    return [{ ...entry.line, text: lineLike(host, entry, entry.number, other.head, other.definition) }];
  });
}

const duplicate: FaultKind = {
  rule: 'glossary-duplicate',
  variants: {
    'copied to the end': (host, random) => {
      const entries = entriesOf(host);
      const last = entries.at(-1);
      const entry = entries[random.int(0, entries.length - 2)];
      if (last === undefined || entry === undefined) return null;
      const text = gapOf(host, entries) + lineLike(host, entry, last.number + 1, entry.head, entry.definition);
      return { edits: [{ start: last.line.end, end: last.line.end, text }], beside: [entry.line] };
    },
    'another definition': (host, random) => {
      const entries = entriesOf(host);
      const last = entries.at(-1);
      const entry = entries[random.int(0, entries.length - 2)];
      if (last === undefined || entry === undefined) return null;
      const definition = `${entry.definition.startsWith('是指') ? '是指' : entry.definition.startsWith('指') ? '指' : ''}各有关方面共同开展的一项工作。`;
      const text = gapOf(host, entries) + lineLike(host, entry, last.number + 1, entry.head, definition);
      return { edits: [{ start: last.line.end, end: last.line.end, text }], beside: [entry.line] };
    },
    'copied beside': (host, random) => {
      const entries = entriesOf(host);
      const at = random.int(1, entries.length - 1);
      const next = entries[at];
      const entry = entries[at - 1];
      if (next === undefined || entry === undefined) return null;
      const text = lineLike(host, entry, next.number, entry.head, entry.definition) + gapOf(host, entries);
      return {
        edits: [{ start: next.line.start, end: next.line.start, text }, ...renumbered(entries, at, 1)],
        beside: [entry.line],
      };
    },
  },
  follows: ['glossary-order'],
};

export const glossaryKinds: readonly FaultKind[] = [numbering, order, duplicate];
