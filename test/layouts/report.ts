import type { Axes } from './axes';
import { writeBack } from './back';
import { titlesOfParts, writeBody } from './body';
import { createDesk } from './desk';
import { writeFront } from './front';
import { writeTail } from './pages';
import type { Place } from './places';
import type { Random } from './random';
import type { Truth } from './truth';
import type { Line } from './writer';

/** A report in logical lines, before it is laid out, and what it says. */
export interface Draft {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly truth: Truth;
}

/** Writes a report with content and structure as the axes say; `thickness` above 1 makes it longer. */
export function composeReport(axes: Axes, place: Place, random: Random, thickness: number): Draft {
  const desk = createDesk(axes, place, random, thickness);
  const partTitles = titlesOfParts(desk);
  const identity = writeFront(desk, partTitles);
  writeBody(desk, partTitles);
  writeBack(desk);
  writeTail(axes, place, random, desk.line);
  const { headings, glossary, targets, results, open } = desk;
  const script = axes.script === 'traditional' ? 'traditional' : 'simplified';
  return {
    text: desk.writer.text(),
    lines: desk.writer.lines,
    truth: { ...identity, script, headings, glossary, targets, results, open },
  };
}
