import type { RuleExample } from '../../server/src/core/rules/rule';

/**
 * Puts the snippet of an example where its `part` says, in a small report that plans `year`. A line 名词解释 in the snippet
 * begins the glossary.
 */
export function frame(snippet: string, part: RuleExample['part'], year: number): { text: string; offset: number[] } {
  if (part === 'whole') return { text: snippet, offset: [0] };
  const cut = /^名词解释$/m.exec(snippet)?.index ?? snippet.length;
  const body = snippet.slice(0, cut);
  const before = [
    '政府工作报告',
    `——${year}年1月10日在青禾区第十八届人民代表大会第四次会议上`,
    '青禾区人民政府区长 周明远',
    '各位代表：',
    '现在，我代表青禾区人民政府，向大会报告工作，请予审议。',
    `一、${year - 1}年工作回顾`,
    '过去一年，全区上下齐心协力，各项工作取得新的进展。',
    '',
  ].join('\n');
  const between = [`二、${year}年工作安排`, '做好今年工作，要坚持稳字当头，把各项任务落到实处。', ''].join('\n');
  const after = '各位代表，让我们齐心协力，把青禾的事情办好。\n';
  const head = part === 'review' ? before : before + between;
  const tail = part === 'review' ? `\n${between}${after}` : `\n${after}`;
  const shift = head.length + body.length + tail.length - cut;
  return { text: head + body + tail + snippet.slice(cut), offset: [head.length, cut, shift] };
}

/** The snippet of a framed text, as long as the frame around it was left alone. */
export function unframe(text: string, snippet: string, part: RuleExample['part'], year: number): string {
  if (part === 'whole') return text;
  const empty = frame(snippet.includes('名词解释\n') ? '名词解释\n' : '', part, year);
  const [head = 0] = empty.offset;
  const framed = empty.text.slice(0, head);
  const rest = snippet.includes('名词解释\n') ? empty.text.slice(head, -'名词解释\n'.length) : empty.text.slice(head);
  const at = text.indexOf(rest, head);
  if (!text.startsWith(framed) || at < 0) throw new Error('A fix changed the report around the example.');
  return text.slice(head, at) + text.slice(at + rest.length);
}

/** Where an offset of the snippet stands in the framed text. */
export function reframe(offset: number, [head = 0, cut = Infinity, shift = 0]: readonly number[]): number {
  return offset < cut ? offset + head : offset + shift;
}
