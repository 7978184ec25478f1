import type { Quantity } from './quantities';
import type { Claim, Scene } from './statement-claims';
import { isEstimated, makeClaim, sentenceTime } from './statement-claims';
import { nameOf } from './statement-index';
import { bareUnit, sameKind } from './statement-measures';
import type { Head, Name } from './statement-names';
import { isBalanced } from './statement-plain';
import { COUNT_UNITS, countVerbAt, DURATION_UNITS, GENERIC_NOUNS, NO_NAME_END, NO_NAME_START } from './statement-words';

/** 新建5个停车场: a verb of counting, a number, and what is counted, up to `end`. Null where it is something else. */
export function countedClaim(
  scene: Scene,
  number: Quantity,
  head: Head,
  end: number,
): { claim: Claim; name: Name } | null {
  const { text } = scene;
  const { unit } = number;
  const verb = countVerbAt(text, head.end, number.start);
  if (verb === '' || unit === null || !isCount(number, unit)) return null;
  const between = text.slice(head.end + verb.length, number.start);
  if (between !== '' && between !== '了' && !/[、”]|等(?:一批)?$/.test(between)) return null;
  const noun = text.slice(number.end, end);
  if (!isNoun(noun)) return null;
  // Where the list of counted things goes on, the noun is whole only if it is a thing done by itself.
  if (text[end] === '、' && DOING.has(verb) && !DONE_NOUN.test(noun)) return null;
  // 签约某某等9个项目 counts some of the projects, so it is not the catalogue's number of them.
  const known = between === '' ? nameOf(verb + noun) : null;
  const indicator =
    known !== null && sameKind(bareUnit(unit), known.indicator.units.map(bareUnit)) ? known.indicator : null;
  const generic = indicator === null && GENERIC_NOUNS.has(noun);
  if (generic && (between === '' || between.length > 24 || !isBalanced(between))) return null;
  const words = generic ? verb + between + noun : verb + noun;
  const claim = makeClaim(scene, {
    start: head.end,
    end,
    name: words,
    nameStart: number.end,
    nameEnd: end,
    indicator,
    valueStart: number.start,
    valueEnd: number.end,
    bound: number.bound,
    min: number.min,
    max: number.max,
    unit,
    estimated: isEstimated(scene, number.start),
    hope: head.effects.includes('stretch') ? 'stretch' : head.effects.includes('firm') ? 'firm' : null,
    form: 'value-before',
    size: !COUNT_UNITS.has(bareUnit(unit)),
    time: head.time ?? sentenceTime(scene, number.start),
  });
  return { claim, name: { start: number.end, end, text: words, indicator, via: known?.via ?? null, prefix: '' } };
}

/** 38.6万农村贫困人口全部脱贫: a number, those it counts, and what they came to. Null where it is something else. */
export function predicatedClaim(
  scene: Scene,
  number: Quantity,
  head: Head,
  end: number,
): { claim: Claim; name: Name } | null {
  const { unit } = number;
  if (!'贫帽列出'.includes(scene.text[end - 1] ?? ' ') || unit === null || !isCount(number, unit)) return null;
  const before = scene.text.slice(head.end, number.start);
  if (before !== '' && !/^(?:剩余|最后|其余|余下|现有|帮助|带动|推动)的?$/.test(before)) return null;
  const match = PREDICATED.exec(scene.text.slice(number.end, end));
  const [, noun, verb] = match ?? [];
  if (noun === undefined || verb === undefined) return null;
  const known = PEOPLE.test(noun) ? nameOf(`${verb}人数`) : null;
  // 38.6万人口 counts people without saying so again.
  const counted = /^[万亿]{1,2}$/.test(unit) ? unit + (PEOPLE.test(noun) ? '人' : '') : unit;
  const words = noun + verb;
  const claim = makeClaim(scene, {
    start: number.start,
    end,
    name: words,
    nameStart: number.end,
    nameEnd: end,
    indicator: known?.indicator ?? null,
    valueStart: number.start,
    valueEnd: number.end,
    bound: number.bound,
    min: number.min,
    max: number.max,
    unit: counted,
    estimated: isEstimated(scene, number.start),
    hope: head.effects.includes('stretch') ? 'stretch' : head.effects.includes('firm') ? 'firm' : null,
    form: 'value-before',
    time: head.time ?? sentenceTime(scene, number.start),
  });
  return { claim, name: { start: number.end, end, text: words, indicator: claim.indicator, via: null, prefix: '' } };
}

/** 贫困村全部出列, 农村贫困人口实现脱贫 */
const PREDICATED =
  /^([\u4e00-\u9fff]{0,6}(?:人口|群众|贫困户|贫困村|贫困县))(?:[已将均都]|全部|全|如期|稳定|成功|顺利|实现|整体){0,3}(脱贫|摘帽|出列|退出)(?:摘帽|出列)?$/;
const PEOPLE = /(?:人口|群众)$/;

/** Whether a number can count things: no rate, no time, no money, no small number in words. */
function isCount(number: Quantity, unit: string): boolean {
  if (number.percent || unit === '百分点' || unit === '倍' || unit.endsWith('元')) return false;
  return number.numeralStyle === 'arabic' && !DURATION_UNITS.has(unit);
}

function isNoun(noun: string): boolean {
  if (noun.length < 2 || noun.length > 16 || NO_NAME_START.test(noun) || NO_NAME_END.test(noun)) return false;
  if (/[的了被将]|[级类]$|全部|得到|实现|完成|获得|获评|荣获|顺利|成功|正式|投入|投用|启用|开工|入选|通过/.test(noun))
    return false;
  const verb = countVerbAt(noun, 0, noun.length);
  return verb.length !== 2 || noun.length <= 4 || NOUN_VERBS.has(verb);
}

const DOING = new Set(['开展', '实施', '推进', '启动', '组织', '完成']);
const DONE_NOUN =
  /(?:工程|项目|行动|活动|改造|治理|建设|整治|工作|试点|培训|检查|计划|措施|修复|提升|服务|演出|赛事|任务|课题|专项)$/;

/** Verbs that often begin a noun: 服务站, 培训基地, 安置点, 监测点. */
const NOUN_VERBS = new Set(
  '服务 培训 培养 安置 监测 检查 创新 创业 救助 养护 种植 储备 发展 改革 建设 养老 交付 支持 组织 推广 研发 出版 整治 治理 改造'.split(
    ' ',
  ),
);
