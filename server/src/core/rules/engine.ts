import type { Configuration, RuleLevel } from '../configuration';
import type { Quantity } from '../facts/quantities';
import { numbersIn } from '../facts/quantities';
import type {
  Analysis,
  Bilingual,
  Block,
  BlockKind,
  CorpusView,
  Reading,
  Report,
  Role,
  Severity,
  Span,
} from '../model';
import { blocksOf, prose } from './blocks';
import { rules as allRules } from './index';
import type { BlockRule, BlockView, DocumentRule, Finding, Fix, Related, Rule, RuleContext, RuleOptions } from './rule';
import type { Directive } from './suppressions';
import { directiveFor, readDirectives } from './suppressions';
import { unusedDirectives } from './unused-suppressions';

/** A finding as users see it, in offsets of the original text. */
export interface ReportedFinding extends Span {
  /** The rule's id. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  /** How many places it stands for; more than one only for a slip found throughout the file. */
  readonly count: number;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** A finding that suppression comments silence. */
export interface SuppressedFinding extends ReportedFinding {
  /** Why, in the author's words: one for each comment that gives a reason, in the order of the text. */
  readonly reasons: readonly string[];
}

/** The part of a configuration that rules depend on. */
export type RuleSettings = Partial<Pick<Configuration, 'rules' | 'known' | 'ignored'>>;

export interface CheckInput {
  readonly analysis: Analysis;
  readonly corpus: CorpusView;
  readonly settings: RuleSettings;
  /** Run these rules only, by id. */
  readonly only?: readonly string[];
  /** Report findings of this level and above only. */
  readonly least?: Severity;
  /** Keeps what rules said of blocks that did not change. */
  readonly cache?: RuleCache;
  /** Asked between steps; when it says yes, the check ends with no findings. */
  readonly shouldStop?: () => boolean;
  /** Told when a rule throws; its findings are lost, those of other rules are not. */
  readonly onRuleError?: (id: string, error: unknown) => void;
  /** The rules to run; all of them unless a test says otherwise. */
  readonly rules?: readonly Rule[];
}

export interface CheckResult {
  /** Sorted by place. */
  readonly findings: readonly ReportedFinding[];
  /** What suppression comments silenced, sorted by place. */
  readonly suppressed: readonly SuppressedFinding[];
}

/** Checks a report in one go. */
export function checkReport(input: CheckInput): ReportedFinding[] {
  const steps = checkSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return [...step.value.findings];
    if (input.shouldStop?.() === true) return [];
  }
}

/**
 * Checks a report in small steps: yields between rules and between blocks, so that a server can look for a
 * cancellation, and returns the result at the end.
 */
export function* checkSteps(input: CheckInput): Generator<undefined, CheckResult, undefined> {
  const desk = createDesk(input.analysis, input.cache ?? createRuleCache());
  const found: Found[] = [];
  const ran = new Set<string>();
  for (const rule of input.rules ?? allRules) {
    if (input.only !== undefined && !input.only.includes(rule.id)) continue;
    const setting = settingOf(rule, input.settings);
    if (setting.level === 'off') continue;
    const own: Found[] = [];
    try {
      const findings =
        rule.scope === 'block'
          ? runBlockRule(rule, setting.options, desk)
          : runDocumentRule(rule, setting.options, input, desk);
      for (const finding of findings) {
        if (finding === undefined) {
          yield undefined;
          continue;
        }
        own.push({ rule, severity: severityOf(rule, finding, setting.level), finding });
      }
    } catch (error) {
      input.onRuleError?.(rule.id, error);
      continue;
    }
    found.push(...own);
    // Without other reports nobody can say what a rule that compares with them would find.
    const { precedents, peers } = input.corpus;
    if (rule.scope !== 'corpus' || precedents.length + peers.length > 0) ran.add(rule.id);
    yield undefined;
  }
  return conclude(found, ran, input);
}

/** Keeps what rules said of blocks; one may serve any number of documents. */
export interface RuleCache {
  /** What is kept of the block of that reading, by slot. The same list as long as somebody holds the reading. */
  shelf(reading: Reading): Shelf;
  /** The slot of a kind of results; the same number whenever the same words are given. */
  slot(key: string): number;
  /** How often something was computed, for tests and the bench. */
  misses: number;
}

/** Results by slot; `undefined` where nothing was computed yet. */
export type Shelf = ({ readonly value: unknown } | undefined)[];

/** A cache that holds results as long as the reading of the block is held by somebody. */
export function createRuleCache(): RuleCache {
  const shelves = new WeakMap<Reading, Shelf>();
  const slots = new Map<string, number>();
  return {
    shelf(reading) {
      let shelf = shelves.get(reading);
      if (shelf === undefined) shelves.set(reading, (shelf = []));
      return shelf;
    },
    slot(key) {
      let slot = slots.get(key);
      if (slot === undefined) slots.set(key, (slot = slots.size));
      return slot;
    },
    misses: 0,
  };
}

/** The blocks of one check with what is kept of them, so that no rule has to look either up again. */
interface Desk {
  readonly report: Report;
  readonly shelves: readonly Shelf[];
  /** Kind and part of each block, on which what a block rule says may depend. */
  readonly sorts: readonly string[];
  readonly cache: RuleCache;
  view(block: Block): BlockView;
}

function createDesk({ report }: Analysis, cache: RuleCache): Desk {
  const views: BlockView[] = [];
  return {
    report,
    shelves: report.blocks.map((block) => cache.shelf(block.reading)),
    sorts: report.blocks.map(({ kind, role }) => sortOf(kind, role)),
    cache,
    view: (block) => (views[block.index] ??= new View(block, report.text)),
  };
}

/** Words made once: a report has hundreds of blocks and few sorts of them. */
function sortOf(kind: BlockKind, role: Role | null): string {
  let byRole = sorts.get(kind);
  if (byRole === undefined) sorts.set(kind, (byRole = new Map<Role | null, string>()));
  let sort = byRole.get(role);
  if (sort === undefined) byRole.set(role, (sort = `${kind} ${role ?? ''}`));
  return sort;
}

const sorts = new Map<BlockKind, Map<Role | null, string>>();

/** What the linter says of comments that silence nothing. */
const UNUSED = 'suppression-unused';

/** More places than this are counted but not listed: no editor shows them. */
const MOST_RELATED = 100;

const RANK: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };

interface Found {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly finding: Finding;
}

/** So many blocks may pass between two looks for a cancellation. */
const BLOCKS_A_STEP = 64;

function* runBlockRule(rule: BlockRule, options: RuleOptions, desk: Desk): Generator<Finding | undefined> {
  const optionKey = JSON.stringify(options);
  const slots = new Map<string, number>();
  let passed = 0;
  const blocks =
    rule.kinds === undefined ? prose(desk.report, rule.needs) : blocksOf(desk.report, rule.kinds, rule.needs);
  for (const block of blocks) {
    if (++passed % BLOCKS_A_STEP === 0) yield undefined;
    const sort = desk.sorts[block.index] ?? '';
    let slot = slots.get(sort);
    if (slot === undefined) slots.set(sort, (slot = desk.cache.slot(`${rule.id} ${sort} ${optionKey}`)));
    const shelf = desk.shelves[block.index] ?? [];
    const kept = shelf[slot];
    if (kept === QUIET) continue;
    let findings = kept?.value as readonly Finding[] | undefined;
    if (findings === undefined) {
      desk.cache.misses++;
      findings = [...rule.checkBlock(desk.view(block), options)];
      shelf[slot] = findings.length === 0 ? QUIET : { value: findings };
    }
    for (const finding of findings) yield inDocument(finding, block);
  }
}

/** What most rules say of most blocks. */
const QUIET = { value: [] as readonly Finding[] };

/** A class, so that what a view can do exists once and not once a block. */
class View implements BlockView {
  readonly #block: Block;
  readonly #original: string;

  constructor(block: Block, original: string) {
    this.#block = block;
    this.#original = original;
  }

  get text(): string {
    return this.#block.text;
  }

  get kind(): BlockKind {
    return this.#block.kind;
  }

  get role(): Role | null {
    return this.#block.role;
  }

  get numbers(): readonly Quantity[] {
    return numbersIn(this.#block.text);
  }

  original(start: number, end: number): string {
    const span = this.#block.span(start, end);
    return this.#original.slice(span.start, span.end);
  }
}

/** Turns reading offsets of a block into offsets of the document. */
function inDocument(finding: Finding, block: Block): Finding {
  const { places, related, fixes, ...rest } = finding;
  return {
    ...rest,
    ...block.span(finding.start, finding.end),
    ...(places === undefined ? {} : { places: places.map((place) => block.span(place.start, place.end)) }),
    ...(related === undefined
      ? {}
      : { related: related.map((one) => ({ ...one, ...block.span(one.start, one.end) })) }),
    ...(fixes === undefined
      ? {}
      : {
          fixes: fixes.map((fix) => ({
            ...fix,
            edits: fix.edits.map((edit) => ({ ...edit, ...block.span(edit.start, edit.end) })),
          })),
        }),
  };
}

function* runDocumentRule(
  rule: DocumentRule,
  options: RuleOptions,
  input: CheckInput,
  desk: Desk,
): Generator<Finding | undefined> {
  // Most rules ask for one thing of every block in turn: the slot of the last question is at hand.
  let asked = { key: '', kind: '', slot: -1 };
  const context: RuleContext = {
    analysis: input.analysis,
    corpus: input.corpus,
    options,
    known: new Set(input.settings.known),
    ignored: new Set(input.settings.ignored),
    remember(block, key, compute) {
      if (asked.key !== key || asked.kind !== block.kind)
        asked = { key, kind: block.kind, slot: desk.cache.slot(`${rule.id} ${block.kind} ${key}`) };
      const own = desk.report.blocks[block.index] === block ? desk.shelves[block.index] : undefined;
      const shelf = own ?? desk.cache.shelf(block.reading);
      const kept = shelf[asked.slot];
      if (kept !== undefined) return kept.value as ReturnType<typeof compute>;
      desk.cache.misses++;
      const value = compute(block);
      shelf[asked.slot] = { value };
      return value;
    },
  };
  yield* rule.check(context);
}

interface Setting {
  readonly level: RuleLevel | null;
  readonly options: RuleOptions;
}

/** The user's level and options of a rule, its defaults where nothing or nonsense was given. */
function settingOf(rule: Rule, settings: RuleSettings): Setting {
  const given = settings.rules?.[rule.id];
  if (given === undefined) return defaultsOf(rule);
  const options: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(rule.options)) {
    const value = given.options?.[name];
    options[name] = fits(value, option.type) ? value : option.default;
  }
  return { level: given.level ?? null, options };
}

/** What most rules run with, made once. */
function defaultsOf(rule: Rule): Setting {
  let setting = defaults.get(rule);
  if (setting === undefined) {
    const options = Object.fromEntries(Object.entries(rule.options).map(([name, { default: value }]) => [name, value]));
    defaults.set(rule, (setting = { level: null, options }));
  }
  return setting;
}

const defaults = new WeakMap<Rule, Setting>();

function fits(value: unknown, type: string): boolean {
  if (type === 'strings') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  return typeof value === type;
}

/** A user's level replaces the default and caps the grades. */
function severityOf(rule: Rule, finding: Finding, level: Severity | null): Severity {
  const own = finding.grade ?? level ?? rule.severity;
  return level !== null && RANK[own] > RANK[level] ? level : own;
}

function conclude(found: readonly Found[], ran: ReadonlySet<string>, input: CheckInput): CheckResult {
  const { text } = input.analysis.report;
  const directives = readDirectives(text);
  const used = new Map<Directive, Set<string>>();
  const findings: ReportedFinding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const one of withoutOverlaps(found)) {
    const silencing = new Set<Directive>();
    const silences = (place: Span): boolean => {
      const directive = directiveFor(directives, one.rule.id, place);
      if (directive === undefined) return false;
      silencing.add(directive);
      used.set(directive, (used.get(directive) ?? new Set()).add(one.rule.id));
      return true;
    };
    const places = one.finding.places ?? [one.finding];
    const left = places.filter((place) => !silences(place));
    if (input.least !== undefined && RANK[one.severity] < RANK[input.least]) continue;
    if (left.length > 0) findings.push(report(one, left, left.length === places.length ? null : silences));
    else suppressed.push({ ...report(one, places, null), reasons: reasonsOf(silencing) });
  }
  const level = input.settings.rules?.[UNUSED]?.level ?? 'hint';
  if (level !== 'off' && (input.least === undefined || RANK[level] >= RANK[input.least])) {
    for (const finding of unusedDirectives(text, directives, used, ran)) {
      findings.push({ ...finding, rule: UNUSED, severity: level });
    }
  }
  return { findings: findings.sort(byPlace), suppressed: suppressed.sort(byPlace) };
}

function reasonsOf(directives: ReadonlySet<Directive>): string[] {
  const inOrder = [...directives].sort((a, b) => a.start - b.start);
  return [...new Set(inOrder.flatMap(({ reason }) => (reason === null ? [] : [reason])))];
}

function report(one: Found, places: readonly Span[], silences: ((place: Span) => boolean) | null): ReportedFinding {
  const { finding } = one;
  const first = places[0] ?? finding;
  const message = typeof finding.message === 'function' ? finding.message(places.length) : finding.message;
  const others: Related[] = places
    .slice(1, 1 + MOST_RELATED)
    .map((place) => ({ start: place.start, end: place.end, message: ALSO }));
  const fixes = finding.fixes ?? [];
  return {
    start: first.start,
    end: first.end,
    rule: one.rule.id,
    severity: one.severity,
    message,
    count: places.length,
    related: [...(finding.related ?? []), ...others],
    fixes:
      silences === null
        ? fixes
        : fixes
            .map((fix) => ({ ...fix, edits: fix.edits.filter((edit) => !silences(edit)) }))
            .filter((fix) => fix.edits.length > 0),
  };
}

const ALSO: Bilingual = { zh: '同类', en: 'the same here' };

/** Leaves out findings that a finding of a rule with priority stands upon. */
function withoutOverlaps(found: readonly Found[]): Found[] {
  const strong = found.filter((one) => one.rule.supersedes !== undefined && one.finding.places === undefined);
  if (strong.length === 0) return [...found];
  return found.filter(
    (weak) =>
      weak.finding.places !== undefined ||
      !strong.some((one) => one.rule.supersedes?.includes(weak.rule.id) === true && overlap(one.finding, weak.finding)),
  );
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  return (
    a.start - b.start ||
    a.end - b.end ||
    RANK[b.severity] - RANK[a.severity] ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
