/**
 * How well a place where a review names something answers a promise about it. A review says of one thing what was held
 * to, what it cost, what is still wrong and what came of it; only the last is an answer.
 */

/** A name in a sentence, in reading offsets of its block. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The clause in which the name stands. */
  readonly clause: { readonly from: number; readonly to: number };
  /** The sentence, as it is closed by a full stop. */
  readonly sentence: { readonly from: number; readonly to: number };
}

/** How well a place answers: above 0 it says what was done or what came of it, below 0 it only speaks of the thing. */
export function tellingOf({ text, start, end, clause, sentence }: Place, reviewed: number | null): number {
  const before = text.slice(clause.from, start);
  const after = text.slice(end, clause.to);
  let score = 0;
  if (CAME.test(after)) score += 3;
  else if (DID.test(before)) score += 2;
  else if (CAME.test(before)) score += 1;
  if (/\d/.test(after) || /\d[^，]{0,6}$/.test(before)) score += 1;
  // 加快数字化转型。: a sentence of its own opens the part that tells it.
  if (clause.from === sentence.from && clause.to === sentence.to && clause.to - clause.from <= HEADING) score += 2;
  if (STANCE.test(before) || STANCE_BEHIND.test(after)) score -= 4;
  if (LACKING.test(after) || AMISS.test(before)) score -= 4;
  if (SPENT.test(before)) score -= 3;
  if (PART.test(before)) score -= 3;
  if (isOlder(text.slice(sentence.from, start), reviewed)) score -= 2;
  return score;
}

/** A sentence no longer than this may be a heading in the text. */
const HEADING = 24;

// Example: 明显改善, 建成通车, 取得新进展.
const CAME =
  /改善|优化|提升|增强|增加|增长|提高|好转|平衡|完成|建成|完工|竣工|通车|投用|投产|投入|启用|运[行营]|贯通|封顶|开工|交付|并网|启动|出台|印发|组建|挂牌|落地|开通|举办|入选|获[评批得]|命名|通过|取得|实现|达到|达[\d成]|覆盖|清零|下降|降低|回落|减少|缩小|扩大|加快|加强|推进|突破|显现|见效|稳定|向好|到位|超额|高于|快于|同步|成功|顺利|上线/u;
// Example: (大力推动)自主创新, (加快)产业结构优化升级.
const DID =
  /(?:推[动进]|促进|加快|加强|完成|建成|实施|开展|启动|优化|提升|提高|改善|实现|扩大|深化|落实|出台|组建|开工|投用|改造|整治|新增|新建|创建|获[评批]|入选|荣获|解决|办[好结]|有序|大力|全面)[^，。；]{0,6}$/u;
// Example: 坚持统筹…的关系, 更加注重, 始终把….
const STANCE =
  /坚持|始终|注重|处理好|重视|着眼|围绕|立足|把握|统筹考虑|放在|树立|关键|根本|必须|只有|为了|有利于|应对/u;
const STANCE_BEHIND = /关系|放在|作为[^，]{0,10}(?:任务|位置|重点)|至关重要|是[^，]{0,8}(?:关键|根本|前提)/u;
// Example: 产业结构不合理, 自主创新能力不强.
const LACKING = /不[合强足够高优协平稳]|滞后|薄弱|短板|瓶颈|难题|困难|压力|矛盾|有待|亟待|尚未|差距较|制约/u;
const AMISS = /制约|影响|缺乏|问题是|存在|面临|困扰/u;
// Example: 主要用于(道路、绿化等工程).
const SPENT = /用于|投向|包括|涉及|支持的|安排/u;

// Example: 东部地区(产业转型升级步伐加快).
const PART = /(?:东部|中部|西部|东北|沿海|部分|一些|有的|个别|少数|不少)(?:地区|省份|地方|行业|领域|企业|单位)?的?$/u;

/** 五年来, 2009年 where 2012 is reviewed: the sentence tells of other years. */
function isOlder(text: string, reviewed: number | null): boolean {
  // Example: 五年来, 两年新增, 过去十年.
  if (/(?:[两三四五十]|\d{1,2})年(?:[来间共]|累计|新增|多来)|过去[两三四五十]年|“?十[一二三四五六]五”?/u.test(text))
    return true;
  const year = /((?:19|20)\d\d)年/u.exec(text)?.[1];
  return year !== undefined && reviewed !== null && Number(year) < reviewed;
}
