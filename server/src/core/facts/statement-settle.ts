import type { Claim, Scene } from './statement-claims';
import { nameOf } from './statement-index';
import { swapTail } from './statement-lists';
import { bareUnit, sameKind } from './statement-measures';
import { BORROWING_NOUN, countVerbAt, GENERIC_NOUNS, openingVerb, PROJECT_NOUNS } from './statement-words';

/**
 * Gives a name that says too little the words it depends on: the verb of the list it stands in (改造小区2个、街巷6条),
 * or the projects it tells of (总投资, 落地). Null where such words are needed and missing. `before` is the claim before
 * it in the sentence, `gap` what stands between the two, `left` where the clause begins.
 */
export function settle(
  scene: Scene,
  claim: Claim,
  before: Claim | null,
  gap: string | null,
  left: number,
): Claim | null {
  if (TOTALS.has(claim.name)) return settleTotal(claim, before, gap);
  // 谋划项目216个、总投资1260亿元
  if (PROJECT_NOUNS.has(claim.name) && before !== null && /项目|工程/.test(before.owner + before.name))
    return settleProject(claim, before, gap);
  const listed = before !== null && gap !== null && /^[、和与及]$/.test(gap);
  if (listed && claim.form === 'name-before' && claim.measure === 'level') {
    const verb = openingVerb(before.name);
    const part = scene.text.slice(left, claim.nameStart).includes('其中');
    // 接待游客3万人次、游客花费2亿元: the name repeats what the verb before it was about.
    const repeats = claim.name.startsWith(before.name.slice(verb.length));
    const standing = claim.indicator !== null && before.indicator !== null && nameOf(claim.name)?.via !== 'weak';
    if (
      verb !== '' &&
      !part &&
      !standing &&
      !repeats &&
      countVerbAt(claim.name, 0, claim.name.length) === '' &&
      claim.name.length <= 16
    ) {
      if (GENERIC_NOUNS.has(claim.name)) return null;
      const name = verb + claim.name;
      return { ...claim, name, indicator: nameOf(name)?.indicator ?? null, reached: false };
    }
  }
  if (claim.indicator !== null) return claim;
  const sharing = sharedBeginning(claim, before, gap);
  if (sharing !== null) return sharing;
  const swapped = listed && claim.form === 'name-before' ? swapTail(before.name, claim.name) : null;
  if (swapped !== null) return { ...claim, name: swapped, indicator: nameOf(swapped)?.indicator ?? null };
  if (PROJECT_NOUNS.has(claim.name)) return settleProject(claim, before, gap);
  if (claim.name.startsWith('占')) {
    return before !== null && (gap === '，' || gap === '、') ? { ...claim, owner: before.owner + before.name } : null;
  }
  if (BORROWING_NOUN.test(claim.name)) {
    const counted = before !== null && gap === '，' && /[项件个起处户家]$/.test(before.unit ?? '');
    return counted && claim.name.endsWith('率') ? { ...claim, owner: before.name } : null;
  }
  return GENERIC_NOUNS.has(claim.name) || claim.name.length < 3 ? null : claim;
}

/** 粮食播种面积52万亩，总产量21万吨: the catalogued name that the beginning of the name before it makes of a short one. */
function sharedBeginning(claim: Claim, before: Claim | null, gap: string | null): Claim | null {
  if (before === null || claim.form !== 'name-before' || claim.name.length > 6) return null;
  if (gap !== '，' && gap !== '、') return null;
  for (let k = before.name.length - 1; k >= 2; k--) {
    const name = before.name.slice(0, k) + claim.name;
    const indicator = nameOf(name)?.indicator;
    if (indicator === undefined || indicator === before.indicator) continue;
    const unit = bareUnit(claim.unit ?? '');
    const units = indicator.units.map(bareUnit);
    const fitting = claim.measure === 'level' ? units.includes(unit) || sameKind(unit, units) : true;
    return fitting ? { ...claim, name, indicator } : null;
  }
  return null;
}

const TOTALS = new Set(['总数', '总量', '总数量', '存量', '保有量', '累计', '总规模', '总额']);

/** 新增商标48件、总量达122件: the total is of what was added; 地区生产总值增长6%，总量突破300亿元: of the indicator. */
function settleTotal(claim: Claim, before: Claim | null, gap: string | null): Claim | null {
  if (before === null || (gap !== '，' && gap !== '、')) return null;
  const { indicator, name, nameStart, nameEnd } = before;
  const units = indicator?.units.map(bareUnit) ?? [];
  if (indicator !== null && before.unit === '%' && sameKind(bareUnit(claim.unit ?? ''), units)) {
    return { ...claim, indicator, name, nameStart, nameEnd, start: nameStart, inherited: true };
  }
  if (before.unit !== claim.unit) return null;
  const owner = before.name.slice(openingVerb(before.name).length);
  const known = nameOf(owner)?.indicator;
  // 新增高新技术企业28家、总数达126家: the total is the indicator itself.
  return known?.units.map(bareUnit).includes(bareUnit(claim.unit ?? '')) === true
    ? { ...claim, indicator: known, name: owner, nameStart: before.nameEnd - owner.length, nameEnd: before.nameEnd }
    : { ...claim, owner };
}

/** 签约项目38个，总投资126亿元，落地21个: what is told of the projects. */
function settleProject(claim: Claim, before: Claim | null, gap: string | null): Claim | null {
  if (before === null || (gap !== '，' && gap !== '、')) return null;
  const projects = before.owner !== '' && PROJECT_NOUNS.has(before.name) ? before.owner : before.name;
  if (!/项目|工程/.test(projects)) return null;
  const isVerb = countVerbAt(claim.name, 0, claim.name.length) === claim.name;
  const rest = isVerb ? projects.slice(openingVerb(projects).length) : projects;
  return { ...claim, owner: rest.length > 3 ? rest : projects };
}
