import { isHan } from '../../text/characters';
import type { BlockRule, Finding } from '../rule';
import { matches } from '../support';

/** A word typed twice. */
export const duplicateWord: BlockRule = {
  id: 'duplicate-word',
  category: 'wording',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  since: '0.1.0',
  summary: { zh: '字词重复录入（进一步进一步、的的）', en: 'A word typed twice (进一步进一步, 的的)' },
  rationale: {
    zh: '反复修改的稿子常留下重复的字词。“一件一件”“研究研究”一类叠用，以及“服务服务业”一类前后各有所属的，不作提示。',
    en: 'Edited drafts keep doubled words. Reduplication such as 一件一件 and 研究研究, and words that belong to different neighbours (服务服务业), are left alone.',
  },
  sources: ['编校通例'],
  options: {},
  examples: [
    { bad: '⟦进一步进一步⟧畅通办事渠道。', fixed: '进一步畅通办事渠道。' },
    { bad: '扎实推进乡村振兴⟦的的⟧各项工作。', fixed: '扎实推进乡村振兴的各项工作。' },
    {
      bad: '全年城镇新增就业⟦增长增长⟧5%，⟦营商环境营商环境⟧持续改善。',
      fixed: '全年城镇新增就业增长5%，营商环境持续改善。',
    },
    {
      bad: '我们⟦将将⟧持续优化营商环境，由⟦于于⟧需求不足，投资偏弱。',
      fixed: '我们将持续优化营商环境，由于需求不足，投资偏弱。',
    },
    { good: '推进共建共治共享的治理格局，一件一件抓落实，一个项目一个项目推进。' },
    { good: '方方面面齐发力，真真正正见实效，一户一户上门走访。' },
    { good: '更好服务服务业发展，规范管理管理人员，健全生产生产资料供应体系。' },
    { good: '的的确确改善了环境，和和美美过日子，问题不能不了了之，实实在在办实事。' },
    { good: '家家户户、人人参与，越来越多、越来越好，大家坐下来研究研究、商量商量。' },
    { good: '推动高质量发展、发展新质生产力。' },
  ],
  *checkBlock({ text }) {
    const words = repeats(text);
    const doubled = lastDoubled >= 0;
    for (const { at, word } of words) {
      if (isMeant(text, at, word) || !isWord(text, at, word)) continue;
      yield finding(at, word + word, word);
    }
    for (const match of doubled ? matches(PARTICLE, text) : []) {
      const [all] = match;
      yield finding(match.index, all, all.slice(0, all.length / 2));
    }
  },
};

const LONGEST_WORD = 8;

/** Two to eight Han characters that stand twice in a row (进一步进一步, 增长增长), the longest at each place. */
function repeats(text: string): { at: number; word: string }[] {
  const found: { at: number; word: string }[] = [];
  // In every repeat a pair of units stands again within eight places: only behind such pairs a closer look is worth it.
  base += text.length + LONGEST_WORD + 1;
  if (base > FARTHEST) {
    lastSeen.fill(0);
    base = text.length + LONGEST_WORD + 1;
  }
  let at = 0;
  let first = text.charCodeAt(0);
  lastDoubled = -1;
  for (let i = 1; i < text.length; i++) {
    const second = text.charCodeAt(i);
    if (first === second) lastDoubled = i;
    const place = ((first * 37) ^ second) & (lastSeen.length - 1);
    const again = base + i - (lastSeen[place] ?? 0) <= LONGEST_WORD;
    lastSeen[place] = base + i;
    first = second;
    if (!again) continue;
    at = Math.max(at, i - LONGEST_WORD - 1);
    while (at < i && at + 3 < text.length) {
      const length = repeatAt(text, at);
      if (length > 0) found.push({ at, word: text.slice(at, at + length) });
      at += length > 0 ? 2 * length : 1;
    }
  }
  return found;
}

/** Where pairs of units were seen last, by a few bits of them; counted on from text to text. */
const lastSeen = new Int32Array(1 << 12);
let base = 0;
/** Where a unit stood twice in a row in the text read last, -1 for nowhere: without it no particle is doubled. */
let lastDoubled = -1;
const FARTHEST = 1 << 30;

function repeatAt(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (!isHan(first)) return 0;
  for (let length = LONGEST_WORD; length >= 2; length--) {
    if (text.charCodeAt(at + length) !== first) continue;
    let same = 0;
    while (same < length && isHan(text.charCodeAt(at + same)) && text[at + same] === text[at + length + same]) same++;
    if (same === length) return length;
  }
  return 0;
}

// 的的  了了  与与  为为  将将  于于; not 的的确确, 不了了之, 和和美美, 成为为民服务的.
const PARTICLE =
  /的的(?!确)|(?<![一对成配])对对(?!对)|(?<!不)了了(?!之)|与与|及及|和和(?![美气睦])|(?<!实)在在(?!在)|(?<![成作认因变])为为(?![民了人国])|将将(?![来军就领要])|们们|已已|于于|也也|仍仍|把把(?![关脉])|被被/g;

/** Verbs that are said twice for a short action. */
const VERBS = new Set('研究 讨论 商量 考虑 学习 思考 了解 合计 琢磨 打扫 锻炼 活动 意思 参谋'.split(' '));

function isMeant(text: string, at: number, word: string): boolean {
  // 一件一件, 每年每年, 逐个逐个; 很多很多.
  if (/^[一每逐很许越再]/.test(word) || VERBS.has(word)) return true;
  // 二〇二〇年
  if (/[〇零]/.test(word)) return true;
  // 天天天天, 哈哈哈哈.
  if (word.length === 2 && word.startsWith(word[1] ?? '')) return true;
  // 推进共建共治共享: a row of words that begin alike, seen one character too early.
  const end = at + word.length * 2;
  if (word.length === 2 && text[end + 1] === word[1]) return true;
  const after = text.slice(end, end + 2);
  // 服务服务业, 管理管理人员, 生产生产资料: the second word begins a longer one.
  if (word.length === 2 && /^(?:[业者员力商型性化学厅局部站所]|人员|资料|中心)/.test(after)) return true;
  return false;
}

let segmenter: Intl.Segmenter | undefined;

/** Whether both halves are words: 强化文化文艺 only looks as if 化文 stood twice. */
function isWord(text: string, at: number, word: string): boolean {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const from = Math.max(0, at - 8);
  const ends = new Set([0]);
  for (const { index, segment } of segmenter.segment(text.slice(from, at + word.length * 2 + 8)))
    ends.add(index + segment.length);
  // The first half may end a longer word: 市政府政府.
  return [1, 2].every((n) => ends.has(at - from + n * word.length));
}

function finding(start: number, all: string, word: string): Finding {
  return {
    start,
    end: start + all.length,
    message: { zh: `“${word}”重复，删去其一。`, en: `“${word}” is typed twice; remove one.` },
    fixes: [
      {
        title: { zh: `删去重复的“${word}”`, en: `Remove the second “${word}”` },
        kind: 'suggestion',
        edits: [{ start: start + word.length, end: start + all.length, text: '' }],
      },
    ],
  };
}
