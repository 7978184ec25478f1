import type { Block, Span } from '../../model';
import type { DocumentRule, Finding, RuleContext } from '../rule';
import { matches, prose, quote } from '../support';

/** Full-width digits and percent signs among half-width ones; decimals without a leading zero. */
export const numberWidth: DocumentRule = {
  id: 'number-width',
  category: 'numbers',
  severity: 'information',
  fix: 'safe',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '全角数字或“％”与全文写法不一致，小数缺整数位的零',
    en: 'Full-width digits or ％ against the draft’s majority; decimals without a leading zero',
  },
  rationale: {
    zh: '阿拉伯数字用半角。“%”与“％”择一，以全稿多数为准。小数小于1时，整数位的0不能省略，写“.5%”会读错，按错误提示。',
    en: 'Digits are half-width; of % and ％ one is used throughout, whichever the draft uses more. A decimal below one keeps its leading zero: “.5%” is an error.',
  },
  sources: ['GB/T 15835—2011 5.1.2、5.1.7.1'],
  options: {},
  examples: [
    { bad: '投资增长9%，收入增长8%，消费增长⟦７％⟧。', fixed: '投资增长9%，收入增长8%，消费增长7%。' },
    { bad: '财政赤字率控制在⟦.5%⟧以内。', fixed: '财政赤字率控制在0.5%以内。' },
    { bad: '投资增长9％，收入增长8％，消费增长7⟦%⟧。', fixed: '投资增长9％，收入增长8％，消费增长7％。' },
    { good: '投资增长9%，收入增长8.5%，财政赤字率控制在0.5%以内。' },
    { good: '投资增长9％，收入增长8％，消费增长7％。' },
    { good: '版本号为2.0.5，第3.2.1节，总投资3.5亿元。' },
    { good: '改造小区12个，新增停车位2000个。' },
  ],
  *check(context) {
    const { report } = context.analysis;
    const wide: Span[] = [];
    const percent: Record<'half' | 'full', Span[]> = { half: [], full: [] };
    for (const block of prose(report, FIGURES)) {
      const raw = report.text.slice(block.start, block.end);
      const found = context.remember(block, 'widths', () => readWidths(raw));
      const shift = (span: Span): Span => ({ start: span.start + block.start, end: span.end + block.start });
      wide.push(...found.wide.map(shift));
      percent.half.push(...found.half.map(shift));
      percent.full.push(...found.full.map(shift));
      for (const span of context.remember(block, 'points', readPoints))
        yield missingZero(context, block.span(span.start, span.end));
    }
    const odd = percent.half.length >= percent.full.length ? percent.full : percent.half;
    const right = odd === percent.full ? '%' : '％';
    const places = [...wide, ...(percent.half.length > 0 && percent.full.length > 0 ? odd : [])].sort(
      (a, b) => a.start - b.start,
    );
    const joined = join(places);
    const [first] = joined;
    if (first !== undefined) yield widthFinding(context, first, joined, right);
  },
};

const FIGURES = /[0-9%]/;

// ７  ％
const WIDE_DIGIT = /(?<![０-９])[０-９]{1,12}(?:．[０-９]{1,6})?/g;
const PERCENT = /[%％]/g;

function readWidths(raw: string): { wide: Span[]; half: Span[]; full: Span[] } {
  const spans = (pattern: RegExp): Span[] =>
    matches(pattern, raw).map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const signs = spans(PERCENT);
  return {
    wide: spans(WIDE_DIGIT),
    half: signs.filter((sign) => raw[sign.start] === '%'),
    full: signs.filter((sign) => raw[sign.start] === '％'),
  };
}

/** Neighbours are one place: ７％. */
function join(places: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const place of places) {
    const last = joined[joined.length - 1];
    if (last?.end === place.start) joined[joined.length - 1] = { start: last.start, end: place.end };
    else joined.push(place);
  }
  return joined;
}

function widthFinding(context: RuleContext, first: Span, places: readonly Span[], right: string): Finding {
  const { text } = context.analysis.report;
  const write = (words: string): string =>
    words.replace(/[０-９．]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0)).replace(/[%％]/g, right);
  return {
    ...first,
    places,
    message: (count) => ({
      zh: `“${quote(text, first)}”${count > 1 ? `等 ${count} 处` : ''}全角、半角与全文多数写法不一致。`,
      en: `“${quote(text, first)}”${count > 1 ? ` and ${count - 1} more` : ''} ${count > 1 ? 'have' : 'has'} another width than most of this draft.`,
    }),
    fixes: [
      {
        title: { zh: '改为全文多数写法', en: 'Use the width of the rest' },
        kind: 'safe',
        edits: places.map((place) => ({ ...place, text: write(text.slice(place.start, place.end)) })),
      },
    ],
  };
}

// .5%  .25个百分点; not 2.0.5 or v.5
const POINT = /(?<![\d.A-Z？])\.\d{1,4}[%‰万亿个倍]?/gi;

function readPoints(block: Block): Span[] {
  return matches(POINT, block.text).map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function missingZero(context: RuleContext, place: Span): Finding {
  const words = quote(context.analysis.report.text, place);
  return {
    ...place,
    grade: 'error',
    message: {
      zh: `“${words}”缺整数位的“0”，应写作“0${words}”。`,
      en: `“${words}” lacks its leading zero: write “0${words}”.`,
    },
    fixes: [
      {
        title: { zh: `改为“0${words}”`, en: `Change to “0${words}”` },
        kind: 'suggestion',
        edits: [{ start: place.start, end: place.start, text: '0' }],
      },
    ],
  };
}
