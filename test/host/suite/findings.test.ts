import * as vscode from 'vscode';
import { equal, findingsOf, ok, openDraft, ruleOf, until, untilCount, withParagraph } from './support';

export function declareFindingsSuite(): void {
  suite('findings', () => {
    test('appear on the sample draft with their rule and its page', async () => {
      const { document } = await openDraft();
      equal(document.languageId, 'policy-report');
      const findings = await until('findings on the sample draft', () => nonEmpty(findingsOf(document)));
      for (const { code } of findings) {
        ok(typeof code === 'object' && code.target.scheme === 'https', 'A finding has no address of its rule.');
      }
      const rules = new Set(findings.map(ruleOf));
      ok(rules.has('glossary-numbering'), `No glossary-numbering among ${[...rules].join(', ')}.`);
    });

    test('follow an edit', async () => {
      const editor = await openDraft();
      const { document } = editor;
      await until('findings on the sample draft', () => nonEmpty(findingsOf(document)));
      const before = findingsOf(document, 'number-arity').length;
      const faulty = '全区一、二、三季度签约额分别增长3.1%、4.2%。';
      await withParagraph(editor, faulty, async (range) => {
        const finding = await until('a finding on the new paragraph', () =>
          findingsOf(document, 'number-arity').find((one) => one.range.intersection(range) !== undefined),
        );
        equal(finding.severity, vscode.DiagnosticSeverity.Error);
      });
      await untilCount(document, 'number-arity', before);
    });
  });
}

function nonEmpty<T>(items: T[]): T[] | undefined {
  return items.length > 0 ? items : undefined;
}
