import type { Claim, Scene } from './statement-claims';
import { nameOf } from './statement-index';
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
  const listed = before !== null && gap !== null && /^[、和与及]$/.test(gap);
  if (listed && claim.form === 'name-before' && claim.measure === 'level') {
    const verb = openingVerb(before.name);
    const part = scene.text.slice(left, claim.nameStart).includes('其中');
    const standing = claim.indicator !== null && before.indicator !== null && nameOf(claim.name)?.via !== 'weak';
    if (
      verb !== '' &&
      !part &&
      !standing &&
      countVerbAt(claim.name, 0, claim.name.length) === '' &&
      claim.name.length <= 16
    ) {
      if (GENERIC_NOUNS.has(claim.name)) return null;
      const name = verb + claim.name;
      return { ...claim, name, indicator: nameOf(name)?.indicator ?? null };
    }
  }
  if (claim.indicator !== null) return claim;
  if (PROJECT_NOUNS.has(claim.name)) return settleProject(claim, before, gap);
  if (claim.name.startsWith('占')) {
    return before !== null && gap === '，' ? { ...claim, owner: before.owner + before.name } : null;
  }
  if (BORROWING_NOUN.test(claim.name)) {
    const counted = before !== null && gap === '，' && /[项件个起处户家]$/.test(before.unit ?? '');
    return counted && claim.name.endsWith('率') ? { ...claim, owner: before.name } : null;
  }
  return GENERIC_NOUNS.has(claim.name) || claim.name.length < 3 ? null : claim;
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
  return { ...claim, owner: before.name.slice(openingVerb(before.name).length) };
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
