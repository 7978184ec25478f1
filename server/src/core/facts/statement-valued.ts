/** The claim that a name and a value make. */
import type { Indicator } from '../data';
import type { Quantity } from './quantities';
import type { Claim, Scene } from './statement-claims';
import { isEstimated, makeClaim, sentenceTime } from './statement-claims';
import { nameOf } from './statement-index';
import type { Reading } from './statement-measures';
import { doubled, fits, isIndexValue, RATE_NAME, readMeasure, withUnitOf } from './statement-measures';
import type { Head, Name, Tail } from './statement-names';
import { isPlainName } from './statement-plain';
import type { TimeMark } from './statement-times';
import { countVerbAt } from './statement-words';

export interface Clause {
  readonly claim: Claim;
  readonly name: Name;
  /** False for what only tells where a value began. */
  readonly emit: boolean;
  readonly several: null;
}

/**
 * The claim of a name and a value. `from` is the claim before, where the name is taken from it; `whole` the indicator
 * that the sentence spoke of before.
 */
export function nameClause(
  scene: Scene,
  value: Quantity,
  name: Name,
  head: Head,
  tail: Tail,
  from: Claim | null,
  whole: Indicator | null = null,
): Clause | null {
  const number = value.unit === '番' ? doubled(value) : withUnitOf(value, name.indicator);
  const reading = readMeasure(number, name, tail, from);
  if (reading === null) return null;
  const text = name.text + reading.suffix;
  const known =
    reading.suffix === ''
      ? knownFor(scene, name, number, reading, head, tail, whole)
      : (nameOf(text)?.indicator ?? null);
  if (number.unit === null && known?.units.includes('') !== true && !(known !== null && isIndexValue(number)))
    return null;
  if (known === null && from === null && !isPlainName(text, number)) return null;
  const starting =
    tail.effects.includes('from') ||
    /[由从]$/.test(scene.text.slice(number.start - 1, number.start)) ||
    MOVES_ON.test(scene.text.slice(number.end, number.end + 5));
  const named = tail.time ?? head.time;
  const lead = scene.text.slice(Math.max(scene.start, number.valueStart - 10), number.valueStart);
  const claim = makeClaim(scene, {
    start: from?.nameStart ?? name.start,
    end: number.end,
    name: text,
    nameStart: from?.nameStart ?? name.start,
    nameEnd: from?.nameEnd ?? name.end,
    indicator: known,
    prefix: name.prefix,
    owner: from?.owner ?? '',
    valueStart: number.start,
    valueEnd: number.end,
    measure: reading.measure,
    direction: reading.direction,
    bound: number.bound,
    min: number.min,
    max: number.max,
    unit: number.unit,
    estimated: isEstimated(scene, number.start),
    hope: hopeOf(head, tail),
    inherited: from !== null,
    time: named ?? (from === null ? innerTime(scene, name) : null) ?? sentenceTime(scene, number.start),
    base: tail.base ?? carriedBase(scene, number.start),
    average: tail.effects.includes('average') || head.effects.includes('average') || name.text.endsWith('年均'),
    reached: isReached(scene, name, number, tail, from, reading),
    summed:
      /累计[^，。；]{0,4}$/.test(lead) &&
      (reading.measure === 'growth'
        ? number.percent
        : AGAINST_TERM.test(scene.text.slice(number.end, Math.min(scene.end, number.end + 14)))),
    aim: lead.includes('目标'),
    already: /已经?[^，。；]{0,4}$/.test(scene.text.slice(head.end, number.valueStart)),
  });
  const { start, end: nameEnd, via, prefix } = name;
  const kept: Name = from === null ? { start, end: nameEnd, text, indicator: known, via, prefix } : name;
  return { claim, name: kept, emit: !starting || tail.time !== null, several: null };
}

/** 累计完成48亿元，是“九五”时期的2.3倍: what is measured against several years was added up over as many. */
const AGAINST_TERM = /^[，、（](?:[是为比较]|相当于)(?:“?十?[一二三四五六七八九]五”?|[上前]一?[个届]?[五\d]?[年届])/;

/** The catalogue row of a name, if the value can be one of it. */
function knownFor(
  scene: Scene,
  name: Name,
  number: Quantity,
  reading: Reading,
  head: Head,
  tail: Tail,
  whole: Indicator | null,
): Indicator | null {
  const indicator = name.indicator ?? plainDemand(scene, name, reading);
  if (indicator === null || !fits(indicator, name, reading, number, tail)) return null;
  if (name.via !== 'weak') return indicator;
  // 其中高速公路3公里 is a part of what was built, 其中第一产业增长3% of what is the whole of it.
  const member = whole !== null && indicator.partOf === whole.name;
  if (head.effects.includes('part') && reading.measure !== 'growth' && !member) return null;
  const rate = number.percent && reading.measure === 'level';
  return rate && !isInContext(scene, indicator, name.text) ? null : indicator;
}

/** 投资增长8% and 消费增长6% beside the growth of the economy are the indicators of the whole. */
function plainDemand(scene: Scene, name: Name, reading: Reading): Indicator | null {
  const official = DEMAND.get(name.text);
  if (official === undefined || reading.measure !== 'growth') return null;
  const economy = scene.goalEnd !== null || /生产总值|GDP/.test(scene.text.slice(scene.start, name.start));
  return economy ? (nameOf(official)?.indicator ?? null) : null;
}

const DEMAND = new Map([
  ['投资', '固定资产投资'],
  ['消费', '社会消费品零售总额'],
]);

/** Whether the sentence speaks of what a weak form leaves out: 满意率 is that of proposals where 建议 or 提案 stands near. */
function isInContext(scene: Scene, known: Indicator, form: string): boolean {
  const sentence = scene.text.slice(scene.start, scene.end);
  for (let i = 0; i + 2 <= known.name.length; i++) {
    const pair = known.name.slice(i, i + 2);
    if (!form.includes(pair) && sentence.includes(pair)) return true;
  }
  return false;
}

/** 2.15缩小到(1.98), 6.4%降至(1.7%): what stands right before is where the value began. */
const MOVES_ON =
  /^(?:缩小|下降|降低|回落|减少|压减|压缩|缩短|提高|提升|上升|增加|增长|扩大|扩展)?(?:[到至]|[降升增][到至])\d/;

function hopeOf(head: Head, tail: Tail): Claim['hope'] {
  if (tail.effects.includes('stretch') || head.effects.includes('stretch')) return 'stretch';
  return tail.effects.includes('firm') || head.effects.includes('firm') ? 'firm' : null;
}

/** 比2020年 holds for the rises behind it in the sentence too, until another time is named. */
function carriedBase(scene: Scene, at: number): TimeMark | null {
  let base: TimeMark | null = null;
  for (const mark of scene.times) {
    if (mark.end > at) break;
    base = mark.base ? mark : null;
  }
  return base;
}

/** A time inside a name: 县财政五年共补助, 2023年重点项目. */
function innerTime(scene: Scene, name: Name): TimeMark | null {
  return scene.times.find((mark) => !mark.base && mark.start >= name.start && mark.end <= name.end) ?? null;
}

/**
 * 达到, 突破, 提高到 and their like say where something stands at the end of a time; what is added up over it
 * (累计新开工超过3万个) does not stand anywhere.
 */
function isReached(
  scene: Scene,
  name: Name,
  number: Quantity,
  tail: Tail,
  from: Claim | null,
  reading: Reading,
): boolean {
  const start = from === null ? name.start - 4 : number.start - 8;
  const clause = scene.text.slice(Math.max(scene.start, start), number.valueStart);
  // 建成区绿化覆盖率 begins like a verb and is a rate.
  const counts = countVerbAt(name.text, 0, name.text.length) !== '' && !RATE_NAME.test(name.text);
  if (counts || /累计|总计|合计|(?<![一公])共(?![同享])/.test(clause)) return false;
  const stands = reading.measure === 'level' && reading.direction === null;
  if (stands && (number.percent || (STANDING.test(name.text) && !ADDED.test(name.text)))) return true;
  // What is spent over five years may 达到 an amount too, and is a sum all the same.
  if (SPENT.test(name.text) && !/[加长高升][到至]$/.test(clause)) return false;
  return ARRIVING.test(clause) || (tail.effects[0] === 'level' && /(?:达到?|[至到为有])$/.test(clause));
}

/** Rates and stocks stand somewhere without a verb too: 农机化率90%, 经营主体总量276万户, 国家级示范区23个. */
const STANDING =
  /(?:率|比重|占比|比例|总量|总数|余额|存量|保有量|里程|浓度|装机|装机容量|装机规模|企业数?|示范区|基地|园区|产业园|平台|机构|医院|高校|景区|公司|集群|主体|基站|实验室|“小巨人”)$|^(?:人均|每)/;
const ADDED = /新[设增建]|引进|培育/;
const SPENT = /(?:投入|支出|投资|资金|补助|补贴)$/;
const ARRIVING =
  /(?:达到?|突破|超过?|接近|逼近|[迈跨站登跃]上|[迈跨越]过|跃升|迈入|跨越|[提升增降减涨缩落高加长少低复展][至到]|(?:稳定|保持|维持)在)[了约近]?(?:(?:每人)?每[月年])?$/;
