import type { Indicator } from '../data';
import type { Bound, Bounded, Measure, Span } from '../model';
import type { Quantity } from './quantities';
import type { ValueList } from './quantities-lists';
import type { TimeMark } from './statement-times';

/** One sentence with what was found in it. All offsets are reading offsets of the paragraph. */
export interface Scene extends Span {
  /** The whole paragraph. */
  readonly text: string;
  readonly times: readonly TimeMark[];
  readonly numbers: readonly Quantity[];
  readonly lists: readonly ValueList[];
  /** Where the words that announce targets end, if the sentence has such. */
  readonly goalEnd: number | null;
}

/** One value, or a predicate in words, with the name it belongs to. */
export interface Claim extends Span {
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly indicator: Indicator | null;
  /** Words before a catalogued name that narrow it unless they are the issuer's own name. */
  readonly prefix: string;
  /** What the name belongs to, where it says too little by itself (总金额 after 签约项目). */
  readonly owner: string;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly measure: Measure;
  readonly direction: 'up' | 'down' | null;
  readonly bound: Bound | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string | null;
  readonly estimated: boolean;
  readonly stretch: Bounded | null;
  /** Whether the clause hopes (力争) or promises (确保). */
  readonly hope: 'stretch' | 'firm' | null;
  /** `value-before`: 新建5个停车场. `words`: no number. */
  readonly form: 'name-before' | 'value-before' | 'words';
  /** The value is the size of one thing (1500亩), not a count. */
  readonly size: boolean;
  /** The name was taken from the clause before. */
  readonly inherited: boolean;
  /** Nothing but a mark of enumeration or a lead word stands before it in its sentence. */
  readonly opens: boolean;
  /** When, as far as the sentence says. */
  readonly time: TimeMark | null;
  /** What the value is compared with, if that is named. */
  readonly base: TimeMark | null;
  readonly average: boolean;
  /** The value is a point that was reached, not a sum over a time. */
  readonly reached: boolean;
  /** A rate that was added up over years: 累计下降14%. */
  readonly summed: boolean;
  /** 已, 已经: the value is so when the report is given. */
  readonly already: boolean;
  /** 预期目标为: the clause itself calls the value a target. */
  readonly aim: boolean;
}

/** A claim as its maker knows it; the rest has usual values. */
export type ClaimParts = Pick<
  Claim,
  'start' | 'end' | 'name' | 'nameStart' | 'nameEnd' | 'indicator' | 'valueStart' | 'valueEnd'
> &
  Partial<Claim>;

/** Fills in what most claims have in common. */
export function makeClaim(scene: Scene, parts: ClaimParts): Claim {
  // Field by field, since a report has thousands and a spread takes many times as long.
  return {
    start: parts.start,
    end: parts.end,
    name: parts.name,
    nameStart: parts.nameStart,
    nameEnd: parts.nameEnd,
    indicator: parts.indicator,
    prefix: parts.prefix ?? '',
    owner: parts.owner ?? '',
    valueStart: parts.valueStart,
    valueEnd: parts.valueEnd,
    measure: parts.measure ?? 'level',
    direction: parts.direction ?? null,
    bound: parts.bound ?? null,
    min: parts.min ?? null,
    max: parts.max ?? null,
    unit: parts.unit ?? null,
    estimated: parts.estimated ?? false,
    stretch: parts.stretch ?? null,
    hope: parts.hope ?? null,
    form: parts.form ?? 'name-before',
    size: parts.size ?? false,
    inherited: parts.inherited ?? false,
    opens: parts.opens ?? isOpening(scene, Math.min(parts.start, parts.nameStart)),
    time: parts.time ?? null,
    base: parts.base ?? null,
    average: parts.average ?? false,
    reached: parts.reached ?? false,
    summed: parts.summed ?? false,
    already: parts.already ?? false,
    aim: parts.aim ?? false,
  };
}

/** 预计 covers everything behind it in its sentence. */
export function isEstimated(scene: Scene, at: number): boolean {
  return ESTIMATE.test(scene.text.slice(scene.start, at));
}

const ESTIMATE = /预计|初步核算|初步统计|快报|预估/;

/** The time of a value that names none itself: the last time before it in the sentence that opens a clause. */
export function sentenceTime(scene: Scene, at: number): TimeMark | null {
  let last: TimeMark | null = null;
  for (const mark of scene.times) if (mark.end <= at && !mark.base && opensClause(scene, mark)) last = mark;
  // 1—11月增长7.6%，预计全年增长8%
  if (last?.meaning.kind === 'part' && scene.text.slice(Math.max(last.end, at - 40), at).includes('全年')) return null;
  return last;
}

/** Words that may stand between the beginning of a clause and the time it opens with. */
const BEFORE_TIME =
  /(?:^|[，；：。（—])(?:[在到自从这与而并]|截至|预计|全[省市区县]|我[省市区县]|其中|特别是|力争|确保|努力|刚刚过去的|即将过去的|回顾|经过|同时|[（(]?[一二三四五六七八九十]{1,2}[是要）、]){0,3}$/;

function opensClause(scene: Scene, mark: TimeMark): boolean {
  const { text } = scene;
  if (text[mark.end] === '的' && mark.meaning.kind === 'several') return false;
  return BEFORE_TIME.test(text.slice(Math.max(scene.start, mark.start - 12), mark.start));
}

/** `——`, 一是, （一）, 经济增长：, 城镇方面，and words like 确保 may stand before what opens a sentence. */
const LEAD =
  /^(?:[—·|-]|[一二三四五六七八九十]{1,2}[是、]|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．|]|同时，?|力争|确保|努力|实现|保持|全年|预计|全[省市区县州盟旗]|[^，。；：]{2,10}：|[^，。；：]{2,6}方面，){0,4}$/;

/** Whether a name at `at` opens its sentence, marks of enumeration and lead words aside. */
export function isOpening(scene: Scene, at: number): boolean {
  return at - scene.start <= 24 && LEAD.test(scene.text.slice(scene.start, at));
}
