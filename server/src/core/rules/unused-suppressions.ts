import type { Bilingual, Span } from '../model';
import { rules as allRules } from './index';
import type { Edit, Finding } from './rule';
import type { Directive } from './suppressions';

/**
 * Comments that silence nothing, whole or by some of the rules they name.
 * @param used the rules that each comment silenced
 * @param ran the rules whose findings are known; of others nobody can say whether a comment is needed
 */
export function* unusedDirectives(
  text: string,
  directives: readonly Directive[],
  used: ReadonlyMap<Directive, ReadonlySet<string>>,
  ran: ReadonlySet<string>,
): Generator<Pick<Finding, 'start' | 'end'> & ReportedPart> {
  for (const directive of directives) {
    const silenced = used.get(directive);
    if (directive.verb === 'enable') {
      if (directive.covers.length === 0) yield whole(text, directive, LONE);
    } else if (directive.rules.length === 0) {
      if (silenced === undefined && allRules.every((rule) => ran.has(rule.id))) yield whole(text, directive, NOTHING);
    } else {
      const idle = directive.rules.filter((id) => !isNeeded(id, silenced, ran));
      if (idle.length === 0) continue;
      const message = messageOf(idle);
      yield idle.length === directive.rules.length
        ? whole(text, directive, message)
        : partly(text, directive, idle, message);
    }
  }
}

/** What is left for the engine to add: the rule's id and level. */
interface ReportedPart {
  readonly message: Bilingual;
  readonly count: number;
  readonly related: readonly [];
  readonly fixes: readonly { readonly title: Bilingual; readonly kind: 'safe'; readonly edits: readonly Edit[] }[];
}

const NOTHING: Bilingual = {
  zh: '此注释没有抑制任何提示，可以删去。',
  en: 'This comment silences nothing; it can go.',
};
const LONE: Bilingual = {
  zh: '此注释之前没有相应的 disable 注释，可以删去。',
  en: 'No disable comment stands before this one; it can go.',
};

function isNeeded(id: string, silenced: ReadonlySet<string> | undefined, ran: ReadonlySet<string>): boolean {
  if (silenced?.has(id) === true) return true;
  return isRule(id) && !ran.has(id);
}

function isRule(id: string): boolean {
  return allRules.some((rule) => rule.id === id);
}

function messageOf(idle: readonly string[]): Bilingual {
  const wrong = idle.filter((id) => !isRule(id));
  const names = idle.join('、');
  if (wrong.length === idle.length) {
    return { zh: `没有名为“${names}”的规则，此注释不起作用。`, en: `There is no rule “${idle.join(', ')}”.` };
  }
  return {
    zh: `此处没有 ${names} 的提示，注释可以删去。`,
    en: `Nothing of ${idle.join(', ')} is reported here; the comment can go.`,
  };
}

function whole(text: string, directive: Directive, message: Bilingual): Span & ReportedPart {
  const edits = [directive, ...directive.closings].map((line) => ({ ...withBreak(text, line), text: '' }));
  return {
    start: directive.start,
    end: directive.end,
    message,
    count: 1,
    related: [],
    fixes: [{ title: { zh: '删去此注释', en: 'Remove the comment' }, kind: 'safe', edits }],
  };
}

function partly(text: string, directive: Directive, idle: readonly string[], message: Bilingual): Span & ReportedPart {
  const line = text.slice(directive.start, directive.end);
  const [first = '', last = first] = [directive.rules[0], directive.rules[directive.rules.length - 1]];
  const verb = line.indexOf(directive.verb) + directive.verb.length;
  const from = line.indexOf(first, verb);
  const to = line.indexOf(last, from + (directive.rules.length > 1 ? first.length : 0)) + last.length;
  const left = directive.rules.filter((id) => !idle.includes(id)).join(',');
  const edit = { start: directive.start + from, end: directive.start + to, text: left };
  return {
    start: edit.start,
    end: edit.end,
    message,
    count: 1,
    related: [],
    fixes: [
      {
        title: { zh: `从注释中删去 ${idle.join('、')}`, en: `Remove ${idle.join(', ')} from the comment` },
        kind: 'safe',
        edits: [edit],
      },
    ],
  };
}

/** A line with the break behind it, or with the one before it at the end of the text. */
function withBreak(text: string, line: Span): Span {
  let { start, end } = line;
  if (text[end] === '\r') end++;
  if (text[end] === '\n') end++;
  if (end === line.end && start > 0) {
    start--;
    if (text[start] === '\n' && text[start - 1] === '\r') start--;
  }
  return { start, end };
}
