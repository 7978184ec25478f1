import type { Bilingual, Block, Report, Span } from '../../model';
import { isFurniture, isPageNumber } from '../../report/furniture';
import { isBlank, isHan, isLatin, isLineBreak } from '../../text/characters';
import { bracketAt, pinyinLength } from '../../text/pinyin';
import type { DocumentRule, Finding, RuleContext } from '../rule';
import { matches } from '../support';

/** What copying from a page or a scan left in the text. */
export const scrapeNoise: DocumentRule = {
  id: 'scrape-noise',
  category: 'punctuation',
  severity: 'information',
  fix: 'safe',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '网页或扫描件留下的残迹：注音、页码、句中断行、网页按钮、丢失的字',
    en: 'What a web page or a scan left: pinyin, page numbers, lines broken inside sentences, buttons, lost characters',
  },
  rationale: {
    zh: '从网页、论坛、扫描件复制的报告常带注音、页码、断行和网页文字，会妨碍比对和检索。每类只提示一次，可一次清除；文首文尾的网页文字只作建议，丢失的字须对照原件补上。',
    en: 'Reports copied from pages, forums and scans carry pinyin, page numbers, torn lines and words of the page, which get in the way of comparing and searching. One finding a kind with one fix; words above and below the report are a suggestion only, and lost characters must be looked up.',
  },
  sources: ['公文排版通例'],
  options: {},
  examples: [
    {
      bad: '建成产业园⟦区(qū)⟧，主导产(chǎn)业持续壮大，推进(jìn)项目建设，各位代表们(men)积极履职，全年实(shí)现新突破。',
      fixed: '建成产业园区，主导产业持续壮大，推进项目建设，各位代表们积极履职，全年实现新突破。',
    },
    {
      bad: '坚持稳中求进工作总基调。全区上下团结奋进，着力推动经济守正⟦开\n新⟧，各项工作取得新的进展。',
      fixed: '坚持稳中求进工作总基调。全区上下团结奋进，着力推动经济守正开新，各项工作取得新的进展。',
    },
    {
      bad: '坚持稳中求进工作总基调。全区上下团结奋进，着力扩大有效\n⟦— 12 —⟧\n投资，推动项目建设提质增效。',
      fixed: '坚持稳中求进工作总基调。全区上下团结奋进，着力扩大有效投资，推动项目建设提质增效。',
    },
    {
      bad: '全年完成固定资产投资12亿元⟦&nbsp;⟧，增长9%。',
      fixed: '全年完成固定资产投资12亿元，增长9%。',
    },
    {
      bad: '开通清河⟦&mdash;⟧云岭公交线路，<br/>方便群众出行。',
      fixed: '开通清河—云岭公交线路，方便群众出行。',
    },
    {
      bad: '大力推动绿色转型。⟦【打印】【关闭窗口】⟧',
      fixed: '大力推动绿色转型。',
    },
    { bad: '不断提升治理效能。⟦ 分享到：微信 微博⟧' },
    { good: '办好“一件事”，推行【打印店】式自助服务，把成果分享到千家万户。' },
    { bad: '全年完成固定资产投资28.9亿元⟦??⟧域经济加快发展。' },
    { bad: '改造城关镇东⟦〓⟧村供水管网4公里，惠及居民260户。' },
    { good: '坚持稳中求进工作总基调。全区上下团结奋进，着力扩大有效投资。\n推动项目建设提质增效。' },
    { good: '举办“清水(qīng shuǐ)杯”诗词大会，开展“听、说、读、写”活动。' },
    { good: '下一步怎么办？关键看落实。' },
    { good: '着力抓好以下工作：\n一是扩大有效投资；\n二是激活消费市场。' },
    { good: '名词解释\n1.“三清三建”：指清沟渠、清垃圾、清路障，\n建机制、建队伍、建平台。'.replace('，\n', '，') },
  ],
  *check(context) {
    const { report } = context.analysis;
    for (const kind of KINDS) {
      const slips = kind.find(report, context);
      const [first] = slips;
      if (first === undefined) continue;
      const edits = slips.flatMap((slip) => (slip.edit === undefined ? [] : [slip.edit]));
      const finding: Finding = {
        start: first.start,
        end: first.end,
        places: slips,
        message: kind.message,
        ...(kind.title === undefined || edits.length === 0
          ? {}
          : { fixes: [{ title: kind.title, kind: kind.safe ? 'safe' : 'suggestion', edits }] }),
      };
      yield finding;
    }
  },
};

interface Slip extends Span {
  readonly edit?: Span & { readonly text: string };
}

interface Kind {
  readonly find: (report: Report, context: RuleContext) => Slip[];
  readonly message: (count: number) => Bilingual;
  readonly title?: Bilingual;
  readonly safe: boolean;
}

const KINDS: readonly Kind[] = [
  {
    find: findPinyin,
    message: (count) => ({
      zh: `字后带有注音 ${count} 处，为网页残留。`,
      en: `${count} characters carry pinyin in brackets, left over from a page.`,
    }),
    title: { zh: '删去注音', en: 'Remove the pinyin' },
    safe: true,
  },
  {
    find: (report, context) => inProse(report, context, 'tags', /[&<]/, findTags),
    message: (count) => ({
      zh: `夹有网页代码 ${count} 处。`,
      en: `Code of a web page stands in the text, ${count} of it.`,
    }),
    title: { zh: '删去网页代码', en: 'Remove the code' },
    safe: true,
  },
  {
    find: findResidue,
    message: (count) => ({
      zh: `段落中夹有页码或网页文字 ${count} 处。`,
      en: `Page numbers or words of a page stand inside paragraphs, ${count} of them.`,
    }),
    title: { zh: '删去页码和网页文字', en: 'Remove them' },
    // Numbers are never taken out unasked.
    safe: false,
  },
  {
    find: findBreaks,
    message: (count) => ({
      zh: `句中断行 ${count} 处，应连成一段。`,
      en: `${count} lines are broken inside a sentence; a paragraph is one line.`,
    }),
    title: { zh: '连接断行', en: 'Join the lines' },
    safe: true,
  },
  {
    find: findPage,
    message: (count) => ({
      zh: `报告正文之外有网页文字或页码 ${count} 处。`,
      en: `${count} stretches of a web page or page numbers stand around the report.`,
    }),
    title: { zh: '删去正文之外的网页文字', en: 'Remove what is not the report' },
    safe: false,
  },
  {
    find: (report, context) => inProse(report, context, 'lost', /[?□▯〓\ue000-\uf8ff]/, findLost),
    message: (count) => ({
      zh: `有 ${count} 处字符丢失，显示为问号或方框，请对照原件补上。`,
      en: `${count} characters were lost and show as question marks or boxes; look them up in the original.`,
    }),
    safe: false,
  },
];

/** What `find` says of the paragraphs of a report that has one of the characters of `needs` at all. */
function inProse(
  report: Report,
  context: RuleContext,
  key: string,
  needs: RegExp,
  find: (raw: string) => Slip[],
): Slip[] {
  const slips: Slip[] = [];
  if (!needs.test(report.text)) return slips;
  for (const block of report.blocks) {
    if (block.kind !== 'body' && block.kind !== 'entry') continue;
    const raw = report.text.slice(block.start, block.end);
    for (const slip of context.remember(block, key, () => find(raw))) slips.push(moved(slip, block));
  }
  return slips;
}

function moved(slip: Slip, block: Block): Slip {
  const { edit } = slip;
  return {
    start: slip.start + block.start,
    end: slip.end + block.start,
    ...(edit === undefined
      ? {}
      : { edit: { start: edit.start + block.start, end: edit.end + block.start, text: edit.text } }),
  };
}

/** From this number on, pinyin is a habit of the source, whatever the characters. */
const MANY = 5;

/** A character followed by its pinyin. A single one may explain a rare character, but not one that the text is full of. */
function findPinyin({ text }: Report): Slip[] {
  const slips: Slip[] = [];
  for (let at = bracketAt(text, 1); at >= 0; at = bracketAt(text, at + 1)) {
    if (!isHan(text.charCodeAt(at - 1))) continue;
    const length = pinyinLength(text, at);
    if (length === 0) continue;
    slips.push({ start: at - 1, end: at + length, edit: { start: at, end: at + length, text: '' } });
    at += length - 1;
  }
  return slips.length >= MANY ? slips : slips.filter((slip) => isCommon(text, text[slip.start] ?? ''));
}

/** Whether a character stands in several words of the text: among other neighbours on either side. */
function isCommon(text: string, character: string): boolean {
  const before = new Set<string>();
  const after = new Set<string>();
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
    if (isHan(text.charCodeAt(at - 1))) before.add(text[at - 1] ?? '');
    if (isHan(text.charCodeAt(at + 1))) after.add(text[at + 1] ?? '');
    if (before.size >= 3 && after.size >= 3) return true;
  }
  return false;
}

// &nbsp; &ldquo; &#8226; <span style="color:red"> </font> <br/> <o:p>; a letter before & is a name, as R&D;
const CODE =
  /(?<![a-z0-9])&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,4});|<\/?(?:[abip]|br|div|em|font|h[1-6r]|img|li|o:p|ol|section|span|strong|su[bp]|table|tbody|t[dhr]|ul?)(?:\s[^<>\n]{0,200})?\/?>/gi;

/** Entities that stand for marks of the text; all others stand for blanks and ornaments. */
const MARKS: Readonly<Record<string, string>> = {
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  mdash: '—',
  middot: '·',
  hellip: '…',
};

function findTags(raw: string): Slip[] {
  return matches(CODE, raw).map((match) => {
    const place = { start: match.index, end: match.index + match[0].length };
    return { ...place, edit: { ...place, text: readEntity(match[0]) } };
  });
}

/** The mark that an entity stands for; nothing for blanks, unknown names and elements. */
function readEntity(code: string): string {
  const number = /^&#(?:x([0-9a-f]+)|(\d+));$/i.exec(code);
  if (number === null) return MARKS[code.slice(1, -1).toLowerCase()] ?? '';
  const unit = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
  // Controls and surrogates are no characters.
  return unit < 0x20 || (unit >= 0xd800 && unit < 0xe000) || unit > 0xffff ? '' : String.fromCharCode(unit).trim();
}

interface Row extends Span {
  /** Whether the row is residue of a page. */
  readonly furniture: boolean;
}

/** The lines of a stretch without the blank space around them; empty ones are left out. */
function rowsOf(raw: string): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at <= raw.length;) {
    let end = at;
    while (end < raw.length && !isLineBreak(raw.charCodeAt(end))) end++;
    let from = at;
    let to = end;
    while (from < to && isBlank(raw.charCodeAt(from))) from++;
    while (to > from && isBlank(raw.charCodeAt(to - 1))) to--;
    const line = raw.slice(from, to);
    if (line !== '') rows.push({ start: from, end: to, furniture: isFurniture(line.replace(/\s/g, ''), line) });
    at = end + 1;
  }
  return rows;
}

/** Page numbers and words of a page between the lines of one paragraph. */
function residueIn(raw: string): Slip[] {
  if (!/[\n\r]/.test(raw)) return [];
  const rows = rowsOf(raw);
  const slips: Slip[] = [];
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    const after = rows[i + 1];
    if (!row.furniture || before === undefined || after === undefined) return;
    slips.push({ start: row.start, end: row.end, edit: { start: before.end, end: after.start, text: '' } });
  });
  return slips;
}

/** A line shorter than this may be a number above its title or a headword above its definition. */
const SHORT_LINE = 12;
const SHORT_ENTRY = 20;

/** Lines that end inside a sentence. */
function breaksIn(raw: string, shortest: number): Slip[] {
  if (!/[\n\r]/.test(raw)) return [];
  const rows = rowsOf(raw);
  const slips: Slip[] = [];
  for (let i = 1; i < rows.length; i++) {
    const before = rows[i - 1];
    const after = rows[i];
    if (before === undefined || after === undefined || before.furniture || after.furniture) continue;
    if (before.end - before.start < shortest || /^(?:[#>]|[-*+]\s)/.test(raw.slice(after.start, after.start + 2)))
      continue;
    const last = raw[before.end - 1] ?? '';
    const first = raw[after.start] ?? '';
    if (/[。！？；：…”’）》〕!?;:)*\\]/.test(last) || first === '*') continue;
    const latin = isLatin(last.charCodeAt(0)) && isLatin(first.charCodeAt(0));
    const edit = { start: before.end, end: after.start, text: latin ? ' ' : '' };
    slips.push({ start: before.end - 1, end: after.start + 1, edit });
  }
  return slips;
}

/** Whether the source broke the lines of a paragraph. */
function hasBreak({ text }: Report, { start, end }: Block): boolean {
  const raw = text.slice(start, end);
  return raw.includes('\n') || raw.includes('\r');
}

// 【打印】【关闭窗口】  [字体：大 中 小] behind the last sentence; 分享到：微信 微博
const BUTTONS =
  /(?:[【[](?:我要)?(?:打印|关闭|收藏|分享|纠错|返回|字体|字号)(?:本页|本文|页面|窗口|顶部)?(?:[：:][^】\]\n]{0,12})?[】\]]){1,6}|(?<=[。！；]) {0,3}分享到?[：:][^。，；\n]{0,30}$/g;

/** Buttons of a page that stand in one line with a sentence. */
function buttonsIn(raw: string): Slip[] {
  return matches(BUTTONS, raw).map((match) => {
    const place = { start: match.index, end: match.index + match[0].length };
    return { ...place, edit: { ...place, text: '' } };
  });
}

/** Residue inside paragraphs, and page numbers between them. */
function findResidue(report: Report, context: RuleContext): Slip[] {
  const slips: Slip[] = [];
  const last = lastOfReport(report);
  const first = report.blocks.findIndex((block) => block.kind === 'body');
  const buttons = ['【', '[', '分享'].some((mark) => report.text.includes(mark));
  report.blocks.forEach((block, i) => {
    if (block.kind === 'body' || block.kind === 'entry') {
      if (buttons && /[【[]|分享/.test(block.text)) {
        const raw = report.text.slice(block.start, block.end);
        for (const slip of context.remember(block, 'buttons', () => buttonsIn(raw))) slips.push(moved(slip, block));
      }
      if (!hasBreak(report, block)) return;
      const raw = report.text.slice(block.start, block.end);
      for (const slip of context.remember(block, 'residue', () => residueIn(raw))) slips.push(moved(slip, block));
    } else if (block.kind === 'page' && i > first && i < last && !nearAnnex(report, i) && isPageNumber(block.text))
      slips.push({ start: block.start, end: block.end, edit: wholeLine(report.text, block) });
  });
  return slips;
}

function findBreaks(report: Report, context: RuleContext): Slip[] {
  const titles = new Set(report.headings.filter((heading) => !heading.runIn).map((heading) => heading.block));
  const slips: Slip[] = [];
  for (const block of report.blocks) {
    // The rows of a title may stand below each other on purpose.
    if ((block.kind !== 'body' && block.kind !== 'entry') || titles.has(block.index)) continue;
    if (!hasBreak(report, block)) continue;
    const raw = report.text.slice(block.start, block.end);
    const shortest = block.kind === 'entry' ? SHORT_ENTRY : SHORT_LINE;
    for (const slip of context.remember(block, 'breaks', () => breaksIn(raw, shortest))) slips.push(moved(slip, block));
  }
  return slips;
}

/** Words of a page above and below the report; front matter and comments stand there on purpose. */
function findPage(report: Report): Slip[] {
  const { text, blocks } = report;
  const matter = text.startsWith('---') ? text.indexOf('\n---', 3) + 4 : 0;
  const first = blocks.findIndex((block) => block.kind !== 'page' && block.kind !== 'directive');
  const last = lastOfReport(report);
  return blocks
    .filter((block, i) => block.kind === 'page' && block.start >= matter && (i < first || i > last))
    .filter((block) => {
      const raw = text.slice(block.start, block.end);
      return !raw.startsWith('<!--') && isFurniture(block.text, raw);
    })
    .map((block) => ({ start: block.start, end: block.end, edit: wholeLine(text, block) }));
}

/** Whether a table stands around: its cells may be numbers. */
function nearAnnex({ blocks }: Report, at: number): boolean {
  let before = at - 1;
  while (blocks[before]?.kind === 'page') before--;
  let after = at + 1;
  while (blocks[after]?.kind === 'page') after++;
  return blocks[before]?.kind === 'annex' || blocks[after]?.kind === 'annex';
}

/** The last block that is no page residue. */
function lastOfReport({ blocks }: Report): number {
  let last = blocks.length - 1;
  while (last >= 0 && (blocks[last]?.kind === 'page' || blocks[last]?.kind === 'directive')) last--;
  return last;
}

/** A line with the break behind it. */
function wholeLine(text: string, place: Span): { start: number; end: number; text: string } {
  let { start, end } = place;
  while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
  while (end < text.length && isBlank(text.charCodeAt(end))) end++;
  if (text[end] === '\r') end++;
  if (text[end] === '\n') end++;
  return { start, end, text: '' };
}

// 28.9亿元??域 · 发展?，现代物流 · 城关镇□家村: what fonts and typesetters print for a character they lack, and their own codes
const LOST =
  /(?<!\?)\?{2,}|\?(?=[,，、])|(?<=[,，、])\?|(?<=[\u4e00-\u9fff])[□▯〓\ue000-\uf8ff]{1,4}(?=[\u4e00-\u9fff，。、；])/g;

/** Question marks where no question can end, and boxes inside words: what stands for characters that were not known. */
function findLost(raw: string): Slip[] {
  return matches(LOST, raw).map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
