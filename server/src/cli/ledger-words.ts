import type { Ledger, LedgerItem } from '../core/ledger/ledger';
import type { Verdict } from '../core/ledger/verdict';
import { shortfallOf } from '../core/ledger/verdict';
import type { PrintedLedger } from './ledger';
import type { Lang } from './output';
import { say } from './output';

/** What needs a hand stands first; the same order in text and on paper. */
export const VERDICTS: readonly Verdict[] = ['unreported', 'missed', 'reported', 'incomparable', 'met'];

const NAMES: Readonly<Record<Verdict, { readonly zh: string; readonly en: string }>> = {
  met: { zh: '已兑现', en: 'met' },
  missed: { zh: '未达目标', en: 'missed' },
  reported: { zh: '有表述无可比数据', en: 'reported without a comparable figure' },
  unreported: { zh: '未见回应', en: 'not reported' },
  incomparable: { zh: '不可比', en: 'not comparable' },
};

/** The verdict as a person reads it. */
export function verdictName(verdict: Verdict, lang: Lang): string {
  return say(lang, NAMES[verdict].zh, NAMES[verdict].en);
}

export function kindName(kind: LedgerItem['kind'], lang: Lang): string {
  return kind === 'target' ? say(lang, '目标', 'target') : say(lang, '任务', 'task');
}

export function confidenceName(confidence: LedgerItem['confidence'], lang: Lang): string {
  if (confidence === 'certain') return say(lang, '确定', 'certain');
  return confidence === 'likely' ? say(lang, '较可能', 'likely') : say(lang, '待核', 'possible');
}

/** By how much a promise was missed (相差 1.2 个百分点); '' where it was not or nobody can say. */
export function shortfallWords({ verdict, promise, result }: LedgerItem, lang: Lang): string {
  const gap = verdict !== 'missed' || result === null ? null : shortfallOf(promise, result);
  if (gap === null) return '';
  const unit = promise.unit ?? '';
  if (unit === '%') return say(lang, `相差${String(gap)}个百分点`, `${String(gap)} percentage points off`);
  return say(lang, `相差${String(gap)}${unit}`, `${String(gap)}${unit} off`);
}

/** `2025年承诺 41项：已兑现 28 · 未达目标 4 · …`; verdicts that do not occur are left out. */
export function summaryOf(ledger: Ledger, lang: Lang): string {
  const counts = (['met', 'missed', 'reported', 'unreported', 'incomparable'] as const)
    .map((verdict) => ({ verdict, count: ledger.items.filter((item) => item.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${verdictName(verdict, lang)} ${String(count)}`)
    .join(' · ');
  const year = promisedYear(ledger);
  const total = String(ledger.items.length);
  const head = say(
    lang,
    `${year === null ? '' : `${String(year)}年`}承诺 ${total}项`,
    `${total} promises${year === null ? '' : ` for ${String(year)}`}`,
  );
  return counts === '' ? head : `${head}${say(lang, '：', ': ')}${counts}`;
}

/** Why nothing or little can be said, in one sentence; null where there is nothing to say. */
export function remarkOn({ draft, ledger }: PrintedLedger, lang: Lang): string | null {
  const { precedent } = ledger;
  if (precedent === null)
    return say(lang, '没有找到本地往年的报告，无从对照。', 'No past report of this place was found.');
  const own = draft.report.info?.planYear ?? null;
  const made = precedent.analysis.report.info?.planYear ?? null;
  if (own === null || made === null || own - 1 === made) return null;
  return say(
    lang,
    `最近的往年报告是${String(made)}年的，本稿回顾${String(own - 1)}年：只有本稿写到${String(made)}年数据的承诺可以比较。`,
    `The newest past report plans ${String(made)} and this draft reviews ${String(own - 1)}: only what it says of ${String(made)} can be compared.`,
  );
}

function promisedYear(ledger: Ledger): number | null {
  return ledger.precedent?.analysis.report.info?.planYear ?? ledger.items[0]?.year ?? null;
}
