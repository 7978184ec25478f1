import type { Span } from '../model';
import { characterSet } from '../text/characters';
import type { Claim, Scene } from './statement-claims';
import { makeClaim, sentenceTime } from './statement-claims';
import { isBalanced } from './statement-plain';

/**
 * What a plan promises to begin or to finish without giving a number: 开工建设云溪水库、南山隧道, 青禾大桥建成通车. One
 * claim a named thing.
 */
export function promisedClaims(scene: Scene): Claim[] {
  if (!HINT.test(scene.text.slice(scene.start, scene.end))) return [];
  return clauses(scene).flatMap((clause) => readPromise(scene, clause));
}

const HINT = /开工|建成|竣工|投用|投产|通车|投运|启动建设|投入使用|投入运营|交付使用/;

const MARKS = characterSet('，；：');

function clauses(scene: Scene): Span[] {
  const { text } = scene;
  const found: Span[] = [];
  let start = scene.start;
  for (let i = scene.start; i <= scene.end; i++) {
    if (i < scene.end && !MARKS.has(text.charCodeAt(i))) continue;
    const numbered = scene.numbers.some((number) => number.unit !== null && number.start >= start && number.end <= i);
    if (!numbered && i - start >= 6 && i - start <= 80) found.push({ start, end: i });
    start = i + 1;
  }
  return found;
}

/** Lead words and dates before the verb: 确保, 年内, 6月底前. */
const LEAD =
  /^(?:——|[一二三四五六七八九十]{1,2}[是要]|力争|确保|争取|推动|加快|全力|力促|促进|实现|年内|今年|上半年|下半年|年底前?|[一二三四]季度|\d{1,2}月(?:底|份|中旬|上旬)?前?|全面|如期|高标准|高质量|同步|抓紧|尽快|适时|要|将|积极|统筹|持续|稳步){0,4}/;
/** A verb that begins or ends works, with the works behind it: 开工建设…, 建成投用…. */
const BEGUN =
  /^(开工建设|新开工建设|建成投用|建成投产|建成运营|建成使用|建成启用|建成开放|建成通车|建成|启动建设|竣工投用|竣工)(?![用产营通了并后]|一批|若干|各类|更多|更高|更加|小康|社会主义)(.{3,70})$/;
/** The works, and the verb behind them. */
const FINISHED =
  /^(.{4,70}?)(?:项目|工程)?(?:年内|上半年|年底前?|如期|全面|全线|主体|正式|基本|早日|尽快)?(开工建设|开工|建成投用|建成投产|建成通车|建成运营|建成|投入使用|投入运营|竣工投用|竣工投产|竣工|投产|通车|投用|投运|交付使用)$/;

function readPromise(scene: Scene, { start, end }: Span): Claim[] {
  const { text } = scene;
  const lead = LEAD.exec(text.slice(start, end))?.[0].length ?? 0;
  const clause = text.slice(start + lead, end);
  const begun = BEGUN.exec(clause);
  if (begun !== null) {
    const [, verb = '', object = ''] = begun;
    const at = start + lead + verb.length;
    return worksIn(text, at, at + object.length).map((works) =>
      promise(scene, works, start + lead, start + lead + verb.length),
    );
  }
  const finished = FINISHED.exec(clause);
  if (finished === null) return [];
  const [, object = '', verb = ''] = finished;
  const at = start + lead;
  return worksIn(text, at, at + object.length).map((works) => promise(scene, works, end - verb.length, end));
}

/** The last characters of things that are built. */
const WORKS =
  /(?:项目|工程|中心|医院|学校|小学|中学|幼儿园|[园桥路站馆厂线港院场区楼段仓库渠坝堤]|公路|高速|铁路|高铁|基地|机场|水库|广场|公园|大厦|小区|平台|市场|码头|通道|隧道|枢纽|管网|综合体|电站|产业园|环线|一期|二期|三期|街区|实验室)$/;

/** The named things of a list, without 等项目 at its end. */
function worksIn(text: string, from: number, to: number): Span[] {
  const words = text.slice(from, to);
  const tail = /等(?:一批|重点|重大|[^、，。；]{0,12})(?:项目|工程|设施|道路)?$/.exec(words)?.[0].length ?? 0;
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
  const named = spans.every((span) => isWorks(text.slice(span.start, span.end), tail > 0));
  return named ? spans : [];
}

function isWorks(name: string, listed: boolean): boolean {
  if (name.length < 3 || name.length > 26 || !isBalanced(name)) return false;
  if (/[的了将在对把被使让]|一批|若干|各类|更多|力争|确保|推动|加快|建设(?!.{0,6}$)|实施|完善|提升|推进/.test(name))
    return false;
  // Before 等项目 any name of four characters may stand, but not a kind of thing (新能源、新材料等项目).
  return WORKS.test(name) || (listed && name.length >= 4 && !/[“”]|(?:投资|工具|产业|资金|材料|能源|领域)$/.test(name));
}

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
