import type { Bilingual, Block } from '../../model';
import { isLatin } from '../../text/characters';
import type { DocumentRule, Finding, RuleContext } from '../rule';
import { matches, prose } from '../support';

/** Quotation marks and brackets that do not come in pairs, cross one another or repeat inside themselves. */
export const punctuationPair: DocumentRule = {
  id: 'punctuation-pair',
  category: 'punctuation',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '引号、书名号、括号不成对、交叉或套用不当',
    en: 'Quotation marks and brackets that are not in pairs, cross or nest wrongly',
  },
  rationale: {
    zh: '引号、书名号、括号前后两半必须成对，不得交叉；引号之内再用引号，外双内单。连续几段的引文可以每段开头都用前引号，只在末段之末用后引号，此种情形不作提示。',
    en: 'Quotation marks and brackets come in pairs and do not cross; inside double quotation marks single ones are used. A quotation over several paragraphs may open each of them and close only the last: that is not reported.',
  },
  sources: ['GB/T 15834—2011 4.8.3.4、4.8.3.5、4.9、4.15'],
  options: {},
  examples: [
    { bad: '深入实施⟦“⟧三清三建行动，成效明显。' },
    { bad: '落实⟦《⟧青禾区条例有关规定，建成园区一期⟦）⟧厂房2万平方米。' },
    { bad: '落实“《青禾区条例⟦”⟧》有关规定。' },
    { bad: '全面推进⟦”⟧五小“惠民工程，擦亮“青禾好味⟦“⟧品牌。' },
    { bad: '落实“创建⟦“⟧青禾好味”品牌”要求。' },
    { good: '弘扬“严、细、实”作风，落实《青禾区“十四五”规划〔2021〕》（修订稿），办好“一件事”。' },
    { good: '会议指出：“要办好‘家门口’的事，让群众少跑腿。”' },
    { good: '会议要求：“坚持实干为先。\n“坚持民生为大。\n“坚持底线思维。”' },
    { good: '重点做好：1）项目建设；2）招商引资；a）园区配套。' },
    { good: '推广“Let’s go”英语角，开通“12345”热线（24小时）。' },
  ],
  *check(context) {
    let carried: Open[] = [];
    for (const block of prose(context.analysis.report)) {
      const marks = context.remember(block, 'marks', readMarks);
      if (carried.length === 0 && isSound(marks)) continue;
      if (block.kind !== 'body') {
        yield* unclosed(context, carried);
        carried = [];
      }
      const folded = fold(block, marks, carried);
      yield* folded.slips.filter((slip) => !isDamaged(context, slip)).map((slip) => finding(context, slip));
      // A glossary entry is closed by its own end.
      yield* unclosed(context, block.kind === 'body' ? folded.given : [...folded.given, ...folded.open]);
      carried = block.kind === 'body' ? folded.open : [];
    }
    yield* unclosed(context, carried);
  },
};

interface Mark {
  readonly character: string;
  readonly at: number;
}

interface Open extends Mark {
  readonly block: Block;
  /** Stands inside double quotation marks although it opens such marks itself. */
  readonly inner: boolean;
}

interface Slip extends Mark {
  readonly block: Block;
  readonly kind: 'stray' | 'unclosed' | 'crossed' | 'nested' | 'turned' | 'swapped';
}

const CLOSER = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
  ['〈', '〉'],
  ['（', '）'],
  ['〔', '〕'],
  ['【', '】'],
]);
const OPENER = new Map([...CLOSER].map(([opener, closer]) => [closer, opener]));

const MARK = /[“”‘’《》〈〉（）〔〕【】]/g;

/** Two halves this near each other that both face the wrong way are one slip. */
const NEAR = 30;

function readMarks(block: Block): Mark[] {
  const { text } = block;
  const marks: Mark[] = [];
  for (const match of matches(MARK, text)) {
    const [character] = match;
    const at = match.index;
    // An apostrophe.
    if (character === '’' && isLatin(text.charCodeAt(at - 1)) && isLatin(text.charCodeAt(at + 1))) continue;
    if (character === '）' && isItemMark(text, at)) continue;
    marks.push({ character, at });
  }
  return marks;
}

/** Whether every mark has its other half, none crosses another and no double quotation marks stand inside double ones. */
function isSound(marks: readonly Mark[]): boolean {
  const open: string[] = [];
  for (const { character } of marks) {
    if (CLOSER.has(character)) {
      if (character === '“' && open.includes(character)) return false;
      open.push(character);
    } else if (open.pop() !== OPENER.get(character)) return false;
  }
  return open.length === 0;
}

// …：1）  …；二）  a）
const ITEM = /(?:^|[。；：，、！？\s])(?:\d{1,3}|[a-z]|[一二三四五六七八九十]{1,3})$/i;

/** Whether the closing bracket at `at` belongs to the number of an item and needs no other half. */
function isItemMark(text: string, at: number): boolean {
  return ITEM.test(text.slice(Math.max(0, at - 5), at));
}

/**
 * Pairs the marks of one block.
 * @param carried what earlier blocks left open
 * @returns `open` is left open by this block, `given` by earlier ones for good
 */
function fold(
  block: Block,
  marks: readonly Mark[],
  carried: readonly Open[],
): { slips: Slip[]; open: Open[]; given: Open[] } {
  const slips: Slip[] = [];
  const earlier = [...carried];
  const open: Open[] = [];
  const first = marks[0];
  const goesOn = first?.character === '“' && first.at === 0 && earlier.some((one) => one.character === '“');
  for (const mark of goesOn ? marks.slice(1) : marks) {
    const opener = OPENER.get(mark.character);
    if (opener === undefined) {
      open.push({ ...mark, block, inner: mark.character === '“' && open.some((one) => one.character === '“') });
      continue;
    }
    const own = lastOf(open, opener);
    if (own < 0) {
      const other = lastOf(earlier, opener);
      if (other >= 0) earlier.splice(other, 1);
      else slips.push({ ...mark, block, kind: 'stray' });
      continue;
    }
    const above = open.slice(own + 1);
    if (above.length > 0 && above.every((one) => isClosedLater(marks, one, mark.at))) {
      slips.push({ ...mark, block, kind: 'crossed' });
      open.splice(own, 1);
      continue;
    }
    for (const one of above) slips.push({ ...one, kind: 'unclosed' });
    const [closed] = open.splice(own);
    if (closed?.inner === true && isClosedLater(marks, closed, mark.at)) slips.push({ ...closed, kind: 'nested' });
  }
  const left = goesOn ? earlier.filter((one) => one.character === '“') : [];
  const turned = mergeTurned(block, slips, open);
  return { slips: turned.slips, open: [...left, ...turned.open], given: earlier.filter((one) => !left.includes(one)) };
}

function lastOf(open: readonly Open[], character: string): number {
  for (let i = open.length - 1; i >= 0; i--) if (open[i]?.character === character) return i;
  return -1;
}

/** Whether more halves that close `one` than open it stand after `from`. */
function isClosedLater(marks: readonly Mark[], one: Mark, from: number): boolean {
  const closer = CLOSER.get(one.character);
  let depth = 0;
  for (const mark of marks) {
    if (mark.at <= from) continue;
    if (mark.character === one.character) depth++;
    else if (mark.character === closer && --depth < 0) return true;
  }
  return false;
}

/** ”甲“ and “甲“ and ”甲” are one slip each, not two. */
function mergeTurned(block: Block, slips: readonly Slip[], open: readonly Open[]): { slips: Slip[]; open: Open[] } {
  const quotes = [
    ...slips.filter(
      (slip) =>
        (slip.kind === 'stray' && slip.character === '”') || (slip.kind === 'unclosed' && slip.character === '“'),
    ),
    ...open.filter((one) => one.character === '“').map((one): Slip => ({ ...one, kind: 'unclosed' })),
  ].sort((a, b) => a.at - b.at);
  const merged: Slip[] = [];
  const gone = new Set<number>();
  for (let i = 0; i + 1 < quotes.length; i++) {
    const [one, next] = [quotes[i], quotes[i + 1]];
    if (
      one === undefined ||
      next === undefined ||
      next.at - one.at > NEAR ||
      block.text.slice(one.at, next.at).includes('。')
    )
      continue;
    gone.add(one.at).add(next.at);
    if (one.kind === next.kind) merged.push({ ...(one.kind === 'stray' ? one : next), kind: 'turned' });
    else if (one.kind === 'stray') merged.push({ ...one, kind: 'swapped' });
    i++;
  }
  return {
    slips: [...slips.filter((slip) => !gone.has(slip.at)), ...merged],
    open: open.filter((one) => !gone.has(one.at)),
  };
}

const NAMES: Readonly<Record<string, string>> = {
  '“': '前引号',
  '”': '后引号',
  '‘': '前单引号',
  '’': '后单引号',
  '《': '前书名号',
  '》': '后书名号',
  '〈': '前单书名号',
  '〉': '后单书名号',
  '（': '前括号',
  '）': '后括号',
  '〔': '前六角括号',
  '〕': '后六角括号',
  '【': '前方头括号',
  '】': '后方头括号',
};

function* unclosed(context: RuleContext, left: readonly Open[]): Generator<Finding> {
  for (const open of left) {
    const slip: Slip = { ...open, kind: 'unclosed' };
    if (!isDamaged(context, slip)) yield finding(context, slip);
  }
}

/** A question mark of a keyboard or the replacement character, which decoders leave where characters were lost. */
const LOST = /[?\ufffd]/;

/** Whether characters were lost beside the mark: its other half may be among them, and the writer did nothing wrong. */
function isDamaged(context: RuleContext, slip: Slip): boolean {
  const from = Math.max(0, slip.at - 12);
  const span = slip.block.span(from, Math.min(slip.block.text.length, slip.at + 12));
  return LOST.test(context.analysis.report.text.slice(span.start, span.end));
}

function finding(context: RuleContext, slip: Slip): Finding {
  const place = slip.block.span(slip.at, slip.at + 1);
  return { ...place, message: messageOf(slip, surroundings(context, slip)) };
}

function surroundings(context: RuleContext, slip: Slip): string {
  const opens = CLOSER.has(slip.character);
  const from = opens ? slip.at : Math.max(0, slip.at - 9);
  const to = opens ? Math.min(slip.block.text.length, slip.at + 10) : slip.at + 1;
  const span = slip.block.span(from, to);
  // The words are shown as they are, with their quotation marks.
  const words = context.analysis.report.text.slice(span.start, span.end).replace(/\s+/g, '');
  return opens ? `${words}…` : `…${words}`;
}

function messageOf(slip: Slip, words: string): Bilingual {
  const { character, kind } = slip;
  const name = NAMES[character] ?? character;
  const other = CLOSER.get(character) ?? OPENER.get(character) ?? '';
  const otherName = NAMES[other] ?? other;
  switch (kind) {
    case 'stray':
      return {
        zh: `${name}缺少配对的${otherName}：${words}`,
        en: `This “${character}” closes nothing; “${other}” is missing: ${words}`,
      };
    case 'unclosed':
      return {
        zh: `${name}缺少配对的${otherName}：${words}`,
        en: `This “${character}” is never closed; “${other}” is missing: ${words}`,
      };
    case 'crossed':
      return {
        zh: `${name}与其他成对标点交叉：${words}`,
        en: `This “${character}” crosses another pair of marks: ${words}`,
      };
    case 'nested':
      return {
        zh: `引号之内又用双引号，内层应为单引号‘’：${words}`,
        en: `Double quotation marks inside double ones; use ‘’ for the inner pair: ${words}`,
      };
    case 'turned':
      return {
        zh: `引号方向有误，此处应为${otherName}${other}：${words}`,
        en: `This mark faces the wrong way; “${other}” belongs here: ${words}`,
      };
    case 'swapped':
      return { zh: `前后引号颠倒：${words}`, en: `The two quotation marks are the wrong way round: ${words}` };
  }
}
