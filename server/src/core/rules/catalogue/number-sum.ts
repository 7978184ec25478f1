import type { Quantity } from '../../facts/quantities';
import type { Bilingual } from '../../model';
import { characterSet } from '../../text/characters';
import type { BlockRule, Finding } from '../rule';
import { matches } from '../support';
import { show } from '../values';

// Words without which no family and no 其中 can stand in a paragraph.
const MEMBERS = /[男其]|正在|在建|仍在|推进|新建|新开|进口|城[镇市]|产业|剩余|余下|一产|[合共总]计/;

/** Parts that do not add up to the total before them. */
export const numberSum: BlockRule = {
  id: 'number-sum',
  category: 'numbers',
  severity: 'warning',
  fix: 'none',
  scope: 'block',
  needs: MEMBERS,
  since: '0.1.0',
  summary: { zh: '分项之和与总数不符', en: 'Parts that do not add up to the stated total' },
  rationale: {
    zh: '“新建”与“续建”、“进口”与“出口”、“完成”与“其余”这样分尽总数的说法，各项相加应等于总数；“其中”之后的一项不能大于总数。四舍五入的出入不算；不能确定分尽的（“其中”举例）不核。',
    en: 'Parts that exhaust a whole (new and continued, imports and exports, finished and the rest) add up to it, and nothing after 其中 is larger than it. Rounding is allowed for; lists after 其中 that may be incomplete or overlap are not added up.',
  },
  sources: ['编校通例：分项与总数相符', 'GB/T 8170—2008'],
  options: {},
  examples: [
    { bad: '实施重点项目90个，其中⟦新建48个、续建43个⟧。' },
    { bad: '10件民生实事⟦完成7件，其余2件⟧正在推进。' },
    { bad: '10个在建项目⟦完成7个、2个⟧正在建设。' },
    { good: '10个续建项目完成7个、3个正在建设，开工项目20个，20个正在推进。' },
    { bad: '全年进出口总额9.7亿元，其中⟦进口3.1亿元、出口6.9亿元⟧。' },
    { bad: '接待游客328万人次，其中⟦入境游客382万人次⟧。' },
    { bad: '全区重点项目105个，⟦新建项目59个、续建项目47个⟧全部开工。' },
    { good: '实施重点项目90个，其中新建48个、续建42个，年度投资118亿元。' },
    { good: '10件民生实事完成7件，其余3件正在推进，其中1件跨年实施。' },
    { good: '全年进出口总额9.7亿元，其中进口3.1亿元、出口6.5亿元，出口增长8%。' },
    { good: '新增规上企业30家，其中工业20家、服务业6家；培育高新技术企业40家。' },
    { good: '建成公园12个、广场5个，其中口袋公园9个；新建学校3所，续建5所。' },
    { bad: '谋划项目47个，⟦其中产业类29个、民生类25个⟧。' },
    { bad: '引进人才120人，⟦其中博士41人、硕士88人⟧，全部到岗。' },
    { bad: '确定的12项民生实事，已⟦完成8项，正在建设3项⟧。' },
    { bad: '建设农村公路65公里，其中⟦新建33公里、改建20公里⟧。' },
    { bad: '⟦铺设供水管网33公里、供热管网58公里，合计96公里⟧。' },
    { good: '发放助学金120万元、奖学金60.5万元，合计180.5万元；建成公园3个、广场2个，共计8处。' },
    { bad: '排查隐患1280处，其中⟦一般隐患1240处、重大隐患30处⟧；办理意见236件，其中代表⟦建议104件、委员提案133件⟧。' },
    { bad: '争取资金3.6亿元，⟦其中中央资金2.4亿元、省级资金1.8亿元⟧。' },
    { bad: '新增贷款86亿元，⟦其中企业贷款52亿元，住户贷款44亿元⟧。' },
    { bad: '三次产业结构优化为⟦12.3:45.6:43.1⟧。' },
    { good: '三次产业结构从12.3:45.6:42.1调整为11.2∶46.1∶42.6，新增贷款86亿元，其中企业贷款52亿元，发放贷款44亿元。' },
    { good: '培育示范企业30家，其中国家级12家、省级25家，水泥、砂、石配比为1:2:4。' },
    { good: '引进人才120人，其中博士20人、硕士88人；谋划项目54个，其中产业类29个、民生类25个。' },
    { good: '新增企业50家，其中省级以上专精特新企业30家、高新技术企业40家。' },
    { good: '改造老旧小区14个，新建停车位920个、续建管网12公里。' },
    { good: '城镇新增就业5000人以上，其中农村劳动力转移就业8000人次。' },
  ],
  *checkBlock({ text, numbers }) {
    const all = numbers.filter((number) => number.unit !== null).map((quantity) => placed(text, quantity));
    const said: Finding[] = [];
    for (const finding of [
      ...partitions(text, all),
      ...listed(text, all),
      ...totalled(text, all),
      ...excesses(text, all),
      ...structures(text),
    ]) {
      if (said.some((one) => one.start < finding.end && finding.start < one.end)) continue;
      said.push(finding);
      yield finding;
    }
  },
};

/** A quantity with the words around it, within its clause. */
interface Placed {
  readonly quantity: Quantity;
  readonly before: string;
  readonly after: string;
  /** Without the scale of the unit. */
  readonly value: number;
  readonly half: number;
  readonly base: string;
}

const EDGES = characterSet('，。；：、！？（）0123456789');

function placed(text: string, quantity: Quantity): Placed {
  let from = quantity.start;
  while (from > Math.max(0, quantity.start - 16) && !EDGES.has(text.charCodeAt(from - 1))) from--;
  let until = quantity.end;
  while (until < Math.min(text.length, quantity.end + 10) && !EDGES.has(text.charCodeAt(until))) until++;
  const before = text.slice(from, quantity.start);
  const after = text.slice(quantity.end, until);
  const { scale, base } = splitUnit(quantity.unit ?? '');
  const sides = quantity.low;
  return {
    quantity,
    before,
    after,
    base,
    value: sides.value * scale,
    half: 0.5 * 10 ** -sides.decimals * scale,
  };
}

function splitUnit(unit: string): { scale: number; base: string } {
  for (const [prefix, scale] of [
    ['万亿', 1e12],
    ['亿', 1e8],
    ['万', 1e4],
  ] as const)
    if (unit.startsWith(prefix) && unit.length > prefix.length) return { scale, base: unit.slice(prefix.length) };
  return { scale: 1, base: unit };
}

/** A part of a family, known by words of its clause. */
interface Member {
  readonly words: RegExp;
  /** Where the words stand: before the number, or behind one that opens its clause; `behind`: only there. */
  readonly at: 'before' | 'behind';
}

const before = (words: RegExp): Member => ({ words, at: 'before' });
const behind = (words: RegExp): Member => ({ words, at: 'behind' });

/** Ways to divide a whole without a rest. */
const FAMILIES: readonly (readonly Member[])[] = [
  [before(/新建(?!成)|新开工|新开/), before(/续建/)],
  [before(/进口(?!总)/), before(/^(?!.*进出口).*出口/)],
  [before(/城镇|城市/), before(/农村|乡村/)],
  [before(/男/), before(/女/)],
  [before(/一产|第一产业/), before(/二产|第二产业/), before(/三产|第三产业/)],
  [before(/完成|办结|办成|竣工|建成|交付/), before(/其余|剩余|余下/)],
  [before(/完工|完成|办结|竣工|建成|交付/), behind(/^(?:正在|在建|仍在|尚在|有序推进|加快推进)/)],
  [before(/完工|完成|办结|竣工|建成|交付/), before(/正在|在建|^(?:加快)?推进$/)],
  [before(/工业/), before(/农业/), before(/服务业/)],
  [before(/农业/), before(/工业/), before(/服务业/)],
];

/** As above, but only right after 其中: elsewhere they are two things done, not two parts of one. */
const FAMILIES_WITHIN: readonly (readonly Member[])[] = [
  [before(/新建|新修/), before(/改建|扩建|改造/)],
  [before(/一般(?:事故)?隐患/), before(/重大(?:事故)?隐患/)],
  [before(/建议/), before(/提案/)],
  [before(/提案/), before(/建议/)],
  [before(/一般债/), before(/专项债/)],
  [before(/专项债/), before(/一般债/)],
  [before(/内资/), before(/外资/)],
  [before(/公办/), before(/民办/)],
  [before(/境内|国内/), before(/境外|入境|国际/)],
];

const ALL_FAMILIES = [...FAMILIES, ...FAMILIES_WITHIN];

/** Lists that name every member of a family right after a total of the same unit. */
function* partitions(text: string, all: readonly Placed[]): Generator<Finding> {
  for (const family of ALL_FAMILIES) {
    for (let i = 1; i + family.length <= all.length; i++) {
      const first = all[i];
      if (first === undefined || !isMember(first, family[0])) continue;
      const second = all[i + 1];
      if (second?.base !== first.base || !isMember(second, family[1])) continue;
      const parts = all.slice(i, i + family.length);
      const total = all[i - 1];
      const last = parts.at(-1);
      if (total === undefined || last === undefined) continue;
      if (!parts.every((part, k) => isMember(part, family[k]) && part.base === first.base)) continue;
      if (total.base !== first.base || !isWholeOf(text, total, first, family) || ![total, ...parts].every(isExact))
        continue;
      if (!isOneSentence(text, total, last) || namesElse(text, last)) continue;
      if (FAMILIES_WITHIN.includes(family) && !text.slice(total.quantity.end, startOf(first)).endsWith('其中'))
        continue;
      const sum = sumOf(parts);
      if (Math.abs(sum - total.value) <= roomOf(total, parts)) continue;
      const start = first.before === '' ? first.quantity.start : wordStart(first, family[0]);
      yield { start, end: endOf(last), message: sumMessage(text, total, parts, sum) };
    }
  }
}

function sumOf(parts: readonly Placed[]): number {
  return parts.reduce((value, part) => value + part.value, 0);
}

/** By how much a sum may miss its total: nothing for counts, half of the last digits printed for the rest. */
function roomOf(total: Placed, parts: readonly Placed[]): number {
  const all = [total, ...parts];
  const isCount = all.every(({ quantity }) => Number.isInteger(quantity.low.value) && quantity.low.decimals === 0);
  if (isCount && splitUnit(total.quantity.unit ?? '').scale === 1) return 0.1;
  // Halves are rounded up, never down, so that a gap of exactly all halves is none of rounding.
  return all.reduce((value, one) => value + one.half, 0) * 0.9999;
}

// 产业类, 约束性, 生产型: what all belongs to one kind or another.
const CLASS = /[类性型][\u4e00-\u9fff]{0,4}$/;
// 亿元以上, 省级, 党员等: sets that may overlap or stop short.
const OVERLAPPING = /以[上下内]|[省市区县]级|等|包括|多/;
// Money of one level of government is not that of another: 中央资金、省级资金.
const OVERLAPPING_MONEY = /以[上下内]|等|包括|多/;

/**
 * Lists right after 其中, each part with its name and joined by 、. Such a list may leave parts out, so that only more
 * than the total is wrong, unless the parts are classes.
 */
function* listed(text: string, all: readonly Placed[]): Generator<Finding> {
  for (let at = text.indexOf('其中'); at >= 0; at = text.indexOf('其中', at + 2)) {
    const from = all.findIndex((one) => one.quantity.start >= at + 2);
    const [total, first] = [all[from - 1], all[from]];
    if (total === undefined || first === undefined || first.before === '' || at - total.quantity.end > 12) continue;
    if (/[。；]/.test(text.slice(total.quantity.end, at)) || startOf(first) > at + 2) continue;
    const parts = [first];
    for (let next = all[from + 1]; next !== undefined; next = all[from + parts.length]) {
      const between = text.slice(parts.at(-1)?.quantity.end, next.quantity.start);
      if (!/^[^，。；、]{0,4}[、和][^，。；、]{1,10}$/.test(between) && !isAnotherOf(first, between)) break;
      parts.push(next);
    }
    const last = parts.at(-1) ?? first;
    if (parts.length < 2 || namesElse(text, last) || ![total, ...parts].every(isExact)) continue;
    const overlapping = total.base === '元' ? OVERLAPPING_MONEY : OVERLAPPING;
    if (parts.some((part) => part.base !== total.base || overlapping.test(part.before))) continue;
    const sum = sumOf(parts);
    const isWhole = parts.every((part) => CLASS.test(part.before)) && sum > total.value * 0.6;
    const apart = sum - total.value;
    if (Math.abs(apart) <= roomOf(total, parts) || (apart < 0 && !isWhole)) continue;
    yield { start: at, end: endOf(last), message: sumMessage(text, total, parts, sum) };
  }
}

// What begins a clause of its own: 发放贷款44亿元, 新增贷款5亿元.
const OWN_CLAUSE = /^(?:[新累全同均共总并还已]|发放|完成|实现|投入|争取|带动|增长|下降|达到)/;

/** 企业贷款52亿元，|住户贷款: parted by a comma, and named like the part before. */
function isAnotherOf(first: Placed, between: string): boolean {
  const name = /^，([^，。；、]{3,10})$/.exec(between)?.[1];
  return name !== undefined && !OWN_CLAUSE.test(name) && name.slice(-2) === first.before.slice(-2);
}

// 三次产业结构调整为8.2:45.6:46.2
const STRUCTURE =
  /(?<![\d.:：∶])(\d{1,2}(?:\.\d{1,2})?)[:：∶](\d{1,2}(?:\.\d{1,2})?)[:：∶](\d{1,2}(?:\.\d{1,2})?)(?![\d.:：∶])/g;

/** Shares of the three sectors, which make a hundred but for what rounding takes or gives. */
function* structures(text: string): Generator<Finding> {
  if (!/\d[:：∶]\d/.test(text)) return;
  for (const match of matches(STRUCTURE, text)) {
    const shares = match.slice(1).map(Number);
    const sum = shares.reduce((value, share) => value + share, 0);
    const decimals = Math.min(...match.slice(1).map((share) => share.split('.')[1]?.length ?? 0));
    const sentence =
      text
        .slice(Math.max(0, match.index - 40), match.index)
        .split('。')
        .at(-1) ?? '';
    if (!sentence.includes('产业')) continue;
    // A ratio like 1:2:4 is none of a hundred.
    if (Math.abs(sum - 100) <= 1.5 * 10 ** -decimals || sum < 80 || sum > 120) continue;
    const stated = show(sum, 4);
    yield {
      start: match.index,
      end: match.index + match[0].length,
      message: {
        zh: `“${match[0]}”合计 ${stated}，三次产业的比重合计应为 100，请核。`,
        en: `“${match[0]}” makes ${stated}; the shares of the three sectors make 100.`,
      },
    };
  }
}

/** 供水管网33公里、供热管网58公里，合计91公里: a total right behind a list of its parts. */
function* totalled(text: string, all: readonly Placed[]): Generator<Finding> {
  for (const [at, total] of all.entries()) {
    const joint = text.slice(all[at - 1]?.quantity.end ?? 0, total.quantity.start);
    if (!/^，(?:合计|共计|总计)$/.test(joint)) continue;
    let from = at - 1;
    while (from > 0 && /^、[^，。；、]{1,10}$/.test(text.slice(all[from - 1]?.quantity.end, all[from]?.quantity.start)))
      from--;
    const parts = all.slice(from, at);
    const [first] = parts;
    if (first === undefined || parts.length < 2 || ![total, ...parts].every(isExact)) continue;
    if (parts.some((part) => part.base !== total.base || part.before === '' || /等|其中/.test(part.before))) continue;
    const sum = sumOf(parts);
    if (Math.abs(sum - total.value) <= roomOf(total, parts)) continue;
    yield { start: startOf(first), end: total.quantity.end, message: sumMessage(text, total, parts, sum) };
  }
}

function isMember(part: Placed, member: Member | undefined): boolean {
  if (member === undefined) return false;
  if (member.at === 'behind') return member.words.test(part.after);
  return member.words.test(part.before) || (part.before === '' && member.words.test(part.after));
}

/** Whether the quantity before a list is what the list divides, not a member of another list. */
function isWholeOf(text: string, total: Placed, first: Placed, family: readonly Member[]): boolean {
  if (family.some(({ words }) => words.test(total.before)) || total.value <= 0) return false;
  const between = text.slice(total.quantity.end, startOf(first));
  // “，其中” or “，” or nothing but the counted noun.
  const [near = '', ...rest] = between.split(/[，：]/);
  return (
    between.length <= 16 &&
    rest.length <= 1 &&
    !/[；。]/.test(between) &&
    !near.endsWith('、') &&
    !between.endsWith('、')
  );
}

/** The list goes on: another member that is not known here. */
function namesElse(text: string, last: Placed): boolean {
  const next = text.slice(endOf(last), endOf(last) + 12);
  return /^[^，。；]{0,6}[、和]/.test(next) && /\d/.test(next);
}

/** 其中 followed by one number that is larger than everything of its kind before. */
function* excesses(text: string, all: readonly Placed[]): Generator<Finding> {
  for (let at = text.indexOf('其中'); at >= 0; at = text.indexOf('其中', at + 2)) {
    const part = all.find((one) => one.quantity.start >= at + 2);
    if (part === undefined || !isExact(part)) continue;
    if (part.quantity.start - at > 18 || /[，。；：]/.test(text.slice(at, part.quantity.start))) continue;
    const before = all.filter((one) => one.quantity.end <= at && isOneSentence(text, one, part));
    const total = before.at(-1);
    if (total?.base !== part.base || total.base === '' || total.quantity.percent) continue;
    if (before.some((one) => one.base === part.base && one.value >= part.value)) continue;
    if (total.quantity.bound !== 'exact' || at - total.quantity.end > 8) continue;
    if (part.value - part.half <= total.value + total.half) continue;
    yield { start: startOf(part), end: endOf(part), message: partMessage(text, total, part) };
  }
}

function isExact({ quantity }: Placed): boolean {
  return quantity.bound === 'exact' && quantity.high === null && !quantity.percent;
}

function isOneSentence(text: string, a: Placed, b: Placed): boolean {
  return !/[。；！？\n]/.test(text.slice(a.quantity.end, b.quantity.start));
}

/** From the word of the family: 10件民生实事|完成7件. */
function wordStart({ quantity, before }: Placed, member: Member | undefined): number {
  const at = member === undefined ? -1 : before.search(member.words);
  return quantity.start - before.length + Math.max(at, 0);
}

/** From the word that names the part. */
function startOf({ quantity, before }: Placed): number {
  return quantity.start - before.replace(/^其中/, '').length;
}

function endOf({ quantity, before, after }: Placed): number {
  return before === '' ? quantity.end + (after.split(/全部|[均已]|正在|有序/)[0] ?? '').length : quantity.end;
}

function words(text: string, { quantity }: Placed): string {
  return text.slice(quantity.valueStart, quantity.valueEnd);
}

function sumMessage(text: string, total: Placed, parts: readonly Placed[], sum: number): Bilingual {
  const { scale } = splitUnit(total.quantity.unit ?? '');
  const list = parts.map((part) => words(text, part)).join('＋');
  const stated = show(sum / scale, 4);
  return {
    zh: `${list}合计 ${stated}${total.quantity.unit ?? ''}，与总数“${words(text, total)}”不符，请核。`,
    en: `${list} makes ${stated}${total.quantity.unit ?? ''}, not “${words(text, total)}”.`,
  };
}

function partMessage(text: string, total: Placed, part: Placed): Bilingual {
  return {
    zh: `“其中”的“${words(text, part)}”大于总数“${words(text, total)}”，请核。`,
    en: `“${words(text, part)}” after 其中 is more than the total, “${words(text, total)}”.`,
  };
}
