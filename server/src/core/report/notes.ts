import { entryNumber } from './entries';
import type { Line } from './lines';
import { isTerminated } from './lines';

/** Notes that the source prints between the paragraphs of the body, as at the foot of a page: ① 三清零：指…. */
export interface Notes {
  /** Lines that open a note. */
  readonly starts: ReadonlySet<number>;
  /** All lines of notes. */
  readonly lines: ReadonlySet<number>;
}

/** Candidates that are looked at; hostile texts may consist of nothing else. */
const MOST = 300;

/**
 * Finds the notes between two lines. A note shows by its mark, which stands behind a word of the text as well, and by
 * its headword, which the text uses.
 */
export function findNotes(lines: readonly Line[], from: number, to: number): Notes {
  const starts = new Set<number>();
  const all = new Set<number>();
  let text: string | undefined;
  for (let i = from, tried = 0; i < to && tried < MOST; i++) {
    const line = lines[i];
    if (!line || line.furniture || line.mark > 0) continue;
    const note = readNote(line.text);
    if (note === null) continue;
    tried++;
    text ??= `\n${lines.map((one) => (one.furniture ? '' : one.text)).join('\n')}`.replace(/[“”‘’《》]/g, '');
    if (!isMarked(text, note.mark) || !isUsed(text, note.name)) continue;
    starts.add(i);
    all.add(i);
    for (let k = i + 1; k < Math.min(to, i + 8) && !isTerminated(lines[k - 1]?.text ?? ''); k++) {
      const next = lines[k];
      if (!next || next.furniture || next.mark > 0 || entryNumber(next.text) !== null) break;
      all.add(k);
    }
  }
  return { starts, lines: all };
}

/** ① 三清零：指…, [2]“一窗通办”：…, [^3]: …; the mark as the text would carry it, and the name without quotes. */
function readNote(text: string): { mark: string; name: string } | null {
  const number = entryNumber(text);
  if (number === null || !/^(?:circled|bracket|note)$/.test(number.style)) return null;
  const rest = text.slice(number.length, number.length + 44).replace(/^[：:]/, '');
  const name = /^([^：:，。；]{2,40}?)(?:[：:]|——|，?是?指(?![导标挥定数南期]))/.exec(rest)?.[1];
  if (name === undefined) return null;
  const mark = text.slice(0, number.length).replace(/[：:、.]$/, '');
  return { mark, name: name.replace(/[“”‘’《》]/g, '') };
}

/** Whether the mark stands inside a line somewhere. */
function isMarked(text: string, mark: string): boolean {
  for (let at = text.indexOf(mark), tried = 0; at >= 0 && tried < 40; at = text.indexOf(mark, at + 1), tried++)
    if (text[at - 1] !== '\n') return true;
  return false;
}

/** Whether the beginning of the name stands twice: where it is explained and where it is used. */
function isUsed(text: string, name: string): boolean {
  const core = name.slice(0, 4);
  const first = text.indexOf(core);
  return first >= 0 && text.includes(core, first + 1);
}
