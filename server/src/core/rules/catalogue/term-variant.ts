import { findKnownTerm, officialNames } from '../../data';
import { quotedCore, termCore } from '../../facts/matching';
import type { Analysis, Block, BlockKind, CorpusReport, Report, Span, Term } from '../../model';
import { isHan } from '../../text/characters';
import type { Needs } from '../blocks';
import { blocksOf, proseWith } from '../blocks';
import { printedEntries } from '../glossary';
import { createNearFinder } from '../near';
import type { PhraseFinder } from '../phrases';
import { createListFinder, createPhraseFinder } from '../phrases';
import type { DocumentRule, Finding, Related, RuleContext } from '../rule';
import { prose } from '../support';
import { requote, unquote } from '../unquoted';

/** A name written in two ways: against the glossary, against past reports, or with its words exchanged. */
export const termVariant: DocumentRule = {
  id: 'term-variant',
  category: 'terms',
  severity: 'information',
  fix: 'suggestion',
  scope: 'corpus',
  since: '0.1.0',
  summary: {
    zh: '同一名称写法不一：与名词解释、往年报告或前文差一两个字，或者不是规范名称',
    en: 'One name written in two ways, by a character or two, in the glossary, past reports or the draft, or not official',
  },
  rationale: {
    zh: '“集聚区”“聚集区”之类一字之差，多为笔误，读者会以为是两件事。引号、后缀的不同不在此列；数字不同的（“三个一”“四个一”）、各自另有解释的，视为不同名称。',
    en: 'Names that differ by one character, such as 集聚区 and 聚集区, look like two things and are mostly slips. Quotes and generic nouns do not count; other figures (“三个一”, “四个一”) and terms with entries of their own are other names.',
  },
  sources: ['编校通例：同一名称前后一致', '本地历年政府工作报告', '国办发〔2020〕53号等（server/data/names.json）'],
  options: {},
  examples: [
    {
      bad: '获评国家级夜间文化和旅游消费集聚区，夜间文化和旅游消费集聚区客流增长。\n再创一批夜间文化和旅游⟦消费聚集区⟧。',
      fixed:
        '获评国家级夜间文化和旅游消费集聚区，夜间文化和旅游消费集聚区客流增长。\n再创一批夜间文化和旅游消费集聚区。',
    },
    {
      bad: '完善⟦“首席服务官”⟧制度。\n名词解释\n1.“首席服务员”制度：指为重点项目确定专人全程服务的制度。',
      fixed: '完善“首席服务员”制度。\n名词解释\n1.“首席服务员”制度：指为重点项目确定专人全程服务的制度。',
    },
    {
      bad: '丰富⟦“禾事达通”⟧平台功能。',
      fixed: '丰富“禾事通达”平台功能。',
      precedents: ['上线“禾事通达”平台。', '筹建“禾事通达”平台。'],
    },
    {
      bad: '建成自治区级旅游休闲街区1条。\n持续打造旅游休闲街区，新增⟦休闲旅游街区⟧2条。',
      fixed: '建成自治区级旅游休闲街区1条。\n持续打造旅游休闲街区，新增旅游休闲街区2条。',
    },
    {
      bad: '拨打⟦12345便民服务热线⟧。',
      fixed: '拨打12345政务服务便民热线。',
    },
    { bad: '壮大“两大主导”产业，延伸产业链条，推动⟦“两大支柱产业”⟧集群发展。' },
    { good: '壮大“两大主导”产业，“两大主导产业”占比过半，培育“四大特色产业”。' },
    {
      bad: '建成⟦“口袋工坊”⟧40个，新建“口袋工场”6个。\n名词解释\n1.“口袋工场”：指设在社区的小型加工场所。',
      fixed: '建成“口袋工场”40个，新建“口袋工场”6个。\n名词解释\n1.“口袋工场”：指设在社区的小型加工场所。',
    },
    { good: '推进“三个一”工程。\n名词解释\n1.“四个一”工程：指一园一馆一街一中心。' },
    { good: '建设“数字禾乡”“数字禾城”。\n名词解释\n1.“数字禾乡”：指乡村数字平台。\n2.“数字禾城”：指城市数字平台。' },
    { good: '开展“智改数转”行动。', precedents: ['开展“智改数转”专项行动，当好“店小二”。'] },
    { good: '推动产业集聚发展，各类要素加快聚集，经济社会发展、社会经济活动活跃。' },
    { good: '完善“首席服务员”制度。\n名词解释\n1.首席服务员：指为重点项目确定专人全程服务的制度。' },
  ],
  *check(context) {
    const taken: Span[] = [];
    const quoted = quotedTerms(context);
    for (const finding of [
      ...againstGlossary(context, quoted),
      ...againstPast(context, quoted),
      ...exchanged(context),
      ...unofficial(context),
      ...relabelled(context),
    ]) {
      if (taken.some((one) => one.start < finding.end && finding.start < one.end)) continue;
      taken.push(finding);
      yield finding;
    }
  },
};

/** Quoted terms that are a character away from a headword and have no entry of their own. */
function* againstGlossary(context: RuleContext, quoted: readonly Term[][]): Generator<Finding> {
  const { report } = context.analysis;
  const entries = printedEntries(report).map((entry) => ({ model: termCore(entry.term), entry }));
  const cores = new Set(entries.map(({ model }) => model));
  for (const group of quoted) {
    const [first] = group;
    if (first === undefined) continue;
    const core = quotedCore(first.text);
    if (cores.has(core) || findKnownTerm(first.text) !== null) continue;
    for (const { model, entry } of entries) {
      if (!isNear(core, model) && !isSlip(core, model)) continue;
      const place = { start: entry.termStart, end: entry.termEnd };
      yield variant(report, group, core, model, [{ ...place, message: { zh: '名词解释', en: 'the glossary' } }], {
        zh: '名词解释作',
        en: 'the glossary has',
      });
      break;
    }
  }
}

/** Quoted terms that no past report has, where past reports have one that is a character away and gone now. */
function* againstPast(context: RuleContext, quoted: readonly Term[][]): Generator<Finding> {
  const { analysis, corpus } = context;
  if (corpus.precedents.length === 0) return;
  let text: string | undefined;
  const past = pastTerms(corpus.precedents);
  const models = Array.from(past, ([model, { report, term }]) => ({ model, report, term }));
  for (const group of quoted) {
    const [first] = group;
    if (first === undefined) continue;
    const core = quotedCore(first.text);
    if (past.has(core) || findKnownTerm(first.text) !== null) continue;
    for (const { model, report, term } of models) {
      if (
        !isNear(core, model) ||
        (text ??= joined(analysis.report)).includes(model) ||
        !sameFollow(analysis, first, report.analysis, term)
      )
        continue;
      const year = report.analysis.report.info?.planYear ?? null;
      const zh = year === null ? '往年报告' : `${year}年报告`;
      const en = year === null ? 'a past report' : `the report of ${year}`;
      yield variant(
        analysis.report,
        group,
        core,
        model,
        [{ path: report.path, start: term.start, end: term.end, message: { zh, en } }],
        { zh: `${zh}作`, en: `${en} has` },
      );
      break;
    }
  }
}

/** Terms printed in quotes and long enough to be told apart, all occurrences of one together. */
function quotedTerms({ analysis, ignored, known }: RuleContext): Term[][] {
  const groups = new Map<string, Term[]>();
  for (const term of analysis.terms) {
    if (!term.quoted || term.text.length < 3 || ignored.has(term.text) || known.has(term.text)) continue;
    const group = groups.get(term.text);
    if (group === undefined) groups.set(term.text, [term]);
    else group.push(term);
  }
  return [...groups.values()];
}

function pastTerms(
  precedents: readonly CorpusReport[],
): Map<string, { report: CorpusReport; term: Span & { block: number } }> {
  const found = new Map<string, { report: CorpusReport; term: Span & { block: number } }>();
  for (const report of precedents) {
    for (const [core, term] of quotedCores(report.analysis)) if (!found.has(core)) found.set(core, { report, term });
  }
  return found;
}

/** The quoted terms of a past report by core, the first of each; a report is looked over once. */
function quotedCores(analysis: Analysis): ReadonlyMap<string, Term> {
  let cores = pastCores.get(analysis);
  if (cores === undefined) {
    pastCores.set(analysis, (cores = new Map<string, Term>()));
    for (const term of analysis.terms) {
      if (!term.quoted) continue;
      const core = quotedCore(term.text);
      if (core.length >= 4 && !cores.has(core)) cores.set(core, term);
    }
  }
  return cores;
}

const pastCores = new WeakMap<Analysis, Map<string, Term>>();

/** Whether the same noun follows both: “禾事通”平台, “禾市通”平台. */
function sameFollow(a: Analysis, x: Term, b: Analysis, y: Span & { block: number }): boolean {
  const left = follow(a.report.blocks[x.block], x);
  const right = follow(b.report.blocks[y.block], y);
  return left === right;
}

function follow(block: Block | undefined, span: Span): string {
  if (block === undefined) return '';
  const at = block.readingOffset(span.end);
  return block.text
    .slice(at, at + 3)
    .replace(/[“”，。；、]/g, '')
    .slice(0, 2);
}

function joined(report: Report): string {
  return prose(report)
    .map((block) => block.text.replace(/[“”]/g, ''))
    .join('\n');
}

/** As {@link isNear}, for short names too: where the glossary has the one and not the other, a character apart is a slip. */
function isSlip(term: string, headword: string): boolean {
  // “五大战新”, “五大战役”: a count of something is no name.
  if (/^[一二三四五六七八九十两]/.test(term)) return false;
  if (term.length < 3 || headword.length < 4 || Math.abs(term.length - headword.length) > 1) return false;
  if (!meetAtAnEnd(term, headword)) return false;
  const { x, y } = differenceOf(term, headword);
  if (x.length > 1 || y.length > 1) return false;
  if (!/^\p{Script=Han}{1,2}$/u.test(x + y) || /[一二三四五六七八九十百千万两双]/.test(x + y)) return false;
  return true;
}

/** Whether two names begin or end alike, as those do that differ in one place; most have neither end in common. */
function meetAtAnEnd(a: string, b: string): boolean {
  return a.charCodeAt(0) === b.charCodeAt(0) || a.charCodeAt(a.length - 1) === b.charCodeAt(b.length - 1);
}

/** What is left of two names without what they begin and end with alike. */
function differenceOf(a: string, b: string): { x: string; y: string; before: number } {
  let before = 0;
  while (before < a.length && before < b.length && a.charCodeAt(before) === b.charCodeAt(before)) before++;
  let after = 0;
  const most = Math.min(a.length, b.length) - before;
  while (after < most && a.charCodeAt(a.length - 1 - after) === b.charCodeAt(b.length - 1 - after)) after++;
  return { x: a.slice(before, a.length - after), y: b.slice(before, b.length - after), before };
}

/** One character more, less, other or exchanged with its neighbour; figures and letters must agree. */
function isNear(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  if (!meetAtAnEnd(a, b)) return false;
  const { x, y, before } = differenceOf(a, b);
  if (x.length > 2 || y.length > 2) return false;
  if (!/^\p{Script=Han}{1,4}$/u.test(x + y) || /[一二三四五六七八九十百千万两双]/.test(x + y)) return false;
  if (x.length === 2 && `${x[1] ?? ''}${x[0] ?? ''}` === y) return true;
  // 数字禾乡 and 数字禾城 may be two things: where a character is exchanged, more of the name has to agree.
  if (x.length === 1 && y.length === 1) return a.length >= 5 && before >= 3;
  return x.length + y.length === 1 && Math.max(a.length, b.length) >= 5;
}

function variant(
  report: Report,
  group: readonly Term[],
  here: string,
  there: string,
  related: readonly Related[],
  where: { zh: string; en: string },
): Finding {
  const places = group.map((term) => spanOf(report, term));
  const first = places[0] ?? { start: 0, end: 0 };
  const simplified = report.info?.script !== 'traditional';
  return {
    ...first,
    places,
    message: (count) => ({
      zh: `此处作“${here}”${count > 1 ? `（共 ${count} 处）` : ''}，${where.zh}“${there}”，请核是否同一名称。`,
      en: `“${here}” here${count > 1 ? ` (${count} places)` : ''}; ${where.en} “${there}”.`,
    }),
    related,
    ...(simplified
      ? {
          fixes: [
            {
              title: { zh: `改为“${there}”`, en: `Change to “${there}”` },
              kind: 'suggestion' as const,
              edits: group.flatMap((term) => {
                const at = report.text.slice(term.start, term.end).indexOf(here);
                return at < 0 ? [] : [{ start: term.start + at, end: term.start + at + here.length, text: there }];
              }),
            },
          ],
        }
      : {}),
  };
}

function spanOf({ text }: Report, { start, end }: Term): Span {
  const quoted = /[“"「『＂〝]/.test(text[start - 1] ?? '') && /[”"」』＂〞]/.test(text[end] ?? '');
  return quoted ? { start: start - 1, end: end + 1 } : { start, end };
}

// “两大主导”产业 · “两大支柱产业”
const LEADING = /^([一二三四五六七八九十两])大(主导|优势|支柱|特色|重点|核心|骨干)(产业)?$/;

/** As many leading industries under another adjective: a reader takes them for others. */
function* relabelled({ analysis: { report, terms } }: RuleContext): Generator<Finding> {
  const first = new Map<string, { adjective: string; term: Term }>();
  for (const term of terms) {
    const match = term.quoted ? LEADING.exec(term.text) : null;
    const block = report.blocks[term.block];
    if (match === null || block === undefined) continue;
    const [, count = '', adjective = '', noun] = match;
    if (noun === undefined && !/^”?产业/.test(block.text.slice(block.readingOffset(term.end)))) continue;
    const other = first.get(count);
    if (other === undefined) first.set(count, { adjective, term });
    else if (other.adjective !== adjective) {
      const [here, there] = [`${count}大${adjective}产业`, `${count}大${other.adjective}产业`];
      yield {
        ...spanOf(report, term),
        message: {
          zh: `此处作“${here}”，前文作“${there}”，请核是否同一所指并统一。`,
          en: `“${here}” here, “${there}” before; one set of industries takes one name.`,
        },
        related: [{ ...spanOf(report, other.term), message: { zh: `此处作“${there}”`, en: `“${there}” here` } }],
      };
      return;
    }
  }
}

/** Names of hotlines, honours and programmes that are not the official ones, each once. */
function* unofficial(context: RuleContext): Generator<Finding> {
  const { report } = context.analysis;
  const places = new Map<string, { right: string; spans: Span[] }>();
  for (const block of proseWith(report, suspects)) {
    for (const { form, right, start, end } of context.remember(block, 'names', readNames)) {
      const known = places.get(form) ?? { right, spans: [] };
      known.spans.push(block.span(start, end));
      places.set(form, known);
    }
  }
  for (const [form, { right, spans }] of places) {
    const [first] = spans;
    if (first === undefined) continue;
    yield {
      ...first,
      places: spans,
      message: (count) => ({
        zh: `“${form}”${count > 1 ? `（${count} 处）` : ''}的规范名称为“${right}”，请核。`,
        en: `The official name of “${form}”${count > 1 ? ` (${count} places)` : ''} is “${right}”.`,
      }),
      ...(report.info?.script === 'traditional' ||
      spans.some((span) => /[“”"]/.test(report.text.slice(span.start, span.end)))
        ? {}
        : {
            fixes: [
              {
                title: { zh: `改为“${right}”`, en: `Change to “${right}”` },
                kind: 'suggestion' as const,
                edits: spans.map((span) => ({ ...span, text: right })),
              },
            ],
          }),
    };
  }
}

/** Unofficial forms in a block, as “12345”便民服务热线. Reading offsets. */
function readNames(block: Block): { form: string; right: string; start: number; end: number }[] {
  const { text } = block;
  const near = nearNames.find(text);
  const found = near.map(({ words, right, start, end }) => ({ form: unquote(words).text, right, start, end }));
  return [
    ...found,
    ...between(text).filter((one) => !found.some((other) => other.start < one.end && one.start < other.end)),
  ];
}

const nearNames = createNearFinder(() => officialNames.map((row) => ({ row, text: row.name, accepted: row.accepted })));

/** What a block has in which an official name may stand in another form. */
const suspects: readonly Needs[] = [nearNames, createListFinder(() => officialNames.flatMap(({ head }) => head ?? []))];

/** Names told by how they begin and end: whatever hotline has the number 12345. */
function between(text: string): { form: string; right: string; start: number; end: number }[] {
  const found: { form: string; right: string; start: number; end: number }[] = [];
  const plain = unquote(text);
  for (const { name, accepted, head, tail } of officialNames) {
    if (head === undefined || tail === undefined) continue;
    for (let at = plain.text.indexOf(head); at >= 0; at = plain.text.indexOf(head, at + head.length)) {
      const until = plain.text.indexOf(tail, at + head.length);
      const form = plain.text.slice(at, until + tail.length);
      const inner = form.slice(head.length, -tail.length);
      if (until < 0 || inner.length > name.length || !allHan(inner)) continue;
      if (form === name || accepted.includes(form)) continue;
      const { start, end } = requote(plain, at, until + tail.length);
      // “12345”“行风热线” are two.
      if (text.slice(start, end).includes('”“')) continue;
      // “12345”便民服务热线 begins with its quotation mark.
      const opens = text[start - 1] === '“' && text.slice(start, end).includes('”');
      found.push({ form, right: name, start: opens ? start - 1 : start, end });
    }
  }
  return found;
}

/** An occurrence of words that may be exchanged with their neighbours, with what stands around them. */
interface Exchange {
  readonly key: string;
  readonly words: string;
  /** The stretch that a reader needs to see, in reading offsets. */
  readonly start: number;
  readonly end: number;
}

/** Names whose words stand in the other order elsewhere in the draft: 消费集聚区, 消费聚集区. */
function* exchanged(context: RuleContext): Generator<Finding> {
  const { report } = context.analysis;
  const forms = new Map<string, { readonly one: Exchange; readonly block: Block }[]>();
  for (const block of blocksOf(report, NAMED, AREAS)) {
    for (const one of context.remember(block, 'exchanges', readExchanges)) {
      const list = forms.get(one.key);
      if (list === undefined) forms.set(one.key, [{ one, block }]);
      else list.push({ one, block });
    }
  }
  for (const uses of forms.values()) {
    if (uses.every(({ one }) => one.words === uses[0]?.one.words)) continue;
    // An annex copies the names of honours from their documents, so that it is right where the body differs.
    const certain = new Set(uses.flatMap(({ one, block }) => (block.kind === 'annex' ? [one.words] : [])));
    const words = new Map<string, Span[]>();
    for (const { one, block } of uses)
      words.set(one.words, [...(words.get(one.words) ?? []), block.span(one.start, one.end)]);
    const weight = ([text, list]: [string, Span[]]): number => list.length + (certain.has(text) ? 1000 : 0);
    const [most, ...others] = [...words].sort((a, b) => weight(b) - weight(a));
    if (others.some(([text]) => certain.has(text))) continue;
    const places = others.flatMap(([, list]) => list).sort((a, b) => a.start - b.start);
    const [first] = places;
    const model = most?.[1][0];
    const other = others[0]?.[0];
    if (first === undefined || most === undefined || model === undefined || other === undefined) continue;
    yield {
      ...first,
      places,
      message: {
        zh: `此处作“${other}”，别处作“${most[0]}”，请核并统一。`,
        en: `“${other}” here, “${most[0]}” elsewhere.`,
      },
      related: [{ ...model, message: { zh: `此处作“${most[0]}”`, en: `“${most[0]}” here` } }],
      ...(report.info?.script === 'traditional'
        ? {}
        : {
            fixes: [
              {
                title: { zh: `统一为“${most[0]}”`, en: `Write “${most[0]}”` },
                kind: 'suggestion' as const,
                edits: places.map((place) => ({ ...place, text: most[0] })),
              },
            ],
          }),
    };
  }
}

const NAMED: readonly BlockKind[] = ['body', 'entry', 'annex'];
// What ends the name of a place or an honour.
const AREAS = /[区园带圈群镇县]|基地|中心/;

/** Nouns that end the name of a place or an honour. */
const NAME_ENDS = [
  '街区',
  '园区',
  '基地',
  '公园',
  '小镇',
  '中心',
  '示范区',
  '示范县',
  '示范园',
  '试验区',
  '先行区',
  '集聚区',
  '聚集区',
  '活力区',
];

const AREA_END = /[区园带圈群]/g;

let endFinder: PhraseFinder | undefined;

function readExchanges({ text }: Block): Exchange[] {
  const found: Exchange[] = [];
  // Two characters before 区, 园, 带, 圈 or 群, with two more before them: 消费集聚区.
  AREA_END.lastIndex = 4;
  while (AREA_END.test(text)) {
    const end = AREA_END.lastIndex - 1;
    const stretch = text.slice(end - 4, end);
    if (!allHan(stretch)) continue;
    const [x = '', y = ''] = [stretch[2], stretch[3]];
    if (x !== y) {
      found.push({
        key: `1${stretch.slice(0, 2)}${x < y ? x + y : y + x}${text[end] ?? ''}`,
        words: text.slice(end - 4, end + 1),
        start: end - 4,
        end: end + 1,
      });
    }
  }
  endFinder ??= createPhraseFinder(NAME_ENDS);
  for (const { at, phrase: noun } of endFinder.find(text)) {
    const stretch = text.slice(Math.max(0, at - 4), at);
    if (stretch.length < 4 || !allHan(stretch)) continue;
    const [x, y] = [stretch.slice(0, 2), stretch.slice(2)];
    if (x === y) continue;
    found.push({
      key: `2${x < y ? x + y : y + x}${noun}`,
      words: stretch + noun,
      start: at - 4,
      end: at + noun.length,
    });
  }
  return found;
}

function allHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isHan(text.charCodeAt(i))) return false;
  return true;
}
