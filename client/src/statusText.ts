/** The words of the status items. Pure: how they are shown is `statusItems.ts`. */
import type { DraftStatus, FindingCounts, StatusParams } from '../../server/src/lsp/protocol';

/** A server that starts, works, or does not run. */
export type Running = 'starting' | 'running' | 'stopped';

/** What a click on an item does. */
export type StatusAction =
  'choosePrecedent' | 'rereadReports' | 'restartServer' | 'showProblems' | 'showFigures' | 'pause' | 'resume';

/** One status item, ready to show. */
export interface StatusView {
  readonly text: string;
  readonly detail?: string;
  readonly busy: boolean;
  readonly severity: 'information' | 'warning' | 'error';
  readonly action?: StatusAction;
}

/** Translates a message and fills in `{name}` marks; the shape of `vscode.l10n.t`. */
export type Translate = (message: string, args?: Record<string, string | number>) => string;

/**
 * The item that says what the draft is compared with: `报告 3 份（2022–2024）· 本稿 2025`.
 * @param status the latest word of the server on the draft or its folder; undefined before there is any
 */
export function reportsView(running: Running, status: StatusParams | undefined, t: Translate): StatusView {
  if (running === 'stopped') {
    return {
      text: t('Policy Drafting is not running'),
      detail: t('Terms, targets and figures are not checked.'),
      busy: false,
      severity: 'error',
      action: 'restartServer',
    };
  }
  if (running === 'starting' || status === undefined)
    return { text: t('Starting…'), busy: true, severity: 'information' };
  const { reading, draft } = status;
  if (reading !== undefined) {
    return { text: t('Reading reports {done}/{total}', reading), busy: true, severity: 'information' };
  }
  const text = draft === undefined ? reportsText(status, t) : joined(reportsText(status, t), draftText(draft, t));
  if (draft?.precedents === 0) {
    return {
      text: joined(text, t('no earlier report')),
      detail: t("No earlier report of this place was found, so nothing is compared with last year's."),
      busy: false,
      severity: 'information',
      action: 'choosePrecedent',
    };
  }
  return { text, busy: false, severity: 'information', action: 'rereadReports' };
}

/**
 * The item that counts the findings of the draft: `错误 1 · 警告 3 · 提示 5`; undefined where there is no draft, and
 * while nothing is checked.
 */
export function findingsView(
  running: Running,
  paused: boolean,
  status: StatusParams | undefined,
  t: Translate,
): StatusView | undefined {
  if (running !== 'running' || paused || status?.draft === undefined) return undefined;
  const { findings } = status.draft;
  return {
    text: findingsText(findings, t),
    detail: lengthText(status.draft, t),
    busy: false,
    severity: 'information',
    ...(total(findings) > 0 ? { action: 'showProblems' as const } : {}),
  };
}

/**
 * The item that counts what the figures sheet says of the draft's figures: `数据 一致 12 · 不符 1 · 未列入 30`; undefined
 * where no sheet lies beside the draft.
 */
export function figuresView(running: Running, status: StatusParams | undefined, t: Translate): StatusView | undefined {
  const figures = status?.draft?.figures ?? null;
  if (running !== 'running' || figures === null) return undefined;
  return {
    text: t('Figures: {agrees} agree · {differs} differ · {uncovered} not covered', { ...figures }),
    detail: t('held against the figures sheet beside the draft'),
    busy: false,
    severity: figures.differs > 0 ? 'warning' : 'information',
    action: 'showFigures',
  };
}

/** What stands in the status bar itself, without a click. */
export interface BarView {
  readonly text: string;
  /** What the text leaves out, a line each. */
  readonly tooltip: string;
  readonly action: StatusAction | 'showLedger';
}

/**
 * The one line in the status bar: what the draft is compared with and how long it is, `报告 3 份（2022–2024）· 本稿 2025 ·
 * 15234 字`; its length against that of the last report, the findings and the figures on hover. Undefined until the
 * server has read the report in front: what does not run or is still read is told beside the language.
 */
export function barView(
  running: Running,
  paused: boolean,
  status: StatusParams | undefined,
  t: Translate,
): BarView | undefined {
  if (running !== 'running' || status?.draft === undefined || status.reading !== undefined) return undefined;
  const { draft } = status;
  const length = t('{characters} ch.', { characters: draft.characters });
  const checking = paused ? [t('Checking is paused')] : [];
  const findings = findingsView(running, paused, status, t);
  const figures = figuresView(running, status, t);
  return {
    text: [joined(reportsText(status, t), draftText(draft, t)), length, ...checking].join(' · '),
    tooltip: [lengthText(draft, t), findings?.text, figures?.text].filter((line) => line !== undefined).join('\n'),
    action: paused ? 'resume' : draft.precedents === 0 ? 'choosePrecedent' : 'showLedger',
  };
}

/** The switch that pauses checking: in sight of everybody while it is on. */
export function pauseView(running: Running, paused: boolean, t: Translate): StatusView | undefined {
  if (running !== 'running') return undefined;
  return paused
    ? { text: t('Checking is paused'), busy: false, severity: 'warning', action: 'resume' }
    : { text: t('Checking while you write'), busy: false, severity: 'information', action: 'pause' };
}

function reportsText({ reports, years }: StatusParams, t: Translate): string {
  if (reports === 0 || years === null) return t('Reports: {reports}', { reports });
  const [first, last] = years;
  return t('Reports: {reports} ({years})', { reports, years: first === last ? `${first}` : `${first}–${last}` });
}

function draftText({ planYear }: DraftStatus, t: Translate): string {
  return planYear === null ? t('draft of an unknown year') : t('draft {year}', { year: `${planYear}` });
}

/** A full-width bracket brings its own space: `（2022–2024）· 本稿 2025`. */
function joined(first: string, second: string): string {
  return first.endsWith('）') ? `${first}· ${second}` : `${first} · ${second}`;
}

function lengthText({ characters, pastCharacters }: DraftStatus, t: Translate): string {
  return pastCharacters === null
    ? t('{characters} characters', { characters })
    : t('{characters} characters, last report {past}', { characters, past: pastCharacters });
}

function findingsText(findings: FindingCounts, t: Translate): string {
  const parts = [
    findings.error > 0 ? t('Errors {count}', { count: findings.error }) : '',
    findings.warning > 0 ? t('Warnings {count}', { count: findings.warning }) : '',
    findings.information > 0 ? t('Information {count}', { count: findings.information }) : '',
    findings.hint > 0 ? t('Hints {count}', { count: findings.hint }) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? t('No findings') : parts.join(' · ');
}

function total({ error, warning, information, hint }: FindingCounts): number {
  return error + warning + information + hint;
}
