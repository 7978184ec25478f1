import type { KnownTerm } from '../../data';
import { findKnownTerm } from '../../data';
import type { DefinitionItem } from '../../facts/definitions';
import { findDifference, listItems } from '../../facts/definitions';
import { sameTerm, termCore } from '../../facts/matching';
import type { Bilingual, CorpusReport, GlossaryEntry, Report, Span } from '../../model';
import { createOpenings } from '../../text/openings';
import { placeIn, unquotedBody, wholeText } from '../blocks';
import { printedEntries } from '../glossary';
import type { DocumentRule, Finding, Related, RuleContext } from '../rule';
import { blockAt, cite } from '../support';

/** An entry that says something else than past reports, the body or the term's usual meaning. */
export const definitionDiffers: DocumentRule = {
  id: 'definition-differs',
  category: 'terms',
  severity: 'information',
  fix: 'suggestion',
  scope: 'corpus',
  since: '0.1.0',
  summary: {
    zh: '名词解释与往年、与正文或与通行含义不一致',
    en: 'A definition that differs from past reports, from the body or from the usual meaning',
  },
  rationale: {
    zh: '同一名词各年解释应当一致，所列各项少一项、换一项，读者会以为内容变了；确有调整的，请核对正文是否同步。只差标点、“的”“等”、年份、次序的，不作提示。解释中的名称与正文只差一两个字的，多为一处笔误。',
    en: 'A term means the same from year to year; an item left out or exchanged looks like a change of policy. Marks, particles, years and the order of items do not count. A name in an entry that differs from the body by a character or two is mostly a slip in one of the places.',
  },
  sources: ['本地历年政府工作报告的名词解释', 'server/data/terms.json 所列国家文件'],
  options: {
    peers: {
      type: 'boolean',
      default: true,
      description: {
        zh: '外地报告同名名词所列各项只差一项的，也作提示',
        en: 'Also report a term whose items differ by one from those in another place’s report',
      },
    },
  },
  examples: [
    {
      bad: '开展“三清零”行动。\n名词解释\n1.“三清零”行动：⟦指危旧住房、农村旱厕、断头道路清零。⟧',
      fixed: '开展“三清零”行动。\n名词解释\n1.“三清零”行动：指危旧住房、农村旱厕、泥土道路清零。',
      precedents: ['开展“三清零”行动。\n名词解释\n1.“三清零”行动：指危旧住房、农村旱厕、泥土道路清零。'],
    },
    {
      bad: '推进“两园一带”建设。\n名词解释\n1.“两园一带”：⟦指智能农机产业园和河湖文旅融合带。⟧',
      fixed: '推进“两园一带”建设。\n名词解释\n1.“两园一带”：指智能农机产业园、绿色食品产业园和河湖文旅融合带。',
      precedents: ['推进“两园一带”建设。\n名词解释\n1.“两园一带”：指智能农机产业园、绿色食品产业园和河湖文旅融合带。'],
    },
    {
      bad: '打造“两群一区”，建设新能源装备制造旗帜型产业集群。\n名词解释\n1.“两群一区”：指建设⟦新能源装备智造旗帜型产业集群⟧、碳基新材料产业集群、特种合金示范区。',
      fixed:
        '打造“两群一区”，建设新能源装备制造旗帜型产业集群。\n名词解释\n1.“两群一区”：指建设新能源装备制造旗帜型产业集群、碳基新材料产业集群、特种合金示范区。',
    },
    {
      bad: '坚决遏制“两高”项目上马。\n名词解释\n1.“两高”项目：指⟦高污染⟧和高耗能的生产项目。',
    },
    {
      good: '开展“三清零”行动。\n名词解释\n1.“三清零”行动：是指危旧住房、农村旱厕、泥土道路的清零。',
      precedents: ['开展“三清零”行动。\n名词解释\n1.“三清零”行动：指危旧住房、农村旱厕和泥土道路清零。'],
    },
    {
      good: '办好10件民生实事。\n名词解释\n1.10件民生实事：指2025年老旧小区改造、学位扩容等实事。',
      precedents: ['办好10件民生实事。\n名词解释\n1.10件民生实事：指2024年老旧小区改造、学位扩容等实事。'],
    },
    {
      good: '推进“四个一”工程。\n名词解释\n1.“四个一”工程：指建设一园、一馆、一街、一中心。',
      precedents: ['开展“四个一”行动。\n名词解释\n1.“四个一”行动：指一周一调度、一月一通报、一季一观摩、一年一考核。'],
    },
    {
      good: '完善“一老一小”服务，严控“两高”项目。\n名词解释\n1.“一老一小”：指老年人照护服务和婴幼儿照护服务。\n2.“两高”项目：指高耗能、高排放项目。',
      peers: ['完善“一老一小”服务。\n名词解释\n1.“一老一小”：指养老服务体系和托育服务体系。'],
    },
    {
      good: '建设绿色食品产业园、绿色建材产业园。\n名词解释\n1.“两园一带”：指智能农机产业园、绿色食品产业园和河湖文旅融合带。',
    },
  ],
  *check(context) {
    const { report } = context.analysis;
    for (const entry of report.glossary) {
      const own =
        fromPast(context, entry) ??
        (context.options.peers === true ? fromPeers(context, entry) : null) ??
        fromUsage(report, entry);
      if (own !== null) yield own;
    }
    yield* fromBody(report);
  },
};

/** What the newest past report that explains the term says otherwise. */
function fromPast(context: RuleContext, entry: GlossaryEntry): Finding | null {
  for (const past of context.corpus.precedents) {
    const earlier = past.analysis.report.glossary.find((one) => sameTerm(one.term, entry.term));
    if (earlier === undefined) continue;
    if (!isOther(entry.definition, earlier.definition, entry.term, earlier.term)) return null;
    return differing(context.analysis.report, entry, past, earlier);
  }
  return null;
}

/** Whether two definitions of a term differ in more than years, marks and order. */
function isOther(a: string, b: string, term: string, earlier: string): boolean {
  if (a === b || findDifference(plain(a), plain(b)) === null) return false;
  const alike = likeness(a, b);
  if (alike === 1) return false;
  // “四个一”工程 after “四个一”行动 may be another thing altogether.
  return alike >= 0.35 || bare(term) === bare(earlier);
}

/** Without years: what is planned for 2025 was planned for 2024 a year ago. */
function plain(definition: string): string {
  return definition.replace(/(?:19|20)\d\d年?/g, '').replace(/第[一二三四五六七八九十\d]{1,3}(?=[届次批轮年])/g, '');
}

function bare(term: string): string {
  return term.replace(/[“”‘’\s]/g, '');
}

/** How much two definitions share, from 0 to 1; 1 for the same words in another order. */
function likeness(a: string, b: string): number {
  const left = pairsOf(a);
  const right = pairsOf(b);
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  let shared = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}

/** Neighbouring characters within each item, so that the order of items makes no difference. */
function pairsOf(definition: string): string[] {
  const pairs: string[] = [];
  for (const { text } of listItems(plain(definition)))
    for (let i = 0; i + 1 < Math.min(text.length, 200); i++) pairs.push(text.slice(i, i + 2));
  return pairs;
}

function differing(report: Report, entry: GlossaryEntry, past: CorpusReport, earlier: GlossaryEntry): Finding {
  const year = past.analysis.report.info?.planYear ?? null;
  const zh = year === null ? '往年' : `${year}年`;
  const en = year === null ? 'of a past year' : `of ${year}`;
  const words = findDifference(entry.definition, earlier.definition);
  const text = past.analysis.report.text.slice(earlier.definitionStart, earlier.definitionEnd);
  const sameScript = past.analysis.report.info?.script === report.info?.script;
  return {
    start: entry.definitionStart,
    end: entry.definitionEnd,
    message: {
      zh: `“${cite(bare(entry.term))}”的解释与${zh}报告不同${detail(words, zh).zh}。请核是否有意调整。`,
      en: `The definition of “${bare(entry.term)}” differs from that in the report ${en}${detail(words, zh).en}.`,
    },
    related: [relatedEntry(past, earlier, { zh: `${zh}报告的解释`, en: `the definition in the report ${en}` })],
    ...(sameScript && !/[\r\n]/.test(text)
      ? {
          fixes: [
            {
              title: { zh: `采用${zh}报告的解释`, en: `Use the definition of the report ${en}` },
              kind: 'suggestion' as const,
              edits: [{ start: entry.definitionStart, end: entry.definitionEnd, text }],
            },
          ],
        }
      : {}),
  };
}

function relatedEntry(report: CorpusReport, entry: GlossaryEntry, message: Bilingual): Related {
  return { path: report.path, start: entry.definitionStart, end: entry.definitionEnd, message };
}

function detail(words: { a: string; b: string } | null, whose: string): Bilingual {
  if (words === null || (words.a === '' && words.b === '')) return { zh: '', en: '' };
  if (words.a === '') return { zh: `：缺“${cite(words.b)}”`, en: `: “${words.b}” is left out` };
  if (words.b === '') return { zh: `：多“${cite(words.a)}”`, en: `: “${words.a}” is added` };
  return {
    zh: `：本稿为“${cite(words.a)}”，${whose}为“${cite(words.b)}”`,
    en: `: “${words.a}” here, “${words.b}” there`,
  };
}

/** A report of another place that lists the same items but one: the two mean the same programme. */
function fromPeers(context: RuleContext, entry: GlossaryEntry): Finding | null {
  const core = termCore(entry.term);
  for (const peer of context.corpus.peers) {
    const other = peer.analysis.report.glossary.find((one) => termCore(one.term) === core);
    if (other === undefined) continue;
    const there = membersOf(other.definition);
    const here = membersOf(entry.definition);
    const exchanged = exchange(here, there, entry.definition, other.definition);
    if (exchanged === null) continue;
    const issuer = peer.analysis.report.info?.issuer ?? '';
    return {
      ...itemSpan(context.analysis.report, entry, exchanged.here),
      message: {
        zh: `“${cite(bare(entry.term))}”此处列“${exchanged.here.text}”，${issuer}报告列“${exchanged.there}”，其余各项相同，请核。`,
        en: `“${bare(entry.term)}” lists “${exchanged.here.text}” here and “${exchanged.there}” in the ${issuer} report; the other items agree.`,
      },
      related: [relatedEntry(peer, other, { zh: `${issuer}报告的解释`, en: `the definition in the ${issuer} report` })],
    };
  }
  return null;
}

/** A term of national documents whose items are listed with one exchanged. */
function fromUsage(report: Report, entry: GlossaryEntry): Finding | null {
  const known = findKnownTerm(entry.term) ?? findKnownTerm(termCore(entry.term));
  if (known === null || !isListed(known)) return null;
  const there = membersOf(known.definition);
  const here = membersOf(entry.definition);
  if (here.length !== there.length) return null;
  const exchanged = exchange(here, there, entry.definition, known.definition);
  if (exchanged === null || !isRival(exchanged.here.text, exchanged.there)) return null;
  return {
    ...itemSpan(report, entry, exchanged.here),
    message: {
      zh: `“${cite(known.term)}”通常指${there.map(({ text }) => text).join('、')}，此处“${exchanged.here.text}”与之不同，请核。`,
      en: `“${known.term}” usually stands for ${there.map(({ text }) => text).join(', ')}; “${exchanged.here.text}” is not among them.`,
    },
  };
}

function isListed(known: KnownTerm): boolean {
  return (
    known.status === 'confirmed' &&
    known.kind !== 'coined' &&
    /^指[^，。；]{2,60}、[^，；]{2,60}$/.test(known.definition)
  );
}

/** 高污染 for 高排放: as long, and alike at one end, so that one stands in the place of the other. */
function isRival(a: string, b: string): boolean {
  return a.length === b.length && a.length <= 6 && (a.startsWith(b.slice(0, 1)) || a.endsWith(b.slice(-1)));
}

/** The items of the list in a definition, without what all of them share at the end (清零) and without brackets. */
function membersOf(definition: string): DefinitionItem[] {
  const items = listItems(definition.replace(/（[^（）]{0,20}）/g, (words) => '　'.repeat(words.length)));
  const first = items.findIndex(({ mark }) => '、和与及'.includes(mark) && mark !== '');
  if (first < 0) return [];
  const list = [];
  for (const item of items.slice(first)) {
    list.push(item);
    if (!'、和与及'.includes(item.mark) || item.mark === '') break;
  }
  const tail = sharedTail(list.map(({ text }) => text));
  return list
    .map((item, i) => {
      const cut =
        i === list.length - 1 && tail === 0
          ? item.text.replace(/(?:[的（\u3000\d]|[三四五六七八]方面).{0,30}$/, '')
          : item.text.slice(0, item.text.length - tail);
      return { ...item, text: cut, end: item.start + cut.length };
    })
    .filter(({ text }) => text.length >= 2);
}

function sharedTail(texts: readonly string[]): number {
  const [first = ''] = texts;
  let length = 0;
  while (
    length < first.length - 2 &&
    texts.every((text) => text.length > length + 2 && text.at(-1 - length) === first.at(-1 - length))
  )
    length++;
  return length;
}

/** The one item that each of two lists of equal length has alone, where at least half of the items are common. */
function exchange(
  here: readonly DefinitionItem[],
  there: readonly DefinitionItem[],
  a: string,
  b: string,
): { here: DefinitionItem; there: string } | null {
  if (here.length < 2 || here.length !== there.length || here.length > 12) return null;
  const [alien, ...moreHere] = here.filter(
    ({ text }) => !b.includes(text) && !there.some((one) => text.endsWith(one.text)),
  );
  const [lost, ...moreThere] = there.filter(
    ({ text }) => !a.includes(text) && !here.some((one) => text.endsWith(one.text)),
  );
  if (alien === undefined || lost === undefined || moreHere.length > 0 || moreThere.length > 0) return null;
  if (here.length === 2 && !isRival(alien.text, lost.text)) return null;
  return { here: alien, there: lost.text };
}

function itemSpan(report: Report, entry: GlossaryEntry, item: DefinitionItem): Span {
  const block = blockAt(report, entry.definitionStart);
  if (block === undefined) return { start: entry.definitionStart, end: entry.definitionEnd };
  const from = block.readingOffset(entry.definitionStart);
  return block.span(from + item.start, from + item.end);
}

/** A shorter name differs from too many others by a character. */
const SHORTEST_NAME = 6;

/** Names that a definition lists and the body writes with a character or two changed. */
function* fromBody(report: Report): Generator<Finding> {
  const names: Named[] = [];
  for (const entry of printedEntries(report)) {
    for (const whole of listItems(entry.definition)) {
      const item = withoutVerb(whole);
      const { length } = item.text;
      if (length < SHORTEST_NAME || length > 40 || /[\d一二三四五六七八九十]/.test(item.text)) continue;
      names.push({ entry, item, printed: false, near: null });
    }
  }
  lookFor(report, names);
  for (const { entry, item, printed, near } of names) {
    if (printed || near === null || entry.definition.includes(near.text)) continue;
    if (!unquotedBody(report).includes(item.text)) yield otherName(report, entry, item, near);
  }
}

/** A name that an entry lists, with what the body has of it. */
interface Named {
  readonly entry: GlossaryEntry;
  readonly item: DefinitionItem;
  /** Whether the body has the name itself. */
  printed: boolean;
  /** The first stretch of the body that is nearly the name. */
  near: NearName | null;
}

/** 提出的全力打造新能源产业集群: what leads to the name is no part of it. */
function withoutVerb(item: DefinitionItem): DefinitionItem {
  let cut = 0;
  for (const verb of ['打造', '建设', '培育', '发展', '推进', '实施', '开展', '聚焦', '围绕', '提出的']) {
    const at = item.text.lastIndexOf(verb);
    const end = at + verb.length;
    // 发展 inside 商贸发展活力区 is part of the name.
    const leads =
      at === 0 || verb === '打造' || verb === '提出的' || /(?:全力|着力|加快|重点)$/.test(item.text.slice(0, at));
    if (at >= 0 && leads && end > cut && item.text.length - end >= SHORTEST_NAME) cut = end;
  }
  return { ...item, text: item.text.slice(cut), start: item.start + cut };
}

interface NearName {
  readonly text: string;
  readonly place: Span;
}

/** Looks for all names in one pass over the body, wherever one of them may begin. */
function lookFor(report: Report, names: readonly Named[]): void {
  if (names.length === 0) return;
  const whole = wholeText(report);
  const openings = createOpenings<Named>();
  for (const name of names) openings.add(name.item.text.slice(0, 2), name);
  for (let at = openings.next(whole, 0); at < whole.length; at = openings.next(whole, at + 1)) {
    for (const name of openings.at(whole, at) ?? []) if (!name.printed) compare(report, whole, at, name);
  }
}

/** Notes whether the name, or what is nearly the name, begins at a place of the whole text. */
function compare(report: Report, whole: string, at: number, name: Named): void {
  const { text } = name.item;
  if (whole.startsWith(text, at)) {
    const { block } = placeIn(report, at);
    name.printed = block.kind === 'body' && block.role !== 'glossary';
    return;
  }
  for (let length = text.length - 2; name.near === null && length <= text.length + 2; length++) {
    if (!isNear(text, whole, at, length) || !endsThere(whole, at + length)) continue;
    const here = placeIn(report, at);
    if (here.block.kind !== 'body' || here.block.role === 'glossary') return;
    name.near = { text: whole.slice(at, at + length), place: here.block.span(here.at, here.at + length) };
  }
}

/** Whether one stretch of at most two characters, inside the name, is all that differs from `length` units of a text. */
function isNear(name: string, whole: string, at: number, length: number): boolean {
  // Most places have the first two characters alone in common: their ends settle that.
  if (at + length > whole.length || whole.charCodeAt(at + length - 1) !== name.charCodeAt(name.length - 1))
    return false;
  const text = whole.slice(at, at + length);
  if (/[，。；：、“”（）《》\d\n]/.test(text)) return false;
  let before = 0;
  while (before < name.length && before < text.length && name[before] === text[before]) before++;
  let after = 0;
  while (
    after < name.length - before &&
    after < text.length - before &&
    name[name.length - 1 - after] === text[text.length - 1 - after]
  )
    after++;
  const longest = Math.max(name.length, text.length);
  const changed = longest - before - after;
  const middle = name.slice(before, name.length - after) + text.slice(before, text.length - after);
  if (/^[的和与及等]*$/.test(middle)) return false;
  return changed >= 1 && changed <= 2 && before >= 2 && after >= 2 && (before + after) / longest >= 0.8;
}

function endsThere(text: string, at: number): boolean {
  return at >= text.length || /[，。；：、“”（）和与及等的\n]/.test(text[at] ?? '');
}

function otherName(report: Report, entry: GlossaryEntry, item: DefinitionItem, found: NearName): Finding {
  const place = itemSpan(report, entry, item);
  return {
    ...place,
    message: {
      zh: `名词解释作“${item.text}”，正文作“${found.text}”，请核并统一。`,
      en: `The glossary has “${item.text}”, the body “${found.text}”.`,
    },
    related: [{ ...found.place, message: { zh: '正文的写法', en: 'as written in the body' } }],
    ...(report.info?.script === 'traditional'
      ? {}
      : {
          fixes: [
            {
              title: { zh: `改为正文的“${found.text}”`, en: `Write “${found.text}” as in the body` },
              kind: 'suggestion' as const,
              edits: [{ ...place, text: found.text }],
            },
          ],
        }),
  };
}
