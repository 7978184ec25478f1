import type { BoundWord } from './quantities';

type OpenBound = BoundWord['bound'];

/** Longer words first, so that 不低于 is not read as 低于. */
const BEFORE: readonly (readonly [string, OpenBound])[] = [
  ['不超过', 'at-most'],
  ['不突破', 'at-most'],
  ['不高于', 'at-most'],
  ['不大于', 'at-most'],
  ['不多于', 'at-most'],
  ['不低于', 'at-least'],
  ['不少于', 'at-least'],
  ['不小于', 'at-least'],
  ['超过了', 'at-least'],
  ['突破了', 'at-least'],
  ['大约', 'about'],
  ['约为', 'about'],
  ['约占', 'about'],
  ['将近', 'about'],
  ['接近', 'about'],
  ['逼近', 'about'],
  ['超过', 'at-least'],
  ['突破', 'at-least'],
  ['超出', 'at-least'],
  ['冲破', 'at-least'],
  ['高于', 'at-least'],
  ['大于', 'at-least'],
  ['多于', 'at-least'],
  ['高出', 'at-least'],
  ['至少', 'at-least'],
  ['最少', 'at-least'],
  ['迈上', 'at-least'],
  ['跨上', 'at-least'],
  ['站上', 'at-least'],
  ['登上', 'at-least'],
  ['跃上', 'at-least'],
  ['迈过', 'at-least'],
  ['跨过', 'at-least'],
  ['越过', 'at-least'],
  ['低于', 'at-most'],
  ['小于', 'at-most'],
  ['少于', 'at-most'],
  ['不足', 'at-most'],
  ['不到', 'at-most'],
  ['未到', 'at-most'],
  ['不满', 'at-most'],
  ['至多', 'at-most'],
  ['最多', 'at-most'],
  ['≤', 'at-most'],
  ['≥', 'at-least'],
  ['约', 'about'],
  ['近', 'about'],
  ['超', 'at-least'],
  ['逾', 'at-least'],
  ['过', 'at-least'],
  ['上', 'at-least'],
];

/** Characters before a one-character bound word that make a longer word of it: 签约, 节约, 最近, 赶超. */
const NOT_AFTER = new Map<string, ReadonlySet<string>>([
  ['约', new Set('签节集制预公合契履邀特违条盟解续毁相简俭履')],
  ['近', new Set('邻靠附亲临最就远')],
  ['超', new Set('赶反')],
  ['过', new Set('通经度渡超难不错')],
  ['上', new Set('以网线马向加')],
]);

/** 过 and 上 are bound words only before a round number in words: 过百亿元, 上千家. */
const ROUND = /[百千万亿]/;

const BEFORE_BY_LAST = new Map<number, (readonly [string, OpenBound])[]>();
for (const row of BEFORE) {
  const last = row[0].charCodeAt(row[0].length - 1);
  const group = BEFORE_BY_LAST.get(last);
  if (group === undefined) BEFORE_BY_LAST.set(last, [row]);
  else group.push(row);
}

/** The bound word that touches a number from the front: 超过, 不低于, 约; at most one. `valueEnd` is where its unit ends. */
export function wordBefore(text: string, at: number, valueEnd: number): BoundWord | null {
  for (const [word, bound] of BEFORE_BY_LAST.get(text.charCodeAt(at - 1)) ?? []) {
    const start = at - word.length;
    if (start < 0 || !text.startsWith(word, start)) continue;
    if (NOT_AFTER.get(word)?.has(text[start - 1] ?? '')) return null;
    if ((word === '过' || word === '上') && !ROUND.test(text[at] ?? '')) return null;
    return { start, end: at, text: word, bound, place: 'before' };
  }
  // 迈入千亿元台阶, 跨越百亿元大关: the verb opens the value only together with the step.
  if (!'入越进升'.includes(text[at - 1] ?? ' ')) return null;
  const step = /^级?(?:新?台阶|大关|关口|门槛|行列|俱乐部)/.test(text.slice(valueEnd, valueEnd + 4));
  for (const word of ['迈入', '跨入', '跨越', '进入', '迈进', '跃升']) {
    if (step && text.startsWith(word, at - 2))
      return { start: at - 2, end: at, text: word, bound: 'at-least', place: 'before' };
  }
  return null;
}

const AFTER: readonly (readonly [string, OpenBound])[] = [
  ['及以上', 'at-least'],
  ['及以下', 'at-most'],
  ['以上', 'at-least'],
  ['以下', 'at-most'],
  ['以内', 'at-most'],
  ['之内', 'at-most'],
  ['左右', 'about'],
  ['上下', 'about'],
];

/** The bound word that touches a unit from behind: 以上, 以内, 左右. */
export function wordAfter(text: string, at: number): BoundWord | null {
  for (const [word, bound] of AFTER) {
    if (!text.startsWith(word, at)) continue;
    if (word === '上下' && /[游班联]/.test(text[at + 2] ?? '')) return null;
    return { start: at, end: at + word.length, text: word, bound, place: 'after' };
  }
  return null;
}
