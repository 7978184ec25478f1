import type { Report } from '../model';
import type { SentenceClaims } from './statement-blocks';
import type { Claim } from './statement-claims';
import type { Place } from './statement-places';

/** Which sentences state this year's main expected targets, and from where in the sentence on. */
export function findGoals(report: Report, places: readonly Place[]): Map<SentenceClaims, number> {
  const goals = new Map<SentenceClaims, number>();
  for (let p = 0; p < places.length; p++) {
    const place = places[p];
    if (place === undefined || place.role === 'review') continue;
    place.claims.sentences.forEach((sentence, s) => {
      const { goal } = sentence;
      if (goal === null || goal.several || isLongTerm(place) || goals.has(sentence)) return;
      const listed = sentence.all.filter((claim) => claim.start >= goal.end && isTargetLike(claim));
      const numbered = listed.filter((claim) => claim.form !== 'words');
      if (listed.some((claim) => claim.indicator !== null) || numbered.length >= 2) {
        goals.set(sentence, goal.end);
        takeLeading(place.claims.sentences[s - 1], goals);
        takeFollowing(place.claims.sentences, s + 1, goals);
        if (s === place.claims.sentences.length - 1) takeRest(places, p, goals);
        return;
      }
      if (s === place.claims.sentences.length - 1 && /[^。！？：；]$/.test(place.block.text) && goal.annual) {
        goals.set(sentence, goal.end);
        takeRest(places, p, goals);
        return;
      }
      // The list stands beneath: on lines of their own, or as items.
      if (listed.length > 0 || goal.end < sentence.end - 12) return;
      if (takeFollowing(place.claims.sentences, s + 1, goals) > 0) return;
      for (let q = p + 1; q < Math.min(places.length, p + 25); q++) {
        const next = places[q];
        if (next === undefined || next.role === 'review') break;
        const taken = takeFollowing(next.claims.sentences, 0, goals, q > p + 1);
        // The head of a table states nothing itself.
        if (taken === 0 && !next.block.text.startsWith('|')) break;
      }
    });
  }
  if (goals.size > 0) return goals;
  return guessGoals(report, places);
}

/**
 * Takes the sentences from `from` on as long as each opens with an indicator; says how many. `below` where the list
 * goes on from the paragraph above.
 */
function takeFollowing(
  sentences: readonly SentenceClaims[],
  from: number,
  goals: Map<SentenceClaims, number>,
  below = false,
): number {
  let taken = 0;
  for (let i = from; i < sentences.length; i++) {
    const sentence = sentences[i];
    if (sentence === undefined) break;
    if (sentences[i + 1] !== undefined && isLabel(sentence)) continue;
    const first = sentence.all.find(isTargetLike);
    if (first === undefined) break;
    // 固定资产投资增长预期目标为10% is an item; 主要预期目标是 begins another list.
    if (sentence.goal !== null && first.start >= sentence.goal.end) break;
    if (isAddition(sentences, i, goals, below)) {
      if (!sentence.all.some((claim) => claim.indicator !== null)) break;
    } else if (first.indicator === null || !first.opens) break;
    goals.set(sentence, sentence.start);
    taken++;
  }
  return taken;
}

/** （1）经济增长目标。: a few words that only say what the item is about. */
function isLabel(sentence: SentenceClaims): boolean {
  return sentence.end - sentence.start <= 16 && sentence.goal === null && sentence.claims.length === 0;
}

/** 同时，…: the sentence that goes on from the list without a name at its head. */
function isAddition(
  sentences: readonly SentenceClaims[],
  i: number,
  goals: Map<SentenceClaims, number>,
  below: boolean,
): boolean {
  if (sentences[i]?.adds !== true) return false;
  const before = sentences[i - 1];
  return before === undefined ? below : goals.has(before);
}

/** Where a page ends in the midst of the list, takes the rest of its sentence from the next paragraph. */
function takeRest(places: readonly Place[], p: number, goals: Map<SentenceClaims, number>): void {
  let text = places[p]?.block.text ?? '';
  for (let q = p + 1; q < Math.min(places.length, p + 4) && !/[。！？：]$/.test(text); q++) {
    const next = places[q];
    const sentence = next?.claims.sentences[0];
    if (next === undefined || sentence === undefined || next.role === 'review') return;
    if (!sentence.all.some((claim) => isTargetLike(claim) && claim.indicator !== null)) continue;
    goals.set(sentence, sentence.start);
    if (next.claims.sentences.length > 1) return;
    text = next.block.text;
  }
}

/** 建议今年经济增长的预期目标为6%。其他主要预期目标是：…: the target of the economy may stand before the list. */
function takeLeading(sentence: SentenceClaims | undefined, goals: Map<SentenceClaims, number>): void {
  if (sentence?.goal !== null || goals.has(sentence)) return;
  const aimed = sentence.claims.some(
    (claim) => isTargetLike(claim) && claim.aim && ECONOMY.has(claim.indicator?.name ?? ''),
  );
  if (aimed) goals.set(sentence, sentence.start);
}

function isTargetLike(claim: Claim): boolean {
  return claim.form !== 'value-before' && !claim.average;
}

function isLongTerm(place: Place): boolean {
  return place.scope.kind === 'several';
}

/**
 * Where no sentence says that it states the main targets: the first sentence of the plan that promises the year's
 * growth of the economy together with other indicators, or the sentences of a section that is called so.
 */
function guessGoals(report: Report, places: readonly Place[]): Map<SentenceClaims, number> {
  const goals = new Map<SentenceClaims, number>();
  for (const place of places) {
    if (place.role === 'review' || place.role === 'governance' || isLongTerm(place)) continue;
    const title = report.headings[place.block.heading]?.title ?? '';
    const titled = place.role === 'targets' && /目标|指标/.test(title) && title.length <= 20;
    for (const sentence of place.claims.sentences) {
      const known = sentence.claims.filter(
        (claim) => isTargetLike(claim) && claim.indicator !== null && claim.form !== 'words',
      );
      const economy = known.some((claim) => claim.measure === 'growth' && ECONOMY.has(claim.indicator?.name ?? ''));
      if ((economy && known.length >= 3) || (titled && known.length >= 1)) goals.set(sentence, sentence.start);
    }
    if (goals.size > 0 && !titled) break;
  }
  return goals;
}

const ECONOMY = new Set(['地区生产总值', '国内生产总值']);
