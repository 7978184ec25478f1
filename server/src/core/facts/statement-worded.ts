import type { Indicator } from '../data';
import type { Span } from '../model';
import type { Quantity } from './quantities';
import type { Claim, Scene } from './statement-claims';
import { makeClaim, sentenceTime } from './statement-claims';
import { isComparison } from './statement-skipped';
import { nameAt, nameOf } from './statement-index';
import { expandNames, splitNames } from './statement-lists';
import type { Head } from './statement-names';
import { readHead } from './statement-names';
import { COUNT_UNITS, GENERIC_NOUNS } from './statement-words';

/** A claim in words; `sure` where it is one outside a list of targets too. */
interface Worded {
  readonly claim: Claim;
  readonly sure: boolean;
}

/**
 * What a sentence says of catalogued indicators without a number and beyond doubt: 居民收入增长与经济增长同步,
 * 完成国家下达的节能减排任务, 旅游收入实现翻番.
 */
export function sureClaims(scene: Scene): Claim[] {
  if (!SURE_HINT.test(scene.text.slice(scene.start, scene.end))) return [];
  return wordedClaims(scene, scene.start, false)
    .filter(({ sure }) => sure)
    .map(({ claim }) => claim);
}

const SURE_HINT = /同步|一致|翻番|倍增|[高低快优好]于|超过|任务|目标|指标|范围|进度|要求/;

/** What a list of targets from `from` on says without a number: 国际收支基本平衡, 城乡差距明显缩小. */
export function looseClaims(scene: Scene, from: number): Claim[] {
  return wordedClaims(scene, from, true).map(({ claim }) => claim);
}

/** `loose` where a comparison with a number is a claim too. */
function wordedClaims(scene: Scene, from: number, loose: boolean): Worded[] {
  const found: Worded[] = [];
  let next = 0;
  for (const { start, end } of clauses(scene, from)) {
    let counted = false;
    for (; next < scene.numbers.length; next++) {
      const number = scene.numbers[next];
      if (number === undefined || number.start >= end) break;
      counted ||= number.end > start && isAmount(number) && !(loose && isCompared(scene, start, number));
    }
    if (!counted && end - start >= 5 && end - start <= 60) found.push(...clauseClaims(scene, start, end));
  }
  return found;
}

/** 增速高于全市平均0.5个百分点 says in words what is promised. */
function isCompared(scene: Scene, start: number, number: Quantity): boolean {
  return isComparison(scene.text.slice(Math.max(start, number.start - 40), number.start), number);
}

/** 两位数增长 and 一批 are words, not amounts. */
function isAmount(number: Quantity): boolean {
  if (number.unit === null) return false;
  return number.numeralStyle === 'arabic' || !COUNT_UNITS.has(number.unit);
}

function clauses(scene: Scene, from: number): Span[] {
  const { text } = scene;
  const found: Span[] = [];
  let start = from;
  let cells = 0;
  for (let i = from; i <= scene.end; i++) {
    const character = text[i] ?? '';
    // 固定资产投资（不含农户）增速…: a remark on the name does not part it from what is said of it.
    if (character === '（' && i > start) {
      const remark = remarkAt(text, i);
      if (remark > 0 && i + remark < scene.end && !AFTER.includes(text[i + remark] ?? '')) {
        i += remark - 1;
        continue;
      }
    }
    // 居民收入与经济增长同步、…, 预算收入增长5%、居民收入…: an item of a list ends.
    const joint = character === '、' && (text.startsWith('同步', i - 2) || '%右上内'.includes(text[i - 1] ?? ' '));
    // |4|居民收入|与经济增长同步|: a name and what is said of it, a number of the row before them aside.
    if (character === '|' && !/^\|?\d{0,2}$/.test(text.slice(start, Math.min(i, start + 4)))) cells++;
    if (i < scene.end && !joint && cells < 2 && !'，；：（）'.includes(character)) continue;
    if (i > start) found.push({ start, end: i });
    start = i + 1;
    cells = 0;
  }
  return found;
}

const AFTER = '，；：、。（）|';

/** Characters of a short remark in brackets at a place; 0 where none stands there. */
function remarkAt(text: string, at: number): number {
  return /^（[^（），；。：]{1,12}）/.exec(text.slice(at, at + 14))?.[0].length ?? 0;
}

/** `——`, （1）, 一、 before a clause. */
const MARKED = /^(?:[—·|-]{1,3}|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．|]){1,2}/;

function clauseClaims(scene: Scene, from: number, end: number): Worded[] {
  const { text, times } = scene;
  const start = from + (MARKED.exec(text.slice(from, Math.min(end, from + 8)))?.[0].length ?? 0);
  const assigned = assignedTask(scene, start, end);
  if (assigned !== null) return assigned;
  const advance = advanceIn(scene, start, end);
  if (advance !== null) return advance;
  // 与经济增长水平相匹配 has its subject in the clause before.
  if (/[与同跟]/.test(text[start] ?? '')) return [];
  const head = readHead(text, start, end, times);
  const names = namesAt(text, head.end, end);
  if (names.length > 0 && !LONGER.test(text.slice(names[names.length - 1]?.end, end))) {
    const behind = names[names.length - 1]?.end ?? head.end;
    const at = behind + remarkAt(text, behind);
    const predicate = text.slice(at, end);
    const doubling = DOUBLED.test(predicate);
    // 完成节能降耗目标任务: the task is the whole of the predicate.
    if (OBJECT.test(predicate) && DONE.test(text.slice(start, names[0]?.start)))
      return names.map((name) => ({ sure: false, claim: worded(scene, head, name, start, end) }));
    if (!doubling && !isPredicate(predicate)) return [];
    const sure = names.every((name) => name.sure) && (doubling || SURE.test(predicate));
    return names.map((name) => ({
      sure,
      claim: doubling ? doubledClaim(scene, head, name, end) : worded(scene, head, name, at, end),
    }));
  }
  const words = UNKNOWN.exec(text.slice(head.end, end))?.[1] ?? '';
  if (words === '' || NOT_NAMED.test(words) || GENERIC_NOUNS.has(words)) return [];
  const at = head.end + words.length;
  return [
    { sure: false, claim: worded(scene, head, { start: head.end, end: at, text: words, indicator: null }, at, end) },
  ];
}

/** 货物进出口占全国份额(保持稳定): the name goes on and means something else. */
const LONGER = /^(?:占|比重|份额|倍差|差距|结构)/;

/** In step with or better than something, or as ordered: what can be said of an indicator in words anywhere. */
const SURE =
  /[与和同跟][^，。；]{0,10}(?:同步|一致)|(?:快于|高于|超过|优于|好于|低于)[^，。；]{0,8}(?:经济|全国|全省|全市|全区|平均|GDP)|(?:完成|达到|控制在)[^，。；]{0,16}(?:任务|目标|指标|范围|进度|要求)/;

/** What can be said behind an indicator's name in a list of targets. */
function isPredicate(predicate: string): boolean {
  return predicate.length >= 2 && predicate.length <= 32 && (SURE.test(predicate) || SAID.test(predicate));
}

const SAID =
  /改善|优化|增强|平衡|稳定|回升|提升|提高|提质|向好|达标|下降|降低|回落|扩大|减少|好转|增效|平稳|优良|衔接|水平|区间|增长|前列|同步|转正|清零|达峰|见效|协调|合理|以内|范围内|持平|匹配|适应|跑赢|缩小|收窄|削减|领先|[位名]列|位居|进位|可控|受控|双降|双升|有升|稳中|攀升|壮大|[高低快优好少]于|统筹考核/;

/** 城乡差距明显缩小: what is no indicator of the catalogue, and its predicate. */
const UNKNOWN =
  /^([^，。；]{2,16}?)(?:进一步|持续|继续|有所|稳步|稳定|明显|不断|总体|基本|合理|显著|全面|更加|稳中|保持|实现|得到|大幅|要){0,2}(?:改善|优化|增强|平衡|稳定|回升|提升|提高|提质增效|提质|向好|达标|下降|降低|回落|好转|平稳|优良|同步|缩小|收窄|可控|受控|双下降|(?:达到|完成|控制在|保持)[^，。；]{2,16}|(?:增速|增幅|增长)(?:继续|持续|保持|要){0,2}不?(?:快于|高于|优于|好于|低于|跑赢)[^，。；]{2,16})$/;
const NOT_NAMED =
  /^(?:[在以不把为对更也并要、]|努力|力争|坚持|推动|统筹|加强|确保|促进|实现|争取|完成|加快|着力|继续|我们|必须|充分|上述|各项|主要(?:经济)?指标|全面|推进|守住|深化|切实|保障)|实现|推动|促进|确保|推进|坚持|争取|努力|[的和与及、]$|^(?:增速|增幅|总量|规模|占比|排名)$/;

/** 要在自主创新、绿色转型等方面取得新进展: the group is what is to advance. */
const ADVANCE =
  /^(?:[要也]|力争|努力|确保|推动){0,2}在([^，。；]{2,36}?)等?(?:重点|关键)?(?:方面|领域)(?:取得|实现|迈出)[^，。；]{2,12}$/;

function advanceIn(scene: Scene, start: number, end: number): Worded[] | null {
  const clause = scene.text.slice(start, end);
  const fields = clause.includes('在') ? ADVANCE.exec(clause)?.[1] : undefined;
  if (fields === undefined) return null;
  const at = start + clause.indexOf('在') + 1;
  return splitNames(scene.text, at, at + fields.length).map((span) => {
    const text = scene.text.slice(span.start, span.end);
    const name = { ...span, text, indicator: nameOf(text)?.indicator ?? null };
    const head: Head = { end: span.start, effects: [], time: null };
    return { sure: false, claim: worded(scene, head, name, at + fields.length, end) };
  });
}

/** What may stand behind a name where a task is to be done (完成节能降耗年度目标任务), and the verb before it. */
const OBJECT =
  /^(?:下降|降低|削减|减排|控制|增长)?(?:年度|全年)?(?:目标任务|任务目标|约束性指标|考核目标|考核指标|指标任务|任务|目标|指标)?$/;
const DONE = /(?:完成|落实|实现|达到)(?:好|了|年度|全年|各项)?$/;

/** 旅游收入实现翻番: a growth of 1 倍 without a number. */
const DOUBLED = /^(?:总量|规模|力争|[要将也]|比[^，。；]{2,10}|较[^，。；]{2,10}|实现|力争实现){0,4}(?:翻番|倍增)$/;

function doubledClaim(scene: Scene, head: Head, name: Named, end: number): Claim {
  const claim = worded(scene, head, name, end - 2, end);
  return { ...claim, measure: 'growth', direction: 'up', bound: 'exact', min: 1, max: 1, unit: '倍' };
}

/** 完成国家下达的节能减排任务: the first group is what is to be done. */
const ASSIGNED =
  /^(?:确保|力争|努力|圆满|顺利|全面|如期|预计|坚决|严格|超额|提前|[均都要并]|年度|基本|保质保量){0,3}(?:完成|实现|落实)(?:好|了)?(?:国家|中央|自治区|省委|省|市委|[市州盟区县和及、]|上级|党中央|国务院){1,5}(?:下达|分解|规定|确定|考核|核定|要求|明确)(?:的|我[省市区县]的|给我[省市区县]的)?([^，。；]{2,30})$/;
/** 按照国家要求完成节能减排任务, with the same group. */
const AS_ASKED =
  /^(?:确保|力争|努力|严格|坚决|[均都要并]){0,3}(?:按照?|根据)(?:国家|中央|自治区|省委|省|市委|[市州盟区县和及、]|上级|党中央|国务院){1,5}的?(?:统一)?(?:要求|部署|安排|规定|下达计划)(?:全面|如期|顺利|圆满)?(?:完成|实现|落实)(?:好|了)?([^，。；]{2,30})$/;
const ORDERED = /下达|分解|规定|确定|考核|核定|要求|明确|部署|安排/;

function assignedTask(scene: Scene, start: number, end: number): Worded[] | null {
  const clause = scene.text.slice(start, end);
  const object = ORDERED.test(clause) ? (ASSIGNED.exec(clause) ?? AS_ASKED.exec(clause))?.[1] : undefined;
  if (object === undefined) return null;
  const at = end - object.length;
  const head: Head = { end: at, effects: [], time: null };
  const make = (from: number, words: string): Worded => {
    const { text, indicator } = named(words);
    const claim = worded(scene, head, { start: from, end: from + text.length, text, indicator }, start, end);
    return { claim, sure: indicator !== null };
  };
  let p = at;
  const parts = object.split(/[、和及]/).map((part) => {
    const made = make(p, part);
    p += part.length + 1;
    return made;
  });
  // Parts that mean nothing alone make one name: 节能和减排任务.
  if (parts.length > 1 && !parts.every(({ sure }) => sure)) return [make(at, object)];
  const first = parts[0]?.claim.name ?? '';
  return GENERIC_NOUNS.has(first) || NO_TASK.test(object) ? [] : parts;
}

/** 目标任务 alone does not say which. */
const NO_TASK = /^(?:各项|年度|目标|全年)?(?:目标|任务|目标任务|指标任务|考核指标)$/;

/** 降低任务, 考核目标 and the like behind the name of what is ordered. */
const TASK = /(?:目标任务|任务目标|考核目标|考核指标|约束性指标|指标任务|任务|目标|指标)$/;

function named(words: string): { text: string; indicator: Indicator | null } {
  const bare = words.replace(TASK, '');
  for (const text of [words, bare, bare.replace(/(?:降低|下降|减排|削减|增长|提升)$/, '')]) {
    const match = text === '' ? null : nameOf(text);
    if (match !== null) return { text, indicator: match.indicator };
  }
  return { text: words, indicator: null };
}

interface Named extends Span {
  readonly text: string;
  readonly indicator: Indicator | null;
}

/** The catalogued names that open a clause, one or several joined by 和 or 、; words before 等 may stand before one. */
function namesAt(text: string, from: number, end: number): (Named & { sure: boolean })[] {
  const names: (Named & { sure: boolean })[] = [];
  let p = from;
  for (let match = nameAt(text, p, end); match !== null; match = nameAt(text, p, end)) {
    const stop = p + match.length;
    names.push({
      start: p,
      end: stop,
      text: text.slice(p, stop),
      indicator: match.indicator,
      sure: match.via !== 'weak',
    });
    // 单位GDP能耗降幅、主要污染物排放削减率: what is measured of a name does not part the list.
    const behind = stop + (MEASURED.exec(text.slice(stop, stop + 3))?.[0].length ?? 0);
    const joint = /^(?:以及|[、和与及])/.exec(text.slice(behind, behind + 2));
    // 和经济增长同步 is the predicate.
    if (joint === null || /^[和与](?:经济|劳动)/.test(text.slice(behind, behind + 3))) return names;
    if (nameAt(text, behind + joint[0].length, end) === null) return names;
    p = behind + joint[0].length;
  }
  if (names.length > 0) return names;
  const listed = sharingNames(text, from, end);
  if (listed !== null) return listed;
  const and = text.slice(from, Math.min(end, from + 10)).indexOf('等');
  const match = and < 0 ? null : nameAt(text, from + and + 1, end);
  if (match === null) return [];
  const stop = from + and + 1 + match.length;
  return [{ start: from, end: stop, text: text.slice(from, stop), indicator: match.indicator, sure: false }];
}

/** 城镇、农村居民人均可支配收入(与经济增长同步): the first name is whole only with the end of the second. */
function sharingNames(text: string, from: number, end: number): (Named & { sure: boolean })[] | null {
  const joint = /[、和与]/.exec(text.slice(from, Math.min(end, from + 8)))?.index ?? 0;
  const match = joint < 2 ? null : nameAt(text, from + joint + 1, end);
  if (match === null) return null;
  const items = [
    { start: from, end: from + joint },
    { start: from + joint + 1, end: from + joint + 1 + match.length },
  ];
  const names = expandNames(text, items, 2);
  if (names?.every(({ indicator }) => indicator !== null) !== true) return null;
  return names.map(({ text: words, indicator, via, span }) => ({
    ...span,
    text: words,
    indicator,
    sure: via !== 'weak',
  }));
}

const MEASURED = /^(?:下降率|降低率|削减率|增长率|增速|增幅|涨幅|降幅|增长)/;

function worded(scene: Scene, head: Head, name: Named, valueStart: number, valueEnd: number): Claim {
  return makeClaim(scene, {
    start: Math.min(name.start, valueStart),
    end: Math.max(name.end, valueEnd),
    name: name.text,
    nameStart: name.start,
    nameEnd: name.end,
    indicator: name.indicator,
    valueStart,
    valueEnd,
    measure: 'qualitative',
    form: 'words',
    time: head.time ?? sentenceTime(scene, name.start),
  });
}
