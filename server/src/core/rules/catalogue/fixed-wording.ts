import type { Formulation, FrameFormulation, ListFormulation, Slip } from '../../data';
import { formulations } from '../../data';
import type { Bilingual, Block, Severity, Span } from '../../model';
import { characterSet } from '../../text/characters';
import type { Needs } from '../blocks';
import { proseWith } from '../blocks';
import { isSince, reportDate } from '../dates';
import type { Wording } from '../near';
import { createNearFinder } from '../near';
import type { PhraseFinder } from '../phrases';
import { createListFinder, createPhraseFinder } from '../phrases';
import type { DocumentRule, Finding, RuleContext } from '../rule';
import { scarcest } from '../scarcity';
import { cite } from '../support';

/** Fixed formulations with a member missing, changed or out of order. */
export const fixedWording: DocumentRule = {
  id: 'fixed-wording',
  category: 'wording',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '固定表述缺项、错字或次序颠倒',
    en: 'A fixed formulation with a member missing, changed or out of order',
  },
  rationale: {
    zh: '重要表述有统一的文字和次序，引用时应当完整准确。每条表述都记有出处和时间，只用于此后的报告；出处未经核实的，仅作轻微提示。',
    en: 'Set formulations have fixed words in a fixed order and are quoted whole. Every row names its source and date and is applied to later reports only; rows whose source is not confirmed are hints.',
  },
  sources: ['党的重要文献和政府工作报告，逐条出处见 server/data/formulations.json'],
  options: {},
  examples: [
    {
      bad: '贯彻⟦创新、绿色、协调、开放、共享⟧的新发展理念。',
      fixed: '贯彻创新、协调、绿色、开放、共享的新发展理念。',
    },
    {
      bad: '贯彻创新、协调、绿色、开放、⟦分享⟧的新发展理念。',
      fixed: '贯彻创新、协调、绿色、开放、共享的新发展理念。',
    },
    { bad: '树立⟦创新、协调、绿色、开放⟧的发展理念。', fixed: '树立创新、协调、绿色、开放、共享的发展理念。' },
    {
      bad: '坚持⟦稳中求进总基调⟧，⟦筑牢⟧中华民族共同体意识。',
      fixed: '坚持稳中求进工作总基调，铸牢中华民族共同体意识。',
    },
    { bad: '严格落实⟦中央八项规定及其细则精神⟧。', fixed: '严格落实中央八项规定及其实施细则精神。' },
    {
      bad: '以⟦马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、习近平新时代中国特色社会主义思想⟧为指导，构建⟦新发展新格局⟧。',
    },
    {
      good: '以马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观为指导，全面贯彻习近平新时代中国特色社会主义思想。',
    },
    { good: '贯彻创新、协调、绿色、开放、共享的新发展理念，坚持稳中求进工作总基调。' },
    { good: '统筹山水林田湖草沙系统治理，推进山水林田湖草生态保护修复工程。' },
    { good: '加强绿色、开放、创新平台建设，推动经济建设、文化建设取得新进展。' },
    { good: '铸牢中华民族共同体意识，筑牢北方生态安全屏障，反对形式主义、官僚主义。' },
    { good: '增强“四个意识”、坚定“四个自信”、做到“两个维护”。' },
  ],
  *check(context) {
    const date = reportDate(context.analysis.report.info);
    const groups = new Map<string, Placed[]>();
    for (const block of proseWith(context.analysis.report, suspects)) {
      for (const departure of context.remember(block, 'departures', readDepartures)) {
        if (!isInForce(departure.row, date)) continue;
        const placed = { ...departure, place: block.span(departure.start, departure.end) };
        const key = `${departure.row.id} ${departure.words}`;
        groups.set(key, [...(groups.get(key) ?? []), placed]);
      }
    }
    for (const group of groups.values()) {
      const [first] = group;
      if (first !== undefined) yield finding(context, first, group);
    }
  },
};

/** A departure from a fixed wording, in reading offsets. */
interface Departure extends Span {
  readonly row: Formulation;
  readonly words: string;
  readonly right: string;
  readonly message: Bilingual;
  readonly grade?: Severity;
}

interface Placed extends Departure {
  readonly place: Span;
}

function isInForce(row: Formulation, date: string | null): boolean {
  if (date === null) return row.from === undefined && row.until === undefined;
  if (row.from !== undefined && !isSince(date, row.from)) return false;
  return row.until === undefined || date.slice(0, row.until.length) <= row.until;
}

function readDepartures(block: Block): Departure[] {
  const { text } = block;
  const found: Departure[] = [];
  const members = new Map<ListFormulation, Set<string>>();
  finder ??= createPhraseFinder(PHRASES.keys());
  for (const { at, phrase } of finder.find(text)) {
    for (const use of PHRASES.get(phrase) ?? []) {
      if (use.slip !== undefined) found.push(...readSlip(text, at, use.row, use.slip));
      else if (use.row.kind === 'frame') found.push(...readFrame(text, at, use.row));
      else if (use.row.kind === 'list') members.set(use.row, (members.get(use.row) ?? new Set()).add(phrase));
    }
  }
  for (const [row, present] of members) if (present.size >= row.recognise) found.push(...readLists(text, row));
  for (const near of nearWordings.find(text)) {
    found.push(departure(near.row, text, near.start, near.end, near.right));
  }
  // A slip of a longer wording that stands at the same place says more.
  return found.filter(
    (one, i) =>
      !found.some(
        (other, k) =>
          k !== i &&
          other.start <= one.start &&
          other.end >= one.end &&
          (k < i || other.end - other.start > one.end - one.start),
      ),
  );
}

/** What a phrase in the text may be: a slip, the object of a verb, a member of a list. */
interface PhraseUse {
  readonly row: Formulation;
  readonly slip?: Slip;
}

const PHRASES = new Map<string, PhraseUse[]>();
for (const row of formulations) {
  const note = (phrase: string, use: PhraseUse): void => {
    PHRASES.set(phrase, [...(PHRASES.get(phrase) ?? []), use]);
  };
  for (const slip of row.slips) note(slip.form, { row, slip });
  if (row.kind === 'frame') note(row.object, { row });
  if (row.kind === 'list') for (const member of row.members) note(member, { row });
}

/** Wordings of one piece; lists are told by their members, verbs by their objects. */
const WORDINGS = formulations.flatMap((row): Wording<Formulation>[] =>
  row.kind === 'phrase' ? [{ row, text: row.wording, accepted: row.accepted ?? [] }] : [],
);

let finder: PhraseFinder | undefined;
const nearWordings = createNearFinder(() => WORDINGS);

/** What a block has in which some wording may be departed from: hardly any has one of these. */
const suspects: readonly Needs[] = [createListFinder(openings), nearWordings];

function openings(): string[] {
  const phrases = [...PHRASES].flatMap(([phrase, uses]) =>
    uses.some(({ row }) => row.kind !== 'list') ? [phrase] : [],
  );
  const members = formulations.flatMap((row) =>
    row.kind === 'list' ? [...row.slips.map(({ form }) => form), ...scarcest(row.members, row.recognise - 1)] : [],
  );
  return [...phrases, ...members];
}

function readSlip(text: string, at: number, row: Formulation, slip: Slip): Departure[] {
  const end = at + slip.form.length;
  if (slip.unlessBefore?.some((word) => text.startsWith(word, end)) === true) return [];
  const around = text.slice(Math.max(0, at - 12), end + 12);
  if (slip.near !== undefined && !around.includes(slip.near)) return [];
  if (slip.unlessNear !== undefined && around.includes(slip.unlessNear)) return [];
  if (isInside(text, at, slip.right, slip.form)) return [];
  const one = departure(row, text, at, end, slip.right);
  return [slip.grade === undefined ? one : { ...one, grade: slip.grade }];
}

/** Whether the form found is a piece of the right wording that stands here. */
function isInside(text: string, at: number, right: string, form: string): boolean {
  const offset = right.indexOf(form);
  return offset >= 0 && text.startsWith(right, at - offset);
}

function departure(row: Formulation, text: string, start: number, end: number, right: string): Departure {
  const words = text.slice(start, end);
  return {
    row,
    start,
    end,
    words,
    right,
    message: {
      zh: `“${cite(words)}”与固定表述不符，应为“${cite(right)}”。`,
      en: `“${cite(words)}” departs from the fixed wording: “${cite(right)}”.`,
    },
  };
}

/** A wrong verb before the object that stands at `at`: 筑牢…共同体意识. */
function readFrame(text: string, at: number, row: FrameFormulation): Departure[] {
  for (const verb of row.wrong) {
    const from = text.lastIndexOf(verb, at - verb.length);
    if (from < 0 || at - from - verb.length > row.gap) continue;
    const between = text.slice(from + verb.length, at);
    if (/[，。；：、！？]/.test(between) || between.includes(row.verb)) continue;
    const [words, wording] = [verb + between + row.object, row.verb + between + row.object];
    const message = {
      zh: `“${cite(words)}”与固定表述不符，应为“${cite(wording)}”。`,
      en: `“${cite(words)}” departs from the fixed wording: “${cite(wording)}”.`,
    };
    return [{ row, start: from, end: from + verb.length, words: verb, right: row.verb, message }];
  }
  return [];
}

interface Item extends Span {
  readonly member: number;
}

function readLists(text: string, row: ListFormulation): Departure[] {
  const found: Departure[] = [];
  const [words, names] = withoutQuotes(text, row.members);
  for (const run of runsOf(words, names)) {
    const members = run.flatMap((item) => (item.member >= 0 ? [item.member] : []));
    if (new Set(members).size < row.recognise || new Set(members).size < members.length) continue;
    const one = judge(text, row, run, members);
    if (one !== null) found.push(one);
  }
  return found;
}

/** Text and members with the quotation marks inside members (“三个代表”重要思想) made marks that do not end a list. */
function withoutQuotes(text: string, members: readonly string[]): [string, readonly string[]] {
  const plain = (words: string): string => words.replace('“', '‹').replace('”', '›');
  let words = text;
  for (const member of members) if (member.includes('“')) words = words.replaceAll(member, plain(member));
  return words === text ? [text, members] : [words, members.map(plain)];
}

/**
 * Lists in which members stand, from the first member to the last: items between 、, 和 and the like, each with the
 * number of its member, -1 for others. The first item may carry words before it, the last words behind it.
 */
function runsOf(text: string, members: readonly string[]): Item[][] {
  const runs: Item[][] = [];
  let run: Item[] = [];
  const close = (): void => {
    while (run.length > 0 && run[run.length - 1]?.member === -1) run.pop();
    if (run.length > 1) runs.push(run);
    run = [];
  };
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    const joint = JOINTS.has(code);
    if (!joint && at < text.length && !STOPS.has(code)) continue;
    const item = itemOf(text, start, at, members, run.length === 0, !joint || at + 1 >= text.length);
    if (item !== null && (item.member >= 0 || run.length > 0)) run.push(item);
    else if (item === null) close();
    if (!joint || (item !== null && item.end < at)) close();
    start = at + 1;
  }
  close();
  return runs;
}

const JOINTS = characterSet('、和与及');
const STOPS = characterSet('，。；：！？“”‘’（）《》');

function itemOf(
  text: string,
  from: number,
  to: number,
  members: readonly string[],
  first: boolean,
  last: boolean,
): Item | null {
  const words = text.slice(from, to);
  if (words === '') return null;
  const whole = members.indexOf(words);
  if (whole >= 0) return { start: from, end: to, member: whole };
  if (first) {
    const tail = longest(members, (member) => words.endsWith(member));
    if (tail >= 0) return { start: to - (members[tail]?.length ?? 0), end: to, member: tail };
    return null;
  }
  const head = longest(members, (member) => words.startsWith(member));
  if (head >= 0) return { start: from, end: from + (members[head]?.length ?? 0), member: head };
  // An item of its own kind: a changed member, or another list.
  return words.length <= 8 || last ? { start: from, end: Math.min(to, from + 8), member: -1 } : null;
}

function longest(members: readonly string[], fits: (member: string) => boolean): number {
  let best = -1;
  members.forEach((member, i) => {
    if (fits(member) && member.length > (members[best]?.length ?? 0)) best = i;
  });
  return best;
}

function judge(text: string, row: ListFormulation, run: readonly Item[], members: readonly number[]): Departure | null {
  const [first, last] = [run[0], run[run.length - 1]];
  if (first === undefined || last === undefined) return null;
  const whole = (right: string): Departure => departure(row, text, first.start, last.end, right);
  if (members.some((member, i) => i > 0 && member < (members[i - 1] ?? 0))) {
    if (run.length !== members.length) return null;
    const sorted = [...members].sort((a, b) => a - b).map((member) => row.members[member] ?? '');
    return whole(joinLike(text, run, sorted));
  }
  if (!row.complete || members.length === row.members.length) return null;
  const missing = row.members.findIndex((_member, i) => !members.includes(i));
  const member = row.members[missing] ?? '';
  const others = run.filter((item) => item.member === -1);
  if (others.length === 1 && row.members.length === run.length) {
    const [other] = others;
    if (
      other === undefined ||
      run.indexOf(other) !== missing ||
      text.slice(other.start, other.end).length > member.length + 2
    )
      return null;
    return departure(row, text, other.start, other.end, member);
  }
  if (others.length > 0 || row.members.length - members.length > 1) return null;
  // 等 leaves the list open, and …、科学发展观为指导，全面贯彻习近平… goes on with the last member.
  if (text[last.end] === '等' || text.slice(last.end, last.end + FARTHEST_MEMBER).includes(member)) return null;
  const trailing = changedTail(text, row, run, missing);
  if (trailing !== null) return trailing;
  return whole(row.members.join('、'));
}

/** How far behind a list a member may stand that is told apart from the others. */
const FARTHEST_MEMBER = 60;

/** The last member in another word: …、开放、分享. */
function changedTail(text: string, row: ListFormulation, run: readonly Item[], missing: number): Departure | null {
  const last = run[run.length - 1];
  if (last === undefined || missing !== row.members.length - 1 || !JOINTS.has(text.charCodeAt(last.end))) return null;
  const member = row.members[missing] ?? '';
  const start = last.end + 1;
  const words = text.slice(start, start + member.length);
  // A word that shares a character with the member stands for it; anything else is a list that goes on.
  if (words.length < member.length || !sharesCharacter(words, member)) return null;
  return departure(row, text, start, start + member.length, member);
}

/** The items in their right order, between the joints that stand there. */
function joinLike(text: string, run: readonly Item[], items: readonly string[]): string {
  let out = '';
  run.forEach((item, i) => {
    const next = run[i + 1];
    out += (items[i] ?? '') + (next === undefined ? '' : text.slice(item.end, next.start));
  });
  return out;
}

function finding(context: RuleContext, first: Placed, group: readonly Placed[]): Finding {
  const traditional = context.analysis.report.info?.script === 'traditional';
  return {
    ...first.place,
    places: group.map((one) => one.place),
    message: first.message,
    ...gradeOf(first),
    ...(traditional
      ? {}
      : {
          fixes: [
            {
              title: { zh: `改为“${cite(first.right)}”`, en: `Change to “${cite(first.right)}”` },
              kind: 'suggestion' as const,
              edits: group.map((one) => ({ ...one.place, text: one.right })),
            },
          ],
        }),
  };
}

/** Rows whose source is not confirmed are hints. */
function gradeOf(one: Departure): { grade?: Severity } {
  if (one.row.status !== 'confirmed') return { grade: 'hint' };
  return one.grade === undefined ? {} : { grade: one.grade };
}

function sharesCharacter(a: string, b: string): boolean {
  return Array.from(a).some((character) => b.includes(character));
}
