import type { Span } from '../model';
import { characterSet } from '../text/characters';
import type { Claim, Scene } from './statement-claims';
import { makeClaim, sentenceTime } from './statement-claims';
import { isBalanced } from './statement-plain';
import { COUNT_UNITS, countVerbAt } from './statement-words';

/**
 * What a plan promises to begin, to finish or to bring about without giving a number, one claim a named thing:
 * 开工建设云溪水库、南山隧道, 青禾大桥6月底前建成通车, 完成锦绣路提升改造, 乡镇消防站全覆盖. Whether it was done must be
 * seen by anybody: to advance, strengthen or deepen something is no such promise.
 */
export function promisedClaims(scene: Scene): Claim[] {
  if (!HINT.test(scene.text.slice(scene.start, scene.end))) return [];
  return clauses(scene).flatMap((clause) => readPromise(scene, clause));
}

/** What each kind of promise cannot do without. */
const HINT =
  /[开完竣]工|建成|投[用产运]|通[车水气航]|启[动用]|投入|交付|并网|贯通|封顶|完成|编制|全覆盖|清零|出台|制定|印发|组建|开通|[举承]办|创建|争创|实现“/;

const MARKS = characterSet('，；：');

function clauses(scene: Scene): Span[] {
  const { text } = scene;
  const found: Span[] = [];
  let start = scene.start;
  for (let i = scene.start; i <= scene.end; i++) {
    if (i < scene.end && !MARKS.has(text.charCodeAt(i))) continue;
    const hinted = i - start >= 5 && i - start <= 80 && HINT.test(text.slice(start, i));
    if (hinted && !isCounted(scene, start, i)) found.push({ start, end: i });
    start = i + 1;
  }
  return found;
}

/** Whether a clause gives an amount. 6月底前 says when, “15分钟生活圈” is a name, 100兆瓦风电项目 is one project of that size. */
function isCounted({ text, numbers }: Scene, start: number, end: number): boolean {
  return numbers.some((number) => {
    if (number.unit === null || number.start < start || number.end > end) return false;
    if (number.unit === '月' || number.unit === '日') return false;
    if (DATED.test(text.slice(number.start, Math.min(end, number.end + 4)))) return false;
    const open = text.lastIndexOf('“', number.start);
    if (open >= start && text.indexOf('”', open) > number.start) return false;
    return COUNT_UNITS.has(number.unit) || !SIZED.test(text.slice(number.end, Math.min(end, number.end + 14)));
  });
}

// Example: 6月底前, 2025年6月.
const DATED = /^\d{1,4}[年月日]/;
// Example: (100兆瓦)风电项目, (20万吨)储能材料项目, (220千伏)变电站.
const SIZED = /^级?(?:[\u4e00-\u9fffA-Z]{2,10}(?:项目|工程|基地|生产线)|输?变电站?|线路|主变)/;

/** When, to be put into a group: 年内, 6月底前, 主汛期前, 三季度. */
const WHEN =
  '[在于]?(?:[今明本]年|年内|全年)?(?:上半年|下半年|年底|年末|年中|[一二三四1-4]季度|\\d{1,2}月份?(?:\\d{1,2}日)?|“?[五十]一”?|春节|国庆节?|元旦|主?汛期|供暖季|采暖季|入冬|开学|春耕|秋季学期|暑期)(?:[底末初中]|[上中下]旬)?(?:来临|开始|到来)?之?前?|[今本]年|年内|当年|[如按]期';
/** How, which says nothing of what; to be put into a group. */
const HOW =
  '赶在|计划|争取|力争|确保|全面|全部|全线|主体|结构|正式|基本|早日|尽快|尽早|顺利|率先|高标准|高质量|高效|抓紧|同步|提前|陆续|稳步|积极|有序|适时|统筹|实现|完成|[将要均]';

/** Lead words and dates before what is promised: 确保, 年内, 6月底前. */
const LEAD = new RegExp(
  `^(?:——|[一二三四五六七八九十]{1,2}[是要]|推动|推进|加快|加速|全力|力促|促进|促成|努力|持续|支持|保持|${WHEN}|${HOW}){0,5}`,
  'u',
);

/** Works begun or finished, with the works behind the verb: 开工建设…, 建成投用…. */
const BEGUN =
  /^(新?开工建设|建成并?(?:投用|投产|运营|使用|启用|开放|通车|交付)|建成|启动建设|竣工投用|竣工|投用|启用)(?![用产营通了并后]|一批|若干|各类|更多|更高|更加|小康|社会主义)(.{3,70})$/u;

/** The verb at the end of works that begin, are finished or come to use; to be put into a group. */
const FINISHING =
  '(?:建成|竣工|完工|改造|建设|封顶|交工|试)?[并后]?(?:投入(?:使用|运营|运行|生产|试运行)|交付使用|交付|投用|投产达效|达产达效|达产|投产|投运|通车|通水|通气|通航|启用|开放|开园|开馆|开诊|招生)|(?:建成|开通|正式)(?:运营|运行)|开工建设|开工|建成|竣工验收|竣工|完工|开通|并网(?:发电|运行)?|贯通|封顶';
const FINISHED = new RegExp(
  `^(.{3,70}?)(项目|工程)?((?:${WHEN}|${HOW}){0,3})((?:${FINISHING})(?:、(?:${WHEN}|${HOW}){1,3}(?:${FINISHING}))?)$`,
  'u',
);
/** How those verbs end: most clauses are told apart by this alone. */
const LAST_OF_FINISHING: ReadonlySet<string> = new Set(
  '使用 运营 运行 生产 交付 投用 达效 达产 投产 投运 通车 通水 通气 通航 启用 开放 开园 开馆 开诊 招生 建设 开工 建成 验收 竣工 完工 开通 并网 发电 贯通 封顶'.split(
    ' ',
  ),
);
/** What is everywhere or nowhere at the end: 乡镇消防站全覆盖, 零就业家庭动态清零. */
const STATE = new RegExp(`^(.{4,36}?)(?:${HOW}|${WHEN}|动态){0,3}(全覆盖|清零)$`, 'u');

/** Acts that end with something to be seen: the verb, and what it must be done to. */
const ACTS: readonly (readonly [verb: RegExp, object: RegExp])[] = [
  [
    /^(?:编制完成|修编完成|完成)/u,
    /(?:改造|改建|扩建|迁建|新建|重建|修缮|整修|整治|治理|修复|加固|绿化|亮化|美化|硬化|疏浚|清淤|组建|筹建|编制|修编|普查|审计|换届|改制|搬迁|征收|拆迁|安置|扩区|调整|更名|选举|改革|验收|创建|划定|评估|清理|登记|颁证|确权|升级|提升|提质|招标|立项|论证|移交|整合|重组|铺设|安装|更新|建设|试点|规划|方案|工程|项目|“[^”]{2,10}”)$/u,
  ],
  [
    /^(?:启动实施|启动|启用)/u,
    /(?:创建|建设|改造|更新|工程|项目|行动|计划|试点|编制|修编|普查|征收|征迁|搬迁|治理|整治|修复|扩建|迁建|前期|规划|平台|系统|校区|院区)$/u,
  ],
  [
    /^(?:研究制定|制定[和并]实施|制定实施|编制实施|制定出台|制定印发|印发实施|编制出台|出台实施|制定|出台|印发|编制|修编)/u,
    /(?:条例|办法|规划|方案|实施意见|行动计划|实施细则|目录|导则|》)$/u,
  ],
  [
    /^(?:组建|筹建|设立|成立)/u,
    /(?:银行|集团|公司|基金|联盟|研究院|学院|医院|支队|大队|中心|联合体|共同体|协会|商会|法庭)$/u,
  ],
  [/^开通/u, /(?:航线|班列|线路|公交|专线|专列|航班|号线|服务热线)$/u],
  [/^(?:举办|承办|办好)/u, /(?:大会|博览会|运动会|论坛|峰会|赛|艺术节|文化节|旅游节|丰收节|交易会|展览会|洽谈会)$/u],
  [
    /^(?:成功创建|创建|争创|创成)/u,
    /(?:城市|示范[区县市旗乡镇村点]|园林县城|卫生县城|县城|先进县|景区|园区|度假区|示范基地|基地|特色小镇|先行区|称号)$/u,
  ],
];

/** 实现“一窗通办”: the whole of the clause. */
const SERVICE = /^实现(“[^”]{2,12}[办结证免网码厅窗]”)$/u;

function readPromise(scene: Scene, { start, end }: Span): Claim[] {
  const { text } = scene;
  const whole = text.slice(start, end);
  const lead = LEAD.exec(whole)?.[0] ?? '';
  // 完成 and 实现 are verbs of their own where they stand last of the lead.
  const at = start + lead.length - (/(?:完成|实现)$/u.exec(lead)?.[0].length ?? 0);
  const clause = text.slice(at, end);
  // 10月底前…: the date belongs to what is promised.
  const from = start + (DATE.exec(whole.slice(0, at - start))?.index ?? at - start);
  return (
    begunWorks(scene, clause, at, from) ??
    finishedWorks(scene, clause, at, end) ??
    reachedState(scene, clause, at, end, lead) ??
    doneAct(scene, clause, at, end, from) ??
    service(scene, clause, at) ??
    []
  );
}

function begunWorks(scene: Scene, clause: string, start: number, from: number): Claim[] | null {
  const match = BEGUN.exec(clause);
  if (match === null) return null;
  const [, verb = '', object = ''] = match;
  const at = start + verb.length;
  const works = worksIn(scene.text, at, at + object.length, false);
  return works.length === 0 ? null : works.map((one) => promise(scene, one, from, at));
}

function finishedWorks(scene: Scene, clause: string, start: number, end: number): Claim[] | null {
  if (!LAST_OF_FINISHING.has(clause.slice(-2))) return null;
  const match = FINISHED.exec(clause);
  if (match === null) return null;
  const [, object = '', kind = '', between = ''] = match;
  const from = start + objectStart(object);
  const works = worksIn(scene.text, from, start + object.length, kind !== '' || DATE.test(between));
  return works.length === 0 ? null : works.map((one) => promise(scene, one, start + object.length + kind.length, end));
}

/** What has a date of its own, or is called a project, is promised whatever its name. */
const DATE = new RegExp(WHEN, 'u');

/** 完成, 实现: a verb before the works belongs to what is done. */
function objectStart(object: string): number {
  return /^(?:完成|实现)/u.exec(object)?.[0].length ?? 0;
}

function reachedState(scene: Scene, clause: string, start: number, end: number, lead: string): Claim[] | null {
  const match = clause.endsWith('全覆盖') || clause.endsWith('清零') ? STATE.exec(clause) : null;
  // 推进…全覆盖 names a direction, 实现…全覆盖 what is to be.
  if (match === null || /推|持续|加快|促/u.test(lead)) return null;
  const [, object = '', state = ''] = match;
  const from = start + objectStart(object);
  const name = { start: from, end: start + object.length };
  return isNamed(scene.text.slice(name.start, name.end)) ? [promise(scene, name, end - state.length, end)] : null;
}

function doneAct(scene: Scene, clause: string, start: number, end: number, from: number): Claim[] | null {
  for (const [verbs, objects] of ACTS) {
    const verb = verbs.exec(clause)?.[0];
    if (verb === undefined) continue;
    const at = start + verb.length;
    const object = clause.slice(verb.length);
    const parts = object.split('、');
    if (!objects.test(object) || (!isNamed(object) && parts.length === 1)) return null;
    if (parts.length > 1 && parts.every((part) => objects.test(part) && isNamed(part))) {
      let next = at;
      return parts.map((part) => {
        const name = { start: next, end: next + part.length };
        next = name.end + 1;
        return promise(scene, name, from, at);
      });
    }
    if (!isNamed(object)) return null;
    // The verb that closes the object says what is done, the rest to what: 国土空间规划编制.
    const name = object.replace(/(?:编制|修编|组建|筹建)$/u, '');
    if (name.length < 4) return null;
    return [promise(scene, { start: at, end: at + name.length }, from, name === object ? at : end)];
  }
  return null;
}

function service(scene: Scene, clause: string, start: number): Claim[] | null {
  const quoted = SERVICE.exec(clause)?.[1];
  if (quoted === undefined) return null;
  const at = start + '实现'.length;
  return [promise(scene, { start: at, end: at + quoted.length }, start, at)];
}

/** Whether words name one thing that can be looked for: not 各项任务, 新一轮改革, 更高水平的…. */
function isNamed(object: string): boolean {
  if (object.length < 4 || object.length > 30 || !isBalanced(object)) return false;
  return !VAGUE.test(object) && countVerbAt(object, 0, object.length).length < object.length - 1;
}

const VAGUE =
  /[了将在对把被使让]|一批|一系列|若干|各类|各项|一些|更[多高好优大加]|新一轮|多个|系列|上述|稳定|保障|实现|全年|年度|目标|历史|力争|确保|推动|推进|促进|加快|加强|深化|提高|努力|发展(?!规划|基金|大会|示范|计划|行动|集团|公司)|任务(?!书)|水平|能力|质量(?!强|检)|(?:重点|重大|主要)(?:工作|项目|工程|任务)$/u;

/** The last characters of things that are built. */
const WORKS =
  /(?:项目|工程|中心|医院|学校|小学|中学|幼儿园|[园桥路站馆厂线港院场区楼段仓库渠坝堤道街矿室井圈剧塔]|公路|高速|铁路|高铁|基地|机场|水库|广场|公园|大厦|小区|平台|市场|码头|通道|隧道|枢纽|管网|综合体|电站|产业园|环线|[一二三]期|街区|实验室|厂房|生产线|改造|改线|修缮|迁建|扩建|改扩建|加固|整治|治理|修复|机组)$/u;

/** The named things of a list, without 等项目 at its end; `any` where each may be of any kind. */
function worksIn(text: string, from: number, to: number, any: boolean): Span[] {
  const words = text.slice(from, to);
  const tail = /等(?:一批|重点|重大|[^、，。；]{0,12})(?:项目|工程|设施|道路)?$/u.exec(words)?.[0].length ?? 0;
  const spans: Span[] = [];
  let start = from;
  let depth = 0;
  const stop = to - tail;
  for (let i = from; i <= stop; i++) {
    const character = text[i] ?? '';
    if (character === '“' || character === '（') depth++;
    else if (character === '”' || character === '）') depth--;
    if (i < stop && (depth > 0 || character !== '、')) continue;
    spans.push({ start, end: i });
    start = i + 1;
  }
  const named = spans.every((span) => isWorks(text.slice(span.start, span.end), tail > 0 || any));
  return named ? spans : [];
}

function isWorks(name: string, any: boolean): boolean {
  if (name.length < 3 || name.length > 26 || !isBalanced(name)) return false;
  if (/[的了将在对把被使让]|[相互]$|一批|若干|各类|更多|力争|确保|推动|加快|建设(?!.{0,6}$)|实施|完善|推进/u.test(name))
    return false;
  if (KIND.test(name)) return false;
  if (WORKS.test(name)) return true;
  // Any name of four characters may stand, but not a kind of thing (新能源、新材料等项目).
  return any && name.length >= 4 && !/[“”]|(?:投资|工具|产业|资金|新材料|新能源|领域)$/u.test(name);
}

/** 重点项目, 在建工程: a kind of works, and none of them. */
const KIND =
  /^(?:[省市区县]级?|国家级?|在建|新建|续建|重点|重大|产业|政府|亿元以上|招商|签约|基础设施|民生|储备|前期|有关|相关|其他|全部){1,3}(?:项目|工程)$/u;

function promise(scene: Scene, works: Span, verbStart: number, verbEnd: number): Claim {
  return makeClaim(scene, {
    start: Math.min(works.start, verbStart),
    end: Math.max(works.end, verbEnd),
    name: scene.text.slice(works.start, works.end),
    nameStart: works.start,
    nameEnd: works.end,
    indicator: null,
    valueStart: verbStart,
    valueEnd: verbEnd,
    measure: 'qualitative',
    form: 'words',
    time: sentenceTime(scene, works.end),
  });
}
