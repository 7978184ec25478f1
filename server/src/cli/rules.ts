import { listAllRules } from '../core/linter';
import type { Lang, Output } from './output';
import { say } from './output';

/** Prints every rule: for programs as the contract fixes it, for people one line each. */
export function rules(format: 'text' | 'json', lang: Lang, output: Output): number {
  const listed = listAllRules();
  if (format === 'json') {
    output.result(`${JSON.stringify(listed, null, 1)}\n`);
    return 0;
  }
  const width = Math.max(...listed.map((rule) => rule.id.length));
  for (const rule of listed) {
    const fix =
      rule.fix === 'none'
        ? ''
        : say(lang, rule.fix === 'safe' ? ' [可自动修改]' : ' [有修改建议]', ` [fix: ${rule.fix}]`);
    output.result(
      `${rule.id.padEnd(width)}  ${rule.severity.padEnd(11)}  ${say(lang, rule.summary.zh, rule.summary.en)}${fix}\n`,
    );
  }
  return 0;
}
