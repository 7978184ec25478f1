import type { Random } from './random';

/** One value an axis: how one report is laid out. Names are printed in the table of causes. */
export type Axes = Readonly<Record<keyof typeof weights, string>>;

/** How often each value of each axis is drawn; {@link settle} then mends combinations that nobody would print. */
const weights = {
  script: { simplified: 8, traditional: 2 },
  pinyin: { none: 17, 'traditional-only': 2, sparse: 1 },
  widths: { full: 8, nfkc: 4, commas: 1, mixed: 1, 'full-digits': 1, percent: 1 },
  quotes: { curly: 7, corner: 3 },
  amounts: { plain: 8, grouped: 1 },
  spaces: { none: 9, ascii: 2, en: 1, 'no-break': 1 },
  eol: { lf: 14, crlf: 4, cr: 2, mixed: 1 },
  trailing: { none: 8, spaces: 1, 'zero-width': 1 },
  size: { short: 5, long: 1 },
  markdown: { none: 7, hashes: 3, bold: 2, 'glossary-only': 1 },
  indent: { none: 4, wide: 5, four: 2, tab: 1 },
  hashDepth: { nested: 6, flat: 2, random: 1 },
  emphasis: { no: 3, yes: 1 },
  paragraphs: { lines: 25, spaces: 1 },
  blank: { no: 6, yes: 4 },
  wrap: { none: 6, units: 2, columns: 2 },
  wrapStyle: { kinsoku: 6, blunt: 4 },
  pages: { none: 12, blank: 2, dashed: 3, plain: 2, total: 1, header: 1, newspaper: 1 },
  head: { none: 4, government: 3, newspaper: 2, forum: 2, account: 1 },
  front: { no: 8, yes: 1 },
  credits: { none: 6, source: 1, photograph: 1 },
  titleForm: {
    plain: 8,
    year: 4,
    place: 4,
    region: 4,
    spaced: 2,
    suffixed: 2,
    'one-line': 1,
    none: 2,
  },
  sessionForm: {
    dash: 6,
    brackets: 3,
    short: 2,
    lines: 1,
    broken: 1,
    chinese: 1,
    region: 1,
    'date-only': 1,
    none: 1,
  },
  metaOrder: { 'session-first': 8, 'speaker-first': 2 },
  contents: { no: 12, yes: 1 },
  speakerForm: { full: 5, short: 3, spaced: 2, acting: 2, colon: 1, reporter: 1, none: 1 },
  openingForm: { full: 5, local: 4, body: 2 },
  plan: { year: 8, term: 2 },
  parts: { cn: 18, di: 3, 'di-lines': 1, none: 6 },
  partTitle: { year: 6, long: 3, short: 2 },
  reviewBlocks: {
    'paren-own': 3,
    'paren-run': 3,
    'num-run': 1,
    'yi-run': 4,
    'yi-own': 1,
    'cn-own': 2,
    'diyi-run': 1,
    'kuo-run': 1,
    'sibling-own': 2,
    'sibling-run': 1,
    'bold-run': 2,
    own: 1,
    lead: 2,
    dash: 2,
    none: 2,
  },
  planBlocks: {
    'paren-own': 8,
    'paren-run': 3,
    'num-own': 2,
    'num-run': 2,
    'cn-own': 4,
    'yi-own': 2,
    'yi-run': 2,
    'diyi-run': 1,
    'kuo-own': 1,
    'bold-own': 2,
    'bold-run': 2,
  },
  planThird: {
    none: 2,
    lead: 5,
    bold: 4,
    'num-run': 4,
    'num-own': 2,
    'pnum-run': 3,
    'yi-run': 2,
    'circle-run': 1,
    dash: 1,
  },
  reviewThird: { lead: 4, none: 3, 'num-run': 2, bold: 2, 'pnum-run': 1, 'circle-run': 1 },
  planFourth: { none: 2, 'pnum-run': 1 },
  ownStop: { none: 8, full: 2 },
  planShape: { plain: 5, framed: 1, split: 1 },
  governanceAt: { part: 6, block: 1 },
  governanceBlocks: { 'yi-run': 3, 'paren-run': 3, 'bold-run': 1, lead: 3, 'yiyao-run': 1, 'num-run': 1 },
  join: { none: 6, 'part-block': 1, 'block-third': 2 },
  dot: { '.': 6, '、': 2, '．': 1, '. ': 1 },
  escapes: { no: 6, yes: 1 },
  resultsAt: { opening: 5, own: 4, block: 2 },
  targetsForm: {
    year: 3,
    short: 3,
    as: 2,
    suggested: 2,
    dated: 2,
    goal: 1,
    arranged: 1,
    striving: 1,
    fixed: 1,
  },
  targetsLines: { sentence: 9, dashes: 1, numbered: 1 },
  targetsSeparator: { '，': 4, '；': 6 },
  glossary: { entries: 8, footnotes: 1, none: 1 },
  glossaryHead: {
    名词解释: 5,
    '名 词 解 释': 3,
    名词注释: 1,
    注释: 1,
    '附件2 名词解释': 1,
    '附件2/名词解释': 1,
    '附：名词解释': 1,
    '附：/名词解释': 1,
    '《政府工作报告》名词解释': 1,
    '（名词解释）': 1,
    '《政府工作报告》有关名词解释': 1,
    '名词解释：': 1,
    '名词解释（共若干条）': 1,
    '附件：政府工作报告名词解释': 1,
  },
  glossaryNumber: {
    '1.': 6,
    '1、': 3,
    '1．': 1,
    '（1）': 2,
    '[1]': 1,
    '［1］': 1,
    '①': 1,
    '1. ': 1,
    '【1】': 1,
    '1）': 1,
    '一、': 1,
    '（一）': 1,
    '- ': 1,
    none: 2,
  },
  glossaryStart: { one: 9, later: 1 },
  glossaryNote: { no: 8, yes: 1 },
  glossaryQuote: { core: 5, bare: 3, full: 3, 'core-only': 1 },
  glossaryBold: { no: 8, head: 1, inside: 1, all: 1 },
  glossarySeparator: { '：': 9, '——': 1, 指: 1, 是指: 1, 'next-line': 2 },
  glossaryOpener: { none: 3, 指: 4, 即: 1, 是指: 1 },
  glossaryPairs: { no: 9, yes: 1 },
  glossaryLines: { one: 9, two: 1 },
  annex: { none: 7, livelihood: 2, awards: 1, indicators: 1, projects: 1 },
  signature: { none: 9, date: 1, attachments: 1 },
  annexOrder: { after: 3, before: 2 },
} as const;

/** Draws a value for every axis and mends what would not be clear to a careful person. */
export function drawAxes(random: Random): Axes {
  const tables: Readonly<Record<string, Readonly<Record<string, number>>>> = weights;
  const drawn = Object.entries(tables).map(([axis, table]) => [axis, random.weighted(table)]);
  return settle(Object.fromEntries(drawn) as Record<keyof typeof weights, string>, random);
}

function settle(axes: Record<keyof typeof weights, string>, random: Random): Axes {
  const markdown = axes.markdown === 'hashes' || axes.markdown === 'bold';
  if (markdown) {
    axes.indent = 'none';
    if (axes.trailing === 'zero-width') axes.trailing = 'none';
    axes.blank = 'yes';
  } else {
    // Bold needs Markdown marks.
    if (axes.reviewBlocks === 'bold-run') axes.reviewBlocks = 'yi-run';
    if (axes.planBlocks === 'bold-run' || axes.planBlocks === 'bold-own') axes.planBlocks = 'paren-own';
    if (axes.planThird === 'bold') axes.planThird = 'lead';
    if (axes.governanceBlocks === 'bold-run') axes.governanceBlocks = 'yi-run';
    if (axes.reviewThird === 'bold') axes.reviewThird = 'lead';
    if (axes.markdown === 'none') axes.glossaryBold = 'no';
    axes.escapes = 'no';
    axes.emphasis = 'no';
    if (axes.glossaryNumber === '- ') axes.glossaryNumber = '1.';
  }
  // 一、 numbers the parts; blocks can only have it when parts do not.
  if (axes.parts === 'cn') {
    if (axes.reviewBlocks === 'cn-own') axes.reviewBlocks = 'paren-own';
    if (axes.planBlocks === 'cn-own') axes.planBlocks = 'paren-own';
  }
  // Pinyin brackets come from machines that annotate traditional characters, or a character now and then.
  if (axes.pinyin === 'traditional-only') axes.script = 'traditional';
  if (axes.widths === 'nfkc' && ['①', '1．', '［1］', '【1】'].includes(axes.glossaryNumber))
    axes.glossaryNumber = '1.';
  // Unnumbered parts over unnumbered blocks of the same look leave it to the words which is which.
  if (axes.parts === 'none') {
    if (axes.planBlocks === 'bold-own') axes.planBlocks = 'cn-own';
    if (axes.reviewBlocks === 'own') axes.reviewBlocks = 'cn-own';
  }
  // NFKC turns circled numbers into plain digits that stick to their words.
  if (axes.widths === 'nfkc') {
    if (axes.planThird === 'circle-run') axes.planThird = 'num-run';
    if (axes.reviewThird === 'circle-run') axes.reviewThird = 'num-run';
  }
  // Third-level numbers must differ from those of the blocks.
  if (axes.planBlocks.startsWith('num') && axes.planThird.startsWith('num')) axes.planThird = 'pnum-run';
  if (axes.planBlocks.startsWith('yi') && axes.planThird === 'yi-run') axes.planThird = 'lead';
  if (axes.planBlocks === 'bold-run' || axes.planBlocks === 'bold-own') {
    if (axes.planThird === 'bold') axes.planThird = 'lead';
  }
  if (!axes.reviewBlocks.endsWith('own')) axes.reviewThird = 'none';
  if (axes.markdown === 'bold' && (axes.reviewBlocks === 'own' || axes.reviewBlocks === 'sibling-own')) {
    if (axes.reviewThird === 'bold') axes.reviewThird = 'lead';
  }
  if (axes.script !== 'traditional') axes.quotes = 'curly';
  // A full-width comma between thousands could not be told from one between amounts.
  if (axes.widths === 'full-digits') axes.amounts = 'plain';
  if (axes.planShape === 'framed') {
    if (axes.planBlocks !== 'paren-own' && axes.planBlocks !== 'cn-own') axes.planShape = 'plain';
    else axes.planThird = random.pick(['num-run', 'num-own', 'yi-run']);
  }
  // Run-in blocks have their text after them, so third-level headings follow only those on lines of their own.
  if (!axes.planBlocks.endsWith('own')) axes.planThird = 'none';
  if (axes.join === 'part-block' && !axes.planBlocks.startsWith('paren')) axes.join = 'none';
  if (axes.join === 'part-block' && axes.parts === 'none') axes.join = 'none';
  if (axes.join === 'block-third' && !(axes.planBlocks === 'paren-own' && axes.planThird === 'num-run')) {
    axes.join = 'none';
  }
  if (axes.planShape !== 'plain') axes.join = 'none';
  if (axes.planShape !== 'plain' || !axes.planBlocks.startsWith('paren')) axes.governanceAt = 'part';
  if (axes.parts === 'none' || axes.parts === 'di-lines' || axes.head === 'forum') axes.contents = 'no';
  if (axes.parts === 'di-lines' && axes.join === 'part-block') axes.join = 'none';
  if (axes.planThird !== 'num-own') axes.planFourth = 'none';
  // A wrapped text without indents or blank lines shows its paragraphs by numbers only.
  const dense = axes.wrap !== 'none' && axes.indent === 'none' && axes.blank === 'no';
  if (dense) {
    if (axes.glossaryNumber === 'none') axes.glossaryNumber = '1.';
    if (axes.reviewBlocks === 'own' || axes.reviewBlocks === 'sibling-own') axes.reviewBlocks = 'paren-own';
    if (axes.glossarySeparator === 'next-line') axes.glossarySeparator = '：';
    axes.annex = 'none';
    if (axes.parts === 'none') axes.parts = 'cn';
    if (axes.planBlocks === 'cn-own') axes.planBlocks = 'paren-own';
    if (axes.reviewBlocks === 'cn-own') axes.reviewBlocks = 'paren-own';
  }
  if (axes.glossaryNumber === '- ') axes.glossaryLines = 'one';
  // A bare headword without number shows only by what follows it.
  if (axes.glossaryNumber === 'none') {
    if (
      axes.glossarySeparator === '指' ||
      axes.glossarySeparator === '是指' ||
      axes.glossarySeparator === 'next-line'
    ) {
      axes.glossaryQuote = 'full';
    }
    axes.glossaryLines = 'one';
  }
  if (axes.glossarySeparator !== '：') axes.glossaryOpener = 'none';
  if (axes.glossarySeparator === 'next-line') {
    axes.glossaryLines = 'one';
    axes.glossaryOpener = random.pick(['none', '指']);
  }
  // Paragraphs that only wide spaces part need numbers to be told from one another.
  const numbered = [axes.reviewBlocks, axes.planBlocks].every((name) => /^(?:paren|num|yi)/u.test(name));
  if (!numbered || axes.parts !== 'cn' || axes.markdown !== 'none' || axes.glossaryNumber === 'none') {
    axes.paragraphs = 'lines';
  }
  if (axes.paragraphs === 'spaces') {
    axes.wrap = 'none';
    axes.pages = 'none';
    axes.blank = 'no';
    axes.annex = 'none';
    axes.contents = 'no';
    if (axes.glossarySeparator === 'next-line') axes.glossarySeparator = '：';
  }
  if (axes.glossary === 'footnotes') {
    axes.glossaryNumber = axes.widths === 'nfkc' ? '[1]' : random.pick(['[1]', '［1］', '①', '〔1〕']);
    axes.glossaryHead = random.pick(['注释', '名词注释', '名词解释']);
    axes.glossaryLines = 'one';
    axes.glossaryPairs = 'no';
    axes.glossarySeparator = '：';
  }
  if (axes.glossaryLines === 'two') axes.glossaryPairs = 'no';
  // Somebody must say whose report it is, and of which year.
  if (
    ['plain', 'year', 'spaced', 'none'].includes(axes.titleForm) &&
    !['dash', 'brackets', 'chinese', 'broken', 'region', 'lines'].includes(axes.sessionForm)
  ) {
    if (!['full', 'spaced', 'reporter'].includes(axes.speakerForm)) axes.openingForm = 'full';
  }
  if (axes.titleForm === 'none' && axes.sessionForm === 'none') axes.sessionForm = 'dash';
  if ((axes.sessionForm === 'none' || axes.sessionForm === 'short') && axes.titleForm !== 'year')
    axes.partTitle = 'year';
  if (axes.parts === 'none' && axes.partTitle === 'long') axes.partTitle = 'year';
  if (axes.head === 'none') axes.credits = 'none';
  if (axes.signature === 'date' && axes.sessionForm === 'none') axes.signature = 'none';
  return axes;
}
