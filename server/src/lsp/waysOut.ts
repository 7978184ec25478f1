/**
 * Every finding brings its own ways out: here, in this file, this term, this rule. What is written into the document is
 * an edit in offsets, what goes into a configuration is a change that the caller knows how to carry.
 */
import type { Analysis, Bilingual, Block, Report } from '../core/model';
import type { ReportedFinding } from '../core/rules/engine';
import type { Fix } from '../core/rules/rule';
import type { CommentStyle } from '../core/rules/suppressions';
import { fileSuppressionFix, suppressionFix } from '../core/rules/suppressions';
import type { ConfigurationChange } from './protocol';

export interface WayOut {
  readonly title: Bilingual;
  readonly does:
    | { readonly kind: 'edit'; readonly fix: Fix }
    | { readonly kind: 'configuration'; readonly change: ConfigurationChange };
}

/** The ways out of a finding, the smallest first. */
export function waysOut(analysis: Analysis, finding: ReportedFinding, style: CommentStyle): WayOut[] {
  const found: WayOut[] = [];
  // Lost characters are found in the file, not in the text: a comment in it is not read. Comments need none either.
  if (finding.rule !== 'encoding' && finding.rule !== 'suppression-unused') {
    for (const fix of [hereFix(analysis.report, finding, style), fileFix(analysis.report.text, finding, style)])
      found.push({ title: fix.title, does: { kind: 'edit', fix } });
  }
  const term = finding.rule === 'term-undefined' ? termOf(analysis, finding) : null;
  if (term !== null) {
    const change = (kind: 'known' | 'ignore', title: Bilingual): WayOut => ({
      title,
      does: { kind: 'configuration', change: { kind, term } },
    });
    found.push(
      change('known', { zh: `将“${term}”加入已知名词`, en: `Add “${term}” to the known terms` }),
      change('ignore', { zh: `“${term}”不作名词看待`, en: `Do not take “${term}” for a term` }),
    );
  }
  found.push({
    title: { zh: `关闭此规则 ${finding.rule}`, en: `Turn off the rule ${finding.rule}` },
    does: { kind: 'configuration', change: { kind: 'off', rule: finding.rule } },
  });
  return found;
}

/** How comments are written in a document: those of Markdown, but in files that are plain text by name or language. */
export function commentStyle(uri: string, languageId: string): CommentStyle {
  return languageId === 'plaintext' || /\.txt$/i.test(uri) ? 'plain' : 'markdown';
}

/** The term that a finding speaks of, in reading form. */
function termOf({ terms }: Analysis, { start, end }: ReportedFinding): string | null {
  return terms.find((term) => term.start >= start && term.end <= end)?.text ?? null;
}

/**
 * The comment above the paragraph. Where the source breaks a paragraph into lines, a comment right above the line in
 * question would tear it: there a pair of comments stands around the whole.
 */
function hereFix(report: Report, finding: ReportedFinding, style: CommentStyle): Fix {
  const fix = suppressionFix(report.text, finding, style);
  const [edit] = fix.edits;
  const block = report.blocks.find((one) => one.start <= finding.start && finding.start < one.end);
  if (edit === undefined || block === undefined || !isTorn(report.text, block, edit.start)) return fix;
  const first = lineStart(report.text, block.start);
  const broken = edit.text.slice(edit.text.search(/[\r\n]/));
  const comment = (verb: string): string =>
    edit.text.slice(0, edit.text.length - broken.length).replace('disable-next-line', verb);
  return {
    ...fix,
    edits: [
      { start: first, end: first, text: comment('disable') + broken },
      { start: block.end, end: block.end, text: broken + comment('enable') },
    ],
  };
}

/** Whether a line that begins at `line` is one of the later lines of the block. */
function isTorn(text: string, block: Block, line: number): boolean {
  return line > lineStart(text, block.start);
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

// ---⏎title: x⏎---⏎ at the very beginning; what stands before it would make it no front matter.
const FRONT_MATTER = /^---[ \t]*(?:\r\n|\r|\n)(?:[^\r\n]{0,400}(?:\r\n|\r|\n)){0,40}?---[ \t]*(?:\r\n|\r|\n)/;

function fileFix(text: string, finding: ReportedFinding, style: CommentStyle): Fix {
  const fix = fileSuppressionFix(text, finding, style);
  const head = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  return head === 0 ? fix : { ...fix, edits: fix.edits.map((edit) => ({ ...edit, start: head, end: head })) };
}
