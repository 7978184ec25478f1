import { describe, expect, it } from 'vitest';
import { reportText, SLIP } from '../../../test/protocol/texts';
import { EMPTY_BASELINE, withBaselineOf } from './baseline';
import { NO_CONFIGURATION } from './configuration';
import { applyEdits } from './rules/fixes';
import type { Governance, Service } from './service';
import { createService } from './service';

const PLAIN: Governance = { root: '/w', configuration: NO_CONFIGURATION, checkPrecedents: false, draftsOnly: false };

function serviceWith(governance: Partial<Governance> = {}): Service {
  const whole = { ...PLAIN, ...governance };
  return createService({
    governance: () => whole,
    onRuleError: (id, error) => {
      throw new Error(`${id}: ${String(error)}`);
    },
  });
}

function put(service: Service, path: string, text: string, version = 1, draft = false): void {
  service.put({ path, version, text: () => text, draft });
}

function run<T>(steps: Generator<undefined, T, undefined>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const rulesOf = (service: Service, path: string): string[] => run(service.check(path)).findings.map(({ rule }) => rule);
const FAULTY = reportText({ year: 2026, extra: SLIP });

describe('check', () => {
  it('reads a version once, and only when asked', () => {
    const service = serviceWith();
    let reads = 0;
    const text = (): string => {
      reads++;
      return FAULTY;
    };
    service.put({ path: '/w/a.md', version: 1, text, draft: false });
    service.put({ path: '/w/a.md', version: 2, text, draft: false });
    expect(reads).toBe(0);
    run(service.check('/w/a.md'));
    service.draft('/w/a.md');
    expect(reads).toBe(1);
  });

  it('gives the same answer as one object until something changes', () => {
    const service = serviceWith();
    put(service, '/w/a.md', FAULTY);
    const first = run(service.check('/w/a.md'));
    expect(run(service.check('/w/a.md'))).toBe(first);
    service.corpus.set('/w/notes.txt', '会议通知');
    expect(run(service.check('/w/a.md'))).toBe(first);
    put(service, '/w/a.md', `${FAULTY}\n`, 2);
    expect(run(service.check('/w/a.md'))).toBe(first);
    put(service, '/w/a.md', FAULTY.replace('约1200', '1200'), 3);
    expect(run(service.check('/w/a.md'))).not.toBe(first);
  });

  it('goes in steps, so that nobody has to wait for its end', () => {
    const service = serviceWith();
    put(service, '/w/a.md', FAULTY);
    const steps = service.check('/w/a.md');
    expect(steps.next().done).toBe(false);
    put(service, '/w/a.md', FAULTY.replace('约1200', '1200'), 2);
    run(steps);
    expect(rulesOf(service, '/w/a.md')).not.toContain('number-approximate');
  });

  it('follows the reports around a draft, open or not', () => {
    const service = serviceWith();
    const draft = reportText({ year: 2026, growth: '增长百分之六左右' });
    put(service, '/w/2026.md', draft);
    expect(rulesOf(service, '/w/2026.md')).not.toContain('target-format');
    service.corpus.set('/w/2025.md', reportText({ year: 2025, growth: '增长6.5%左右' }));
    expect(rulesOf(service, '/w/2026.md')).toContain('target-format');
    put(service, '/w/2025.md', '改成了别的。');
    expect(rulesOf(service, '/w/2026.md')).not.toContain('target-format');
    service.close('/w/2025.md');
    expect(rulesOf(service, '/w/2026.md')).toContain('target-format');
  });

  it('finds errors only in the precedent of another open report', () => {
    const past = reportText({ year: 2025, extra: SLIP });
    const service = serviceWith();
    put(service, '/w/2025.md', past);
    put(service, '/w/new.md', '', 1, true);
    expect(rulesOf(service, '/w/2025.md')).toContain('number-approximate');
    put(service, '/w/2026.md', reportText({ year: 2026 }));
    expect(service.isPrecedentOfOpen('/w/2025.md')).toBe(true);
    expect(service.isPrecedentOfOpen('/w/2026.md')).toBe(false);
    expect(rulesOf(service, '/w/2025.md')).toEqual([]);
    service.close('/w/2026.md');
    expect(rulesOf(service, '/w/2025.md')).toContain('number-approximate');

    const strict = serviceWith({ checkPrecedents: true });
    put(strict, '/w/2025.md', past);
    put(strict, '/w/2026.md', reportText({ year: 2026 }));
    expect(rulesOf(strict, '/w/2025.md')).toContain('number-approximate');
  });

  it('says one thing of a document in which the characters of a known report were lost', () => {
    const service = serviceWith();
    service.corpus.set('/w/a.txt', FAULTY);
    const lost = '\uFFFD\uFFFD\u05b0 2026'.repeat(50);
    service.corpus.set('/w/notes.txt', '会议通知。');
    put(service, '/w/a.txt', lost);
    put(service, '/w/notes.txt', lost);
    put(service, '/w/draft.txt', lost, 1, true);
    expect(rulesOf(service, '/w/a.txt')).toEqual(['encoding']);
    expect(rulesOf(service, '/w/notes.txt')).toEqual([]);
    expect(rulesOf(service, '/w/draft.txt')).toEqual(['encoding']);
    // Of a file that nobody has read, a long text may be a report and a short one is not worth a word.
    put(service, '/elsewhere/long.txt', '\uFFFD\uFFFD\u05b0'.repeat(400));
    put(service, '/elsewhere/short.txt', lost);
    expect(rulesOf(service, '/elsewhere/long.txt')).toEqual(['encoding']);
    expect(rulesOf(service, '/elsewhere/short.txt')).toEqual([]);
    expect(service.draft('/w/a.txt')).toBeUndefined();
  });

  it('goes on with the rest where only some characters were lost', () => {
    const service = serviceWith();
    put(service, '/w/a.md', FAULTY.replace('新开工', '新\uFFFD工'));
    const rules = rulesOf(service, '/w/a.md');
    expect(rules).toContain('encoding');
    expect(rules).toContain('number-approximate');
  });

  it('lets pass what the baseline holds', () => {
    const open = serviceWith();
    put(open, '/w/a.md', FAULTY);
    const { findings } = run(open.check('/w/a.md'));
    expect(findings.length).toBeGreaterThan(0);
    const content = withBaselineOf(EMPTY_BASELINE, 'a.md', FAULTY, findings);
    const service = serviceWith({ baseline: { content, name: 'a.md' } });
    put(service, '/w/a.md', FAULTY);
    expect(rulesOf(service, '/w/a.md')).toEqual([]);
  });

  it('leaves alone what is closed, ignored, or no draft where only drafts are served', () => {
    const ignoring = { ...NO_CONFIGURATION, reports: [{ path: 'a.md', ignore: true }] };
    const service = serviceWith({ configuration: ignoring });
    put(service, '/w/a.md', FAULTY);
    expect(service.draft('/w/a.md')).toBeUndefined();
    expect(rulesOf(service, '/w/a.md')).toEqual([]);
    expect(rulesOf(service, '/w/unknown.md')).toEqual([]);

    const drafts = serviceWith({ draftsOnly: true });
    put(drafts, '/w/a.md', FAULTY);
    put(drafts, '/w/b.md', FAULTY, 1, true);
    expect(rulesOf(drafts, '/w/a.md')).toEqual([]);
    expect(rulesOf(drafts, '/w/b.md')).toContain('number-approximate');
  });
});

describe('fixAll', () => {
  it('leads to a text in which nothing is left to fix', () => {
    const text = reportText({ year: 2026, extra: '新建道路3条,改造管网12公里,整治河道2公里。' });
    const service = serviceWith();
    put(service, '/w/a.md', text);
    const fixed = applyEdits(text, run(service.fixAll('/w/a.md')));
    expect(fixed).toContain('新建道路3条，改造管网12公里，整治河道2公里。');
    put(service, '/w/a.md', fixed, 2);
    expect(run(service.fixAll('/w/a.md'))).toEqual([]);
    expect(run(service.fixAll('/w/unknown.md'))).toEqual([]);
  });
});
