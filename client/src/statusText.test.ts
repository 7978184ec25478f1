import { describe, expect, it } from 'vitest';
import chinese from '../../l10n/bundle.l10n.zh-cn.json';
import type { DraftStatus, StatusParams } from '../../server/src/lsp/protocol';
import { barView, figuresView, findingsView, pauseView, reportsView, type Translate } from './statusText';

const fill = (message: string, args: Record<string, string | number> = {}): string =>
  message.replace(/\{(\w+)\}/g, (mark, name: string) => String(args[name] ?? mark));
const en: Translate = fill;
const zh: Translate = (message, args) =>
  fill((chinese as Record<string, string>)[message] ?? `missing: ${message}`, args);

const draft: DraftStatus = {
  uri: 'file:///w/%E7%A8%BF.md',
  planYear: 2025,
  findings: { error: 0, warning: 0, information: 0, hint: 0 },
  precedents: 3,
  characters: 15234,
  pastCharacters: 14800,
  figures: null,
};
const status: StatusParams = { reports: 3, years: [2022, 2024], draft };

describe('reportsView', () => {
  it('tells the reports, their years and the year of the draft', () => {
    expect(reportsView('running', status, zh)).toEqual({
      text: '报告 3 份（2022–2024）· 本稿 2025',
      busy: false,
      severity: 'information',
      action: 'rereadReports',
    });
    expect(reportsView('running', status, en).text).toBe('Reports: 3 (2022–2024) · draft 2025');
  });

  it('names a single year once', () => {
    expect(reportsView('running', { ...status, reports: 1, years: [2024, 2024] }, zh).text).toBe(
      '报告 1 份（2024）· 本稿 2025',
    );
  });

  it('offers to choose a report where the draft has no precedent', () => {
    const view = reportsView('running', { reports: 0, years: null, draft: { ...draft, precedents: 0 } }, zh);
    expect(view.text).toBe('报告 0 份 · 本稿 2025 · 无往年报告');
    expect(view.action).toBe('choosePrecedent');
    expect(view.severity).toBe('information');
  });

  it('says when the year of the draft is unknown', () => {
    expect(reportsView('running', { ...status, draft: { ...draft, planYear: null } }, zh).text).toBe(
      '报告 3 份（2022–2024）· 本稿年份不明',
    );
  });

  it('is busy while the server starts or reads', () => {
    expect(reportsView('starting', undefined, zh)).toMatchObject({ text: '正在启动…', busy: true });
    expect(reportsView('running', undefined, zh).busy).toBe(true);
    expect(reportsView('running', { ...status, reading: { done: 2, total: 5 } }, zh)).toMatchObject({
      text: '正在读取报告 2/5',
      busy: true,
    });
  });

  it('tells the folder alone where no draft is known', () => {
    expect(reportsView('running', { reports: 2, years: [2023, 2024] }, zh).text).toBe('报告 2 份（2023–2024）');
  });

  it('offers a restart where the server does not run', () => {
    expect(reportsView('stopped', status, en)).toMatchObject({ severity: 'error', action: 'restartServer' });
  });
});

describe('findingsView', () => {
  it('counts by level and leaves out what is none', () => {
    const findings = { error: 1, warning: 3, information: 0, hint: 5 };
    expect(findingsView('running', false, { ...status, draft: { ...draft, findings } }, zh)).toEqual({
      text: '错误 1 · 警告 3 · 提示 5',
      detail: '全文 15234 字，上一份报告 14800 字',
      busy: false,
      severity: 'information',
      action: 'showProblems',
    });
  });

  it('compares the length with the last report where there is one', () => {
    const alone = { ...status, draft: { ...draft, pastCharacters: null } };
    expect(findingsView('running', false, alone, zh)?.detail).toBe('全文 15234 字');
    expect(findingsView('running', false, status, en)?.detail).toBe('15234 characters, last report 14800');
  });

  it('says so where there are none, and leads nowhere', () => {
    const view = findingsView('running', false, status, en);
    expect(view?.text).toBe('No findings');
    expect(view).not.toHaveProperty('action');
  });

  it('stays away without a draft or a server', () => {
    expect(findingsView('running', false, { reports: 1, years: [2024, 2024] }, en)).toBeUndefined();
    expect(findingsView('stopped', false, status, en)).toBeUndefined();
  });
});

describe('pauseView', () => {
  it('offers the other state, and tells of the unusual one', () => {
    expect(pauseView('running', false, zh)).toMatchObject({ severity: 'information', action: 'pause' });
    expect(pauseView('running', true, zh)).toMatchObject({ text: '已暂停检查', severity: 'warning', action: 'resume' });
    expect(findingsView('running', true, status, zh)).toBeUndefined();
    expect(pauseView('stopped', true, zh)).toBeUndefined();
  });
});

describe('figuresView', () => {
  const counted = (differs: number): StatusParams => ({
    ...status,
    draft: { ...draft, figures: { agrees: 12, differs, uncovered: 30 } },
  });

  it('counts what the sheet says, and warns of what differs', () => {
    expect(figuresView('running', counted(1), zh)).toEqual({
      text: '数据：一致 12 · 不符 1 · 未列入 30',
      detail: '与稿件旁的统计数据表核对',
      busy: false,
      severity: 'warning',
      action: 'showFigures',
    });
    expect(figuresView('running', counted(0), en)).toMatchObject({
      text: 'Figures: 12 agree · 0 differ · 30 not covered',
      severity: 'information',
    });
  });

  it('is not there without a sheet, a draft or a server', () => {
    expect(figuresView('running', status, zh)).toBeUndefined();
    expect(figuresView('running', { reports: 0, years: null }, zh)).toBeUndefined();
    expect(figuresView('stopped', counted(1), zh)).toBeUndefined();
  });
});

describe('barView', () => {
  it('tells in one line what the draft is compared with and how long it is, the rest on hover', () => {
    const counted = { ...draft, findings: { error: 1, warning: 0, information: 0, hint: 2 } };
    expect(barView('running', false, { ...status, draft: counted }, zh)).toEqual({
      text: '报告 3 份（2022–2024）· 本稿 2025 · 15234 字',
      tooltip: '全文 15234 字，上一份报告 14800 字\n错误 1 · 提示 2',
      action: 'showLedger',
    });
    expect(barView('running', false, status, en)?.text).toBe('Reports: 3 (2022–2024) · draft 2025 · 15234 ch.');
  });

  it('tells of the figures where a sheet lies beside the draft', () => {
    const covered = { ...draft, figures: { agrees: 12, differs: 1, uncovered: 30 } };
    expect(barView('running', false, { ...status, draft: covered }, zh)?.tooltip).toContain('一致 12 · 不符 1');
  });

  it('says that checking is paused, and goes on by a click', () => {
    const view = barView('running', true, status, zh);
    expect(view?.text).toBe('报告 3 份（2022–2024）· 本稿 2025 · 15234 字 · 已暂停检查');
    expect(view?.tooltip).toBe('全文 15234 字，上一份报告 14800 字');
    expect(view?.action).toBe('resume');
  });

  it('leads to the choice of a report where the draft has no precedent', () => {
    const alone = { reports: 0, years: null, draft: { ...draft, precedents: 0, pastCharacters: null } };
    expect(barView('running', false, alone, zh)?.action).toBe('choosePrecedent');
  });

  it('is absent until a report was read', () => {
    expect(barView('starting', false, status, zh)).toBeUndefined();
    expect(barView('running', false, { ...status, reading: { done: 1, total: 2 } }, zh)).toBeUndefined();
    expect(barView('running', false, { reports: 3, years: null }, zh)).toBeUndefined();
  });
});
