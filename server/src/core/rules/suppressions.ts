import type { Span } from '../model';
import { lineAt, lineBreakOf } from '../text/lines';
import type { ReportedFinding } from './engine';
import type { Fix } from './rule';

/** A comment by which the author silences rules, with the stretch of the document it covers. */
export interface Directive extends Span {
  readonly verb: DirectiveVerb;
  /** Ids it names; empty for all rules. */
  readonly rules: readonly string[];
  /** Why, in the author's words behind `--`; null where nothing stands there. */
  readonly reason: string | null;
  readonly covers: readonly Span[];
  /** The `enable` comments that end what it covers; an `enable` comment that ends nothing covers nothing itself. */
  readonly closings: readonly Span[];
}

export type DirectiveVerb = 'disable-next-line' | 'disable-file' | 'disable' | 'enable';

/** How a comment is written in a document of this kind. */
export type CommentStyle = 'markdown' | 'plain';

const MARK = 'policy-drafting-';

/**
 * The suppression comments of a document:
 * `<!-- policy-drafting-disable-next-line RULE[,RULE] -- reason -->`, `-disable` … `-enable`, `-disable-file`, and the
 * same after `//`. A comment takes a line of its own.
 */
export function readDirectives(text: string): Directive[] {
  const found: Growing[] = [];
  const open: { directive: Growing; from: number }[] = [];
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + MARK.length)) {
    const line = lineAt(text, at);
    const command = parseDirective(text.slice(line.start, line.end));
    if (command === null) continue;
    const directive = { ...line, ...command, covers: [] as Span[], closings: [] as Span[] };
    if (command.verb === 'enable') {
      let closes = false;
      for (let i = open.length - 1; i >= 0; i--) {
        const one = open[i];
        if (one === undefined || !sameRules(one.directive.rules, command.rules)) continue;
        closes = true;
        one.directive.covers.push({ start: one.from, end: line.start });
        one.directive.closings.push(line);
        open.splice(i, 1);
      }
      if (!closes) found.push(directive);
      continue;
    }
    found.push(directive);
    if (command.verb === 'disable') open.push({ directive, from: line.end });
    else if (command.verb === 'disable-file') directive.covers.push({ start: 0, end: text.length });
    else directive.covers.push(nextLine(text, line.end));
  }
  for (const { directive, from } of open) directive.covers.push({ start: from, end: text.length });
  return found;
}

type Growing = Directive & { readonly covers: Span[]; readonly closings: Span[] };

/** The first directive that silences `rule` at `place`. */
export function directiveFor(directives: readonly Directive[], rule: string, place: Span): Directive | undefined {
  return directives.find(
    (directive) =>
      (directive.rules.length === 0 || directive.rules.includes(rule)) &&
      directive.covers.some((cover) => touches(cover, place)),
  );
}

/** The quick fix that writes a comment above the line of a finding. */
export function suppressionFix(
  text: string,
  finding: Pick<ReportedFinding, 'rule' | 'start'>,
  style: CommentStyle,
): Fix {
  const line = lineAt(text, finding.start);
  const command = `${MARK}disable-next-line ${finding.rule}`;
  const comment = style === 'markdown' ? `<!-- ${command} -->` : `// ${command}`;
  return {
    title: { zh: `本处不提示 ${finding.rule}`, en: `Do not report ${finding.rule} here` },
    kind: 'suggestion',
    edits: [{ start: line.start, end: line.start, text: comment + lineBreakOf(text) }],
  };
}

/** The quick fix that silences a rule in the whole file. */
export function fileSuppressionFix(text: string, finding: Pick<ReportedFinding, 'rule'>, style: CommentStyle): Fix {
  const command = `${MARK}disable-file ${finding.rule}`;
  const comment = style === 'markdown' ? `<!-- ${command} -->` : `// ${command}`;
  return {
    title: { zh: `本文件不提示 ${finding.rule}`, en: `Do not report ${finding.rule} in this file` },
    kind: 'suggestion',
    edits: [{ start: 0, end: 0, text: comment + lineBreakOf(text) }],
  };
}

// <!-- policy-drafting-disable-next-line number-range,term-unused -- 沿用上级口径 -->
// // policy-drafting-disable number-range
const DIRECTIVE =
  /^\s*(?:<!--|\/\/)[ \t]*policy-drafting-(disable-next-line|disable-file|disable|enable)(?![\w-])(.*)$/;

function parseDirective(line: string): Pick<Directive, 'verb' | 'rules' | 'reason'> | null {
  const match = DIRECTIVE.exec(line);
  if (match === null) return null;
  let rest = match[2] ?? '';
  const close = rest.indexOf('-->');
  if (close >= 0) rest = rest.slice(0, close);
  const dashes = rest.indexOf('--');
  const reason = dashes < 0 ? '' : rest.slice(dashes + '--'.length).trim();
  if (dashes >= 0) rest = rest.slice(0, dashes);
  const rules = rest.split(/[\s,，、]/).filter((id) => id !== '');
  return { verb: match[1] as DirectiveVerb, rules, reason: reason === '' ? null : reason };
}

/** Closing everything closes whatever was opened; closing one rule closes comments that name only it. */
function sameRules(opened: readonly string[], closed: readonly string[]): boolean {
  if (closed.length === 0) return true;
  return opened.length > 0 && opened.every((rule) => closed.includes(rule));
}

/** The next line that is neither empty nor a comment of the same kind. */
function nextLine(text: string, from: number): Span {
  let at = from;
  while (at < text.length) {
    const start = afterBreak(text, at);
    const line = lineAt(text, start);
    const content = text.slice(line.start, line.end);
    if (content.trim() !== '' && parseDirective(content) === null) return line;
    if (line.end <= at) break;
    at = line.end;
  }
  return { start: text.length, end: text.length };
}

function afterBreak(text: string, at: number): number {
  if (text[at] === '\r' && text[at + 1] === '\n') return at + 2;
  return text[at] === '\n' || text[at] === '\r' ? at + 1 : at;
}

function touches(cover: Span, place: Span): boolean {
  return place.start < cover.end && (place.end > cover.start || place.start === cover.start);
}
