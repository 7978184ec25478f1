import { adverbAt, COUNT_VERBS, countVerbAt, GENERIC_NOUNS } from '../facts/statement-words';

/** A name taken apart into what is done and what it is done to: 更新改造燃气管道 → 更新改造, 燃气管道. */
export interface Work {
  readonly verb: string;
  readonly object: string;
}

/**
 * Takes the verbs off both ends of a name, so that 改造农村危房 and 农村危房改造 name one thing. Quotation marks, general
 * words before the object (各类, 一批) and counting words behind it (数量, 总数) are dropped.
 */
export function workOf(name: string): Work {
  let work = known.get(name);
  if (work !== undefined) return work;
  work = takeApart(name);
  // Names come back with every version of a draft; the odd ones of long ago need not be kept.
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, work);
  return work;
}

const known = new Map<string, Work>();
const MOST_KNOWN = 4000;

function takeApart(name: string): Work {
  // Example: 建设“小哥驿站”, 邻里服务中心（站）.
  let object = name.replace(/[\s“”‘’"《》（）()]/gu, '');
  let verb = '';
  for (let round = 0; round < 4; round++) {
    const lead = leadOf(object);
    if (lead === '') break;
    verb += lead;
    object = object.slice(lead.length);
  }
  const won = WON.exec(object);
  if (won?.[1] !== undefined && won[2] !== undefined) [verb, object] = [verb + won[1], won[2]];
  const carried = CARRIED_OUT.exec(object);
  if (carried !== null) [verb, object] = [verb + (carried[2] ?? ''), (carried[1] ?? '') + (carried[3] ?? '')];
  object = object.replace(FILLER, '').replace(ABBREVIATED, (long) => SHORT.get(long) ?? long);
  if (MONEY.test(object)) object = withoutSpending(object);
  const counted = object.replace(COUNTING, '');
  if (counted.length >= 2) object = counted;
  // 户厕改造完成: two deeds at most close a name.
  for (let round = 0; round < 2; round++) {
    const closing = TRAILING.find((one) => object.endsWith(one) && object.length - one.length >= 2);
    if (closing === undefined) break;
    verb += closing;
    object = object.slice(0, -closing.length);
  }
  return { verb, object };
}

/**
 * How alike two objects are, from 0 to 1: 1 for the same words, a little less for the same characters in another order,
 * then one inside the other, then how many pairs of characters they share. General nouns say nothing by themselves.
 */
export function likeness(a: string, b: string): number {
  if (a.length < 2 || b.length < 2 || !meet(a, b) || isGeneral(a) || isGeneral(b)) return 0;
  if (a === b) return 1;
  if (a.length === b.length && b.includes(a[0] ?? '') && b.includes(a.at(-1) ?? '') && sorted(a) === sorted(b))
    return 0.97;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.includes(short)) {
    const share = 0.35 * (short.length / long.length);
    // The last words of a name say what it is; what stands before only narrows it.
    const base = long.endsWith(short) ? 0.6 : 0.5;
    return base + share - (short.length < 3 ? 0.15 : 0);
  }
  return dice(a, b) * (a.slice(-2) === b.slice(-2) ? 0.9 : 0.75);
}

/** 项目, 市财政: words that fit too many things to name one. */
export function isGeneral(object: string): boolean {
  return GENERIC_NOUNS.has(object) || PURSES.test(object);
}

// Example: 中央财政, 市级财政, 财政.
const PURSES = /^(?:中央|地方|全国|[省市区县旗州盟]级?)?(?:财政)?$/u;

/**
 * How far two deeds can answer each other: `same` when they are of one stage, `near` when one of them may be the stock
 * and the other what was added, `apart` when they are different things (开工 and 竣工, 新增 and 淘汰).
 */
export function kinship(a: string, b: string): 'same' | 'near' | 'apart' {
  const [x, y] = [deedOf(a), deedOf(b)];
  if (x.reduces !== y.reduces) return a === '' || b === '' ? 'near' : 'apart';
  if (a === '' || b === '') return a === b ? 'same' : 'near';
  return x.stage === y.stage ? 'same' : 'apart';
}

/** Whether a deed brings to its end what was promised to be done: 设立…, …全部投用. */
export function completes(promised: string, told: string): boolean {
  const [x, y] = [deedOf(promised), deedOf(told)];
  return promised !== '' && x.reduces === y.reduces && x.stage === 'do' && y.stage === 'done';
}

/** Whether one of two deeds only makes something new and the other only renews what there is: 新建 and 改造. */
export function differInKind(a: string, b: string): boolean {
  const [x, y] = [MAKING.test(a), MAKING.test(b)];
  const [p, q] = [RENEWING.test(a), RENEWING.test(b)];
  return (x && !p && q && !y) || (y && !q && p && !x);
}

const MAKING = /新建|新增|建设|建成|续建|扩建/u;
const RENEWING = /改造|更新|修缮|整治|维修|提升|改建/u;

/** Whether an object is a deed itself, which has no stock that it could add to: 造林, 老旧小区改造. */
export function isDeed(object: string): boolean {
  return DEED.test(object);
}

const DEED = /(?:造林|改造|整治|治理|修复|培训|就业|接待|搬迁|救助|检查)$/u;

/** What is to be known of verbs before two of them are compared. */
interface Deed {
  readonly reduces: boolean;
  readonly stage: string;
}

/** Every verb is compared with hundreds of others; the few that reports use are read once. */
const deeds = new Map<string, Deed>();
const MOST_DEEDS = 4000;

function deedOf(verb: string): Deed {
  let deed = deeds.get(verb);
  if (deed === undefined) {
    if (deeds.size >= MOST_DEEDS) deeds.clear();
    deed = { reduces: REDUCING.test(verb), stage: stageOf(verb) };
    deeds.set(verb, deed);
  }
  return deed;
}

/** The verb that ends right before `at`; '' for none. */
export function verbBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - LONGEST_VERB), at);
  return CLOSING.find((verb) => before.endsWith(verb)) ?? '';
}

/** The verb or adverb that opens a name, as long as a noun is left behind it; '' for none. */
function leadOf(text: string): string {
  const first = text[0] ?? '';
  if ('、和及与并'.includes(first) && text.length > 2) return first;
  const verb = MORE_VERBS.find((one) => text.startsWith(one)) ?? countVerbAt(text, 0, text.length);
  if (verb !== '') return text.length - verb.length >= 2 && !isNoun(text, verb) ? verb : '';
  const adverb = adverbAt(text, 0, text.length);
  if (adverb === '') return '';
  return countVerbAt(text, adverb.length, text.length) === '' ? '' : adverb;
}

/** Verbs of promises beside those that reports count with. */
const MORE_VERBS: readonly string[] = '转移就业 推行 编制 完工 投入使用 启用 到位'.split(' ');

/** 服务中心, 支持政策, 发展基金: a verb that is the first half of a noun. */
function isNoun(text: string, verb: string): boolean {
  return (NOUN_AFTER.get(verb) ?? []).some((noun) => text.startsWith(noun, verb.length));
}

const NOUN_AFTER: ReadonlyMap<string, readonly string[]> = new Map([
  ['服务', ['业', '中心', '站', '点', '平台', '大厅', '机构', '驿站', '体系', '事项']],
  ['发展', ['基金', '规划', '大会']],
  ['培训', ['基地', '机构', '班', '人']],
  ['检查', ['站', '频次', '事项']],
  ['监测', ['站', '点', '设施']],
  ['投入', ['强度', '产出']],
  ['申请', ['材料', '量']],
  ['接待', ['中心', '能力']],
  ['安置', ['房', '点', '区']],
  ['研发', ['中心', '机构', '投入', '经费', '平台', '活动']],
]);

/** Stages of a project that a report does not take for one another. */
function stageOf(verb: string): string {
  for (const [stage, words] of STAGES) if (words.test(verb)) return stage;
  return 'do';
}

const STAGES: readonly (readonly [string, RegExp])[] = [
  ['done', /竣工|投产|投用|投运|完工|交付|达产|投入使用|启用/u],
  ['start', /开工|启动/u],
  ['signed', /签约/u],
  ['landed', /落地/u],
  ['planned', /谋划|储备|申报|争取/u],
];

/** 中央财政安排科技支出 and 中央财政科技投入 are one: what is left names who spends on what. */
function withoutSpending(object: string): string {
  const bare = object.replace(SPENDING, '');
  return bare.length >= 2 ? bare : object;
}

// Example: 市级财政安排教育资金, 用于“三农”的投入.
const MONEY = /财政|支出|资金|投入|经费/u;
const SPENDING = /安排|用于|[的将拟]|预算|投入|支出|资金|经费|总计|本级/gu;

// Example: 企业获评国家级绿色工厂 is told of the title.
const WON = /^[^获入]{1,8}(获评|获批|入选|荣获|创成)([^，。；]{3,20})$/u;

// Example: 企业实施技术改造, 卫生院完成改扩建.
const CARRIED_OUT = /^([^，。；]{2,12}?)(实施|完成|实现|开展)([^，。；]{2,10})$/u;

/** Long forms that reports shorten as they like. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['医疗保险', '医保'],
  ['规模以上', '规上'],
  ['限额以上', '限上'],
  ['高新技术企业', '高企'],
  ['市场主体', '经营主体'],
  ['最低生活保障', '低保'],
  ['职业技能', '技能'],
  ['管网', '管道'],
  ['管线', '管道'],
  ['停车泊位', '停车位'],
  ['用地', '土地'],
  ['营业收入', '营收'],
  ['技术改造', '技改'],
  ['标准化厂房', '标准厂房'],
  ['农村改厕', '农村户厕改造'],
  ['改厕', '农村户厕改造'],
  ['农村卫生户厕', '农村户厕'],
  ['农村卫生厕所', '农村户厕'],
  ['农村厕所', '农村户厕'],
  ['农村户厕', '农村户厕'],
  ['户厕', '农村户厕'],
  ['普惠性', '普惠'],
  ['种植业', '种植'],
  ['养殖业', '养殖'],
  ['保障性住房', '保障房'],
]);
const ABBREVIATED = new RegExp([...SHORT.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu');

// Example: 淘汰老旧车辆, 压减一般性支出.
const REDUCING = /淘汰|关停|关闭|拆除|取消|压减|精简|减少|清零|清退|撤销|减免/u;

// Example: 各类市场主体, 一批示范项目.
const FILLER = /^(?:各类|各级各类|各项|各级|全部|一批|一系列|多个|等|的|新的?)/u;

// Example: 农村危房改造户数, 经营主体总量.
const COUNTING = /(?:总数量?|总量|数量|户数|人数|个数|数|面积)$/u;

/** Verbs that may close a name, the longest first; those that are nouns there as well (服务, 产出) stay. */
const TRAILING: readonly string[] = [...COUNT_VERBS, ...MORE_VERBS]
  .filter(
    (verb) =>
      verb.length >= 2 && !['服务', '支持', '投入', '覆盖', '突破', '检查', '帮扶', '救助', '发展'].includes(verb),
  )
  .sort((a, b) => b.length - a.length);

/** All verbs, the longest first. */
const CLOSING: readonly string[] = [...COUNT_VERBS].sort((a, b) => b.length - a.length);
const LONGEST_VERB = CLOSING[0]?.length ?? 0;

function sorted(text: string): string {
  return Array.from(text).sort().join('');
}

/** Whether two texts have a character in common at all. */
function meet(a: string, b: string): boolean {
  for (let i = 0; i < a.length; i++) {
    const code = a.charCodeAt(i);
    for (let j = 0; j < b.length; j++) if (b.charCodeAt(j) === code) return true;
  }
  return false;
}

/** Twice the pairs of neighbouring characters in common over the pairs of both. */
function dice(a: string, b: string): number {
  // Every promise is compared with every result, so that nothing is allocated here.
  const used = a.length <= scratch.length ? scratch.fill(0, 0, a.length) : new Uint8Array(a.length);
  let common = 0;
  for (let j = 0; j + 1 < b.length; j++) {
    const first = b.charCodeAt(j);
    const second = b.charCodeAt(j + 1);
    for (let i = 0; i + 1 < a.length; i++) {
      if (used[i] !== 0 || a.charCodeAt(i) !== first || a.charCodeAt(i + 1) !== second) continue;
      used[i] = 1;
      common++;
      break;
    }
  }
  return (2 * common) / (a.length + b.length - 2);
}

const scratch = new Uint8Array(256);
