/**
 * What reports say of their indicators, as tables to take away: the main targets of chosen reports side by side, and
 * the indicators of a draft with targets and results by year.
 */
import { placeOf } from '../facts/settled';
import { saysSameValue, wording } from '../facts/wording';
import { scaleOf } from '../ledger/amounts';
import type { Analysis, Bilingual, CorpusReport, CorpusView, Span, Statement } from '../model';
import type { LinkedPart, LinkedTable, Table } from '../text/tables';
import { plainTable } from '../text/tables';
import { history } from './figures';

/** The main targets of reports side by side, one column each in the order given; — where a report sets none. */
export function targetTable(reports: readonly Pick<CorpusReport, 'analysis'>[], lang: keyof Bilingual): Table {
  return plainTable(linkedTargets(reports, lang));
}

/** The same, each target with its place in the report of its column. */
export function linkedTargets(reports: readonly Pick<CorpusReport, 'analysis'>[], lang: keyof Bilingual): LinkedTable {
  const columns = reports.map(({ analysis }) => targetsByIndicator(analysis));
  const cell = (targets: readonly Target[] | undefined, report: number): LinkedPart[] => {
    if (targets === undefined) return [{ text: '—', place: null }];
    return targets.flatMap(({ words, start, end }, i): LinkedPart[] => {
      const said = { text: words, place: { report, start, end } };
      return i === 0 ? [said] : [{ text: lang === 'zh' ? '；' : '; ', place: null }, said];
    });
  };
  const indicators = new Set(columns.flatMap((column) => [...column.keys()]));
  return {
    head: [lang === 'zh' ? '指标' : 'Indicator', ...reports.map(({ analysis }) => nameOf(analysis, lang))],
    rows: [...indicators].map((indicator) => [
      [{ text: indicator, place: null }],
      ...columns.map((column, report) => cell(column.get(indicator), report)),
    ]),
  };
}

/** What a target says, and where. */
interface Target extends Span {
  readonly words: string;
  readonly statement: Statement;
}

/** What each target says, in the order of the statement. */
function targetsByIndicator({ report, statements }: Analysis): Map<string, Target[]> {
  const planYear = report.info?.planYear ?? null;
  const found = new Map<string, Target[]>();
  for (const statement of statements) {
    const { role, period, year, indicator } = statement;
    if (role !== 'target' || period !== 'annual' || (year ?? planYear) !== planYear) continue;
    const target = { words: wording(statement, report), statement, ...placeOf(statement) };
    const before = found.get(indicator);
    if (before === undefined) found.set(indicator, [target]);
    else if (!before.some((one) => one.words === target.words || saysSameValue(one.statement, statement)))
      before.push(target);
  }
  return found;
}

/**
 * The indicators that a draft sets or reports, one row for each kind of number, with a column for the target and one
 * for the result of every year that draft and precedents know, newest year first. Plain numbers stand as numbers, so
 * that a spreadsheet can go on with them, with the digits that are printed; a bound follows its number as a word. What
 * is said in another magnitude (万元 beside 亿元) is converted to the newest, and the unit says so.
 */
export function indicatorTable(analysis: Analysis, corpus: CorpusView, lang: keyof Bilingual): Table {
  const names = new Set(
    ['target', 'result'].flatMap((role) =>
      analysis.statements
        .filter((one) => one.role === role && one.known && one.period === 'annual')
        .map(({ indicator }) => indicator),
    ),
  );
  const rows = new Map<string, IndicatorRow>();
  const years = new Set<number>();
  for (const indicator of names) {
    for (const { year, figures } of history(analysis, corpus, indicator)) {
      for (const { statement, decimals } of figures) {
        const kind = kindOf(statement, lang);
        if (kind === null) continue;
        years.add(year);
        const unit = statement.unit ?? '';
        const key = [indicator, kind, measuredIn(unit)].join('\n');
        const row = rows.get(key) ?? { lead: [indicator, kind], unit, others: new Set(), cells: new Map() };
        rows.set(key, row);
        const place = `${statement.role} ${String(year)}`;
        if (row.cells.has(place)) continue;
        const share = scaleOf(unit).factor / scaleOf(row.unit).factor;
        if (share !== 1) row.others.add(unit);
        row.cells.set(place, amountOf(statement, share, decimals));
      }
    }
  }
  const columns = [...years]
    .sort((a, b) => b - a)
    .flatMap((year) =>
      (['target', 'result'] as const).map((role) => ({ year, role, place: `${role} ${String(year)}` })),
    )
    .filter(({ place }) => [...rows.values()].some(({ cells }) => cells.has(place)));
  return {
    head: [
      ...(lang === 'zh' ? ['指标', '口径', '单位'] : ['Indicator', 'Kind', 'Unit']),
      ...columns.map(({ year, role }) => `${String(year)}${lang === 'zh' ? '年' : ' '}${WORDS[role][lang]}`),
    ],
    rows: [...rows.values()].map((row) => [
      ...row.lead,
      unitWords(row, lang),
      ...columns.map(({ place }) => row.cells.get(place) ?? ''),
    ]),
  };
}

const WORDS = {
  target: { zh: '目标', en: 'target' },
  result: { zh: '完成', en: 'result' },
} as const satisfies Record<string, Bilingual>;

const KINDS = {
  growth: { zh: '增速', en: 'growth' },
  level: { zh: '数值', en: 'level' },
  change: { zh: '变动', en: 'change' },
} as const satisfies Record<string, Bilingual>;

/** What is said in words has no place in a spreadsheet. */
function kindOf({ measure }: Statement, lang: keyof Bilingual): string | null {
  return measure === 'qualitative' ? null : KINDS[measure][lang];
}

interface IndicatorRow {
  readonly lead: readonly string[];
  readonly unit: string;
  /** Units from which numbers were converted. */
  readonly others: Set<string>;
  readonly cells: Map<string, string>;
}

/** What a unit is a magnitude of: 元 for 万元 and 亿元. People and things are counted apart, as reports do. */
function measuredIn(unit: string): string {
  const { base } = scaleOf(unit);
  return base === '人' || base === '个' ? unit.replace(/^[百千万亿]{1,2}(?=.)/, '') : base;
}

/** 亿元; 亿元（含万元换算） */
function unitWords({ unit, others }: IndicatorRow, lang: keyof Bilingual): string {
  if (others.size === 0) return unit;
  return lang === 'zh'
    ? `${unit}（含${[...others].join('、')}换算）`
    : `${unit} (some converted from ${[...others].join(', ')})`;
}

/**
 * 6.0, 6左右, 5000以上, 4.5—5, -3.2: a drop is a negative number.
 * @param share how many of the unit of the row one of the statement's is
 * @param decimals digits that the report prints; what was converted has those that it needs
 */
function amountOf({ bound, min, max, direction }: Statement, share: number, decimals: number): string {
  const shown = (value: number): string => {
    const signed = direction === 'down' ? -value : value;
    if (share !== 1) return String(Number((signed * share).toPrecision(12)));
    const printed = signed.toFixed(decimals);
    // Numbers in words (翻一番) and the other end of a range have digits of their own.
    return Number(printed) === signed ? printed : String(signed);
  };
  if (min === null && max === null) return '';
  if (bound === 'range' && min !== null && max !== null) return `${shown(min)}—${shown(max)}`;
  const value = shown((bound === 'at-most' ? max : min) ?? max ?? 0);
  return value + (bound === 'about' ? '左右' : bound === 'at-least' ? '以上' : bound === 'at-most' ? '以内' : '');
}

/** 青禾区 2026 */
export function nameOf({ report }: Analysis, lang: keyof Bilingual): string {
  const { issuer = null, planYear = null } = report.info ?? {};
  const parts = [issuer, planYear === null ? null : String(planYear)].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : lang === 'zh' ? '报告' : 'report';
}
