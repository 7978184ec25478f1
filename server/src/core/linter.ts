import type { Bilingual, Severity } from './model';
import type { Configuration } from './configuration';
import type { ReportedFinding } from './rules/engine';
import type { ListedRule } from './rules/listing';
import { listed, listRules, ruleUrl } from './rules/listing';
import type { RuleExample } from './rules/rule';

/** A rule that no file of the catalogue declares; its page says why and shows examples all the same. */
export interface LinterRule extends ListedRule {
  readonly rationale: Bilingual;
  /** Whole texts; marks and fixes as in the examples of other rules. */
  readonly examples: readonly RuleExample[];
}

/** What the linter itself has to say, as rules for users' configuration, documentation and `rules`. */
export const linterRules: readonly LinterRule[] = [
  {
    id: 'configuration',
    category: 'linter',
    severity: 'warning',
    fix: 'none',
    scope: 'document',
    summary: {
      zh: '配置文件 policy-drafting.json 中无法执行的设置',
      en: 'a setting in policy-drafting.json that cannot be followed',
    },
    options: {},
    url: ruleUrl('configuration'),
    rationale: {
      zh: '未知的设置项、规则名，错误的级别或类型，都在配置文件中的原位置指出，其余设置照常生效。',
      en: 'Unknown keys and rules, wrong levels and types are shown at their place in the file; the other settings hold.',
    },
    examples: [],
  },
  {
    id: 'encoding',
    category: 'linter',
    severity: 'error',
    fix: 'none',
    scope: 'document',
    summary: {
      zh: '文件编码不是 UTF-8、UTF-16 或 GB18030，或者已有字符丢失',
      en: 'the file is not UTF-8, UTF-16 or GB18030, or characters are already lost',
    },
    options: {},
    url: ruleUrl('encoding'),
    rationale: {
      zh: '用错误的编码打开再保存，丢失的字符无法找回，所以先于一切提示。',
      en: 'A file saved after it was opened in a wrong encoding loses characters for good; this is said before all else.',
    },
    examples: [],
  },
  {
    id: 'suppression-unused',
    category: 'linter',
    severity: 'hint',
    fix: 'safe',
    scope: 'document',
    summary: {
      zh: '没有抑制任何提示的注释',
      en: 'A suppression comment that silences nothing',
    },
    options: {},
    url: ruleUrl('suppression-unused'),
    rationale: {
      zh: '文字改好之后，原来的抑制注释不再需要，留着会掩盖日后的问题。写错规则名的注释不起作用，也在此指出。相应规则没有运行（已关闭，或者没有往年报告可比）时不作判断。',
      en: 'Once the text is mended its comment is needed no more, and would hide what comes later. A comment that misspells its rule does nothing and is shown too. Nothing is said while the rule does not run: switched off, or with no other reports to compare.',
    },
    examples: [
      {
        bad: '⟦// policy-drafting-disable-next-line number-range⟧\n全年投资增长4.5%—5%。',
        fixed: '全年投资增长4.5%—5%。',
      },
      {
        bad: '<!-- policy-drafting-disable-next-line ⟦number-range,duplicate-word⟧ -- 沿用上级口径 -->\n全年投资增长4.5-5%。',
        fixed: '<!-- policy-drafting-disable-next-line number-range -- 沿用上级口径 -->\n全年投资增长4.5-5%。',
      },
      {
        bad: '⟦// policy-drafting-disable duplicate-word⟧\n全年投资增长4.5%—5%。\n// policy-drafting-enable duplicate-word\n做好各项工作。',
        fixed: '全年投资增长4.5%—5%。\n做好各项工作。',
      },
      {
        bad: '⟦// policy-drafting-disable-next-line number-ranges⟧\n全年投资增长4.5-5%。',
        fixed: '全年投资增长4.5-5%。',
      },
      { good: '// policy-drafting-disable-next-line number-range\n全年投资增长4.5-5%。' },
      { good: '// policy-drafting-disable-file duplicate-word\n进一步进一步做好各项工作。' },
      { good: '// policy-drafting-disable-next-line target-format -- 没有往年报告，无从判断\n全年投资增长4.5%—5%。' },
      {
        good: '// policy-drafting-disable duplicate-word\n进一步进一步做好工作。\n// policy-drafting-enable duplicate-word',
      },
    ],
  },
];

/** Every id that a configuration may name and a finding may carry: the rules and what the linter says itself. */
export function listAllRules(): readonly ListedRule[] {
  // The page's own words are for the page.
  return [...listRules(), ...linterRules.map(listed)];
}

/**
 * The one finding of `encoding`, if the text has lost characters (U+FFFD) or is no text at all (NUL characters). It
 * stands on the first of them and counts all.
 */
export function encodingFinding(text: string, settings: Pick<Configuration, 'rules'>): ReportedFinding | null {
  const severity = settings.rules.encoding?.level ?? 'error';
  if (severity === 'off') return null;
  const binary = text.indexOf('\0');
  if (binary >= 0) {
    const message = {
      zh: '文件含有非文本内容，无法作为报告检查。请用 Word 等软件另存为 UTF-8 纯文本后再打开。',
      en: 'The file is not plain text and cannot be checked. Save it as UTF-8 text with a word processor first.',
    };
    return finding(severity, binary, 1, message);
  }
  const first = text.indexOf(LOST);
  if (first < 0) return null;
  let count = 0;
  for (let at = first; at >= 0; at = text.indexOf(LOST, at + 1)) count++;
  const message = {
    zh: `有 ${String(count)} 处字符已丢失（显示为“${LOST}”），文件可能是用错误的编码打开或保存的。请勿保存，改用 GB18030 等正确编码重新打开。`,
    en: `${String(count)} characters are lost (shown as “${LOST}”): the file was opened or saved in a wrong encoding. Do not save it; reopen it with the right one, such as GB18030.`,
  };
  return finding(severity, first, count, message);
}

/** Whether so much of the text is lost or no text that nothing else can be said about it. */
export function isUnreadable(text: string): boolean {
  if (text.includes('\0')) return true;
  let lost = 0;
  let other = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) lost++;
    else if (code > 0x7f) other++;
  }
  return lost > 10 && lost > other;
}

/**
 * Whether a long Chinese text in GB18030 was opened as UTF-8: lost characters by the hundred, in lines with digits and
 * without the control characters of binary files.
 */
export function wasChinese(text: string): boolean {
  let lost = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) lost++;
    else if (code < 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return false;
  }
  return lost > 300 && lost > text.length / 3;
}

const LOST = '\uFFFD';

function finding(severity: Severity, at: number, count: number, message: ReportedFinding['message']): ReportedFinding {
  return { rule: 'encoding', severity, start: at, end: at + 1, message, count, related: [], fixes: [] };
}
