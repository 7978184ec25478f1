import type { Report } from '../model';
import type { SentenceClaims } from './statement-blocks';
import type { Claim } from './statement-claims';
import type { Place } from './statement-places';
import { columnOf } from './statement-rows';

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
        const taken = takeFollowing(stated(next), 0, goals, q > p + 1, ITEM.test(next.block.text));
        // The head of a table states nothing itself.
        if (taken === 0 && !next.block.text.startsWith('|') && !TABLE_HEAD.test(next.block.text)) break;
      }
    });
  }
  if (goals.size > 0) return goals;
  return guessGoals(report, places);
}

/** 指标名称 计量单位 目标: the head of a table that lost its rules. */
const TABLE_HEAD = /^(?:序号|编号)?(?:主要)?(?:指标|项目)(?:名称)?[^，。；：\d]{0,12}(?:20\d\d年)?[^，。；：\d]{0,8}$/;

/** The sentences of a place, of a row of a table those that stand in a column of targets. */
function stated({ claims, head }: Place): readonly SentenceClaims[] {
  if (head === null) return claims.sentences;
  const only = claims.sentences.length === 1;
  return claims.sentences.filter(({ column }) => {
    const { kind } = column === null ? { kind: null } : columnOf(head, column);
    return kind === null || kind === 'target' || (only && kind === 'other');
  });
}

/**
 * Takes the sentences from `from` on as long as each opens with an indicator; says how many. `below` where the list
 * goes on from the paragraph above, `item` where the first is an item of it, so that its indicator may be any.
 */
function takeFollowing(
  sentences: readonly SentenceClaims[],
  from: number,
  goals: Map<SentenceClaims, number>,
  below = false,
  item = false,
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
    } else if (!first.opens || (first.indicator === null && !(item && i === 0 && first.form !== 'words'))) break;
    goals.set(sentence, sentence.start);
    taken++;
  }
  return taken;
}

/** What opens an item of a list. */
const ITEM = /^(?:——|[（(]?[\d一二三四五六七八九十]{1,2}[）).、]|[①-⑳·●■◆]|[一二三四五六七八九十]是)/;

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

/** Under a title that announces targets a sentence may state one in words. */
function isWholeTarget(claim: Claim): boolean {
  return claim.form === 'words' && claim.indicator !== null && claim.opens;
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
    const titled =
      (place.role === 'targets' && /目标|指标/.test(title) && title.length <= 20) || TARGET_TITLE.test(title);
    place.claims.sentences.forEach((sentence, s) => {
      const known = sentence.claims.filter(
        (claim) => isTargetLike(claim) && claim.indicator !== null && claim.form !== 'words',
      );
      const economy = known.find((claim) => claim.measure === 'growth' && ECONOMY.has(claim.indicator?.name ?? ''));
      if (titled && (known.length >= 1 || sentence.all.some(isWholeTarget))) goals.set(sentence, sentence.start);
      else if (economy !== undefined && (known.length >= 3 || isHoped(place.block.text, sentence, economy))) {
        goals.set(sentence, sentence.start);
        takeFollowing(place.claims.sentences, s + 1, goals);
      }
    });
    if (goals.size > 0 && !titled) break;
  }
  return goals;
}

/** 人民生活目标: the title of a group of targets. */
const TARGET_TITLE = /^(?!.*(?:完成|实现|确保|围绕|锚定|聚焦|紧盯|对标))[\u4e00-\u9fff]{2,8}(?:目标|指标)$/;

/** 今年要确保地区生产总值增长6%: a promise for the year, however few indicators it names. */
function isHoped(text: string, sentence: SentenceClaims, claim: Claim): boolean {
  const kind = claim.time?.meaning.kind ?? null;
  if (kind !== null && kind !== 'relative' && kind !== 'year') return false;
  return (
    OPENING.test(text.slice(sentence.start, claim.nameStart)) &&
    (claim.hope !== null || HOPED.test(text.slice(sentence.start, claim.valueStart)))
  );
}

/** 今年，我们要力争: what may stand before the first indicator. */
const OPENING = /^(?:[^，。；：]{0,12}[，：])?[^，。；：]{0,14}$/;
const HOPED = /建议|力争|确保|争取|努力|奋力|计划|预期|保持|实现/;

const ECONOMY = new Set(['地区生产总值', '国内生产总值']);
