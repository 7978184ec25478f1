import type { Span } from '../model';
import type { Offsets } from '../text/offsets';
import { offsets } from '../text/offsets';
import { noteMarkAt } from './matching';
import type { BlockClaims, SentenceClaims } from './statement-blocks';
import type { Claim } from './statement-claims';
import type { TimeMark } from './statement-times';

/** [1], 〔12〕, 【3】 or ①; what is only built so is looked at by {@link noteMarkAt}. */
const MARK = /[[〔【]\d{1,3}[\]〕】]|[①-⑳㉑-㉟㊱-㊿]/;

/**
 * Reads a paragraph as if the marks that lead to notes were not there, so that none is taken into a name
 * (地区生产总值[1]完成…). Every offset of the result points into the paragraph with its marks.
 */
export function readWithoutNotes(text: string, read: (text: string) => BlockClaims): BlockClaims {
  if (!MARK.test(text)) return read(text);
  const at = offsets(text.length);
  let plain = '';
  let from = 0;
  let length = 0;
  for (let i = 0; i < text.length;) {
    const mark = noteMarkAt(text, i);
    if (mark === null) {
      at[length++] = i++;
      continue;
    }
    plain += text.slice(from, i);
    i += mark.length;
    from = i;
  }
  at[length] = text.length;
  return { sentences: sentencesAt(read(plain + text.slice(from)), at) };
}

/**
 * The sentences of a text that was made of another, with offsets into that other; `at` is where each character of the
 * one stands in the other, `column` the column of a table they were read from.
 */
export function sentencesAt({ sentences }: BlockClaims, at: Offsets, column: number | null = null): SentenceClaims[] {
  return sentences.map((sentence) => sentenceIn(sentence, at, column));
}

function sentenceIn(sentence: SentenceClaims, at: Offsets, column: number | null): SentenceClaims {
  const all = (claims: readonly Claim[]): readonly Claim[] => claims.map((claim) => claimIn(claim, at));
  const { goal, opening } = sentence;
  return {
    ...spanIn(sentence, at),
    claims: all(sentence.claims),
    get all() {
      return all(sentence.all);
    },
    get promised() {
      return all(sentence.promised);
    },
    goal: goal === null ? null : { ...goal, end: endIn(goal.end, at) },
    adds: sentence.adds,
    column: column ?? sentence.column,
    opening: opening === null ? null : timeIn(opening, at),
  };
}

function claimIn(claim: Claim, at: Offsets): Claim {
  return {
    ...claim,
    ...spanIn(claim, at),
    nameStart: startIn(claim.nameStart, at),
    nameEnd: endIn(claim.nameEnd, at),
    valueStart: startIn(claim.valueStart, at),
    valueEnd: endIn(claim.valueEnd, at),
    time: claim.time === null ? null : timeIn(claim.time, at),
    base: claim.base === null ? null : timeIn(claim.base, at),
  };
}

function timeIn(mark: TimeMark, at: Offsets): TimeMark {
  return { ...mark, ...spanIn(mark, at) };
}

function spanIn({ start, end }: Span, at: Offsets): Span {
  return { start: startIn(start, at), end: endIn(end, at) };
}

function startIn(offset: number, at: Offsets): number {
  return at[offset] ?? 0;
}

/** The end of what comes before it, so that a mark behind a stretch stays outside. */
function endIn(offset: number, at: Offsets): number {
  return offset === 0 ? 0 : (at[offset - 1] ?? 0) + 1;
}
