import type { Random } from '../../layouts/random';
import type { FaultKind, Host, Place, Planter } from '../fault';
import { changing, matches, partsOf } from '../parts';
import { chinese } from '../words';

/** Numbers of headings at the start of lines, as they stand in this text, in runs that count from one. */
function runs(host: Host, pattern: RegExp): { place: Place; value: number }[][] {
  const all = matches(host, partsOf(host).body, pattern).map(({ place, groups }) => ({
    place,
    value: valueOf(groups[1] ?? ''),
    lead: groups[0] ?? '',
  }));
  const found: { place: Place; value: number }[][] = [];
  for (const { place, value, lead } of all) {
    const one = { place: { start: place.start + lead.length, end: place.end }, value };
    const last = found.at(-1);
    if (last !== undefined && value === last.length + 1) last.push(one);
    else if (value === 1) found.push([one]);
  }
  return found.filter((run) => run.length >= 3);
}

function valueOf(numeral: string): number {
  for (let value = 1; value < 40; value += 1) if (chinese(value) === numeral || String(value) === numeral) return value;
  return 0;
}

const TOP = /(\n(?:#+ )?)([一二三四五六七八九十]{1,3})(?=、)/g;
const SECOND = /(\n(?:#+ |\*\*)?（)([一二三四五六七八九十]{1,3})(?=）)/g;
const ORDINAL = /(\n第)([一二三四五六七八九十]{1,2})(?=，)/g;
const RUN_IN = /([：；。])([一二三四五六七八九])(?=是)/g;
const THIRD = /(\n)(\d{1,2})(?=\.)/g;

function misnumbered(pattern: RegExp, how: 'gap' | 'repeat' | 'swap' | 'mistyped' | 'climb'): Planter {
  return (host, random) => {
    // Lists of annexes and of pages begin lines as well: only in the made-up drafts are they known to be headings.
    const run = host.clean ? random.some(runs(host, pattern), 1)[0] : undefined;
    if (run === undefined) return null;
    const at = random.int(1, run.length - 1);
    const number = (index: number, value: number) => {
      const one = run[index];
      return one === undefined
        ? []
        : [{ ...one.place, text: /\d/.test(host.text[one.place.start] ?? '') ? String(value) : chinese(value) }];
    };
    const beside = run.map(({ place }) => place).slice(Math.max(0, at - 1), at + 2);
    if (how === 'gap') return { edits: run.slice(at).flatMap(({ value }, i) => number(at + i, value + 1)), beside };
    if (how === 'repeat') return { edits: run.slice(at).flatMap(({ value }, i) => number(at + i, value - 1)), beside };
    if (how === 'mistyped') return { edits: number(at, (run[at]?.value ?? 0) + random.int(2, 5)), beside };
    if (how === 'climb') return { edits: number(at, 1), beside };
    return { edits: [...number(at - 1, at + 1), ...number(at, at)], beside };
  };
}

const numbering: FaultKind = {
  rule: 'heading-numbering',
  accepts: ['number-enumeration'],
  follows: ['number-enumeration'],
  variants: {
    'top level gap': misnumbered(TOP, 'gap'),
    'top level repeat': misnumbered(TOP, 'repeat'),
    'second level gap': misnumbered(SECOND, 'gap'),
    'second level repeat': misnumbered(SECOND, 'repeat'),
    'second level swap': misnumbered(SECOND, 'swap'),
    'second level mistyped': misnumbered(SECOND, 'mistyped'),
    'ordinal gap': misnumbered(ORDINAL, 'gap'),
    'ordinal repeat': misnumbered(ORDINAL, 'repeat'),
    'run-in gap': misnumbered(RUN_IN, 'gap'),
    'run-in repeat': misnumbered(RUN_IN, 'repeat'),
    'third level gap': misnumbered(THIRD, 'gap'),
    'second level begins again': misnumbered(SECOND, 'climb'),
  },
};

/** Takes away the lines of a place, whole. */
function without(place: Place): { edits: { start: number; end: number; text: string }[]; anywhere: true } {
  return { edits: [{ ...place, text: '' }], anywhere: true };
}

const missing: FaultKind = {
  rule: 'section-missing',
  follows: ['target-dropped', 'term-undefined', 'target-unreported', 'term-variant', 'number-enumeration'],
  variants: {
    targets: (host) => {
      if (!host.clean) return null;
      const { targets } = partsOf(host);
      if (targets === null) return null;
      const start = host.text.lastIndexOf('\n', targets.start) + 1;
      const end = host.text.indexOf('\n', targets.end) + 1;
      return without({ start, end });
    },
    glossary: (host) => {
      const { glossary } = partsOf(host);
      return !host.clean || glossary === null ? null : without({ start: glossary.start, end: host.text.length });
    },
    review: (host) => {
      if (!host.clean) return null;
      const start = host.text.search(/\n(?:#+ )?一、/) + 1;
      const end = host.text.search(/\n(?:#+ )?二、/) + 1;
      return start > 0 && end > start ? without({ start, end }) : null;
    },
    governance: (host) => {
      if (!host.clean || !/\n(?:#+ )?三、.*自身建设/.test(host.past[0] ?? '')) return null;
      const start = host.text.search(/\n(?:#+ )?三、/) + 1;
      const end = host.text.lastIndexOf('各位代表');
      return start > 0 && end > start ? without({ start, end }) : null;
    },
    title: (host) => (host.clean ? without({ start: 0, end: host.text.search(/(?<=\n)[^\n]/) }) : null),
  },
};

/** Changes the number of one heading among its siblings, in the made-up drafts, where they are known to be headings. */
function restyled(pattern: RegExp, change: (groups: readonly string[], random: Random) => string | null): Planter {
  return (host, random) => (host.clean ? changing('body', pattern, change)(host, random) : null);
}

/** （三）, with what opens its line: more than two stand in every draft that has them. */
const BRACKETED = /(\n(?:#+ |\*\*)?)（([二三四五六七])）/g;
const TOPS = /(\n(?:#+ )?)([二三])、/g;
const POINTS = /(\n)([23])\./g;

const style: FaultKind = {
  rule: 'heading-style',
  accepts: ['heading-numbering'],
  variants: {
    'narrow brackets': restyled(BRACKETED, ([lead = '', numeral = '']) => `${lead}(${numeral})`),
    'one narrow bracket': restyled(BRACKETED, ([lead = '', numeral = ''], random) =>
      random.chance(0.5) ? `${lead}（${numeral})` : `${lead}(${numeral}）`,
    ),
    'a mark behind the bracket': restyled(
      BRACKETED,
      ([lead = '', numeral = ''], random) => `${lead}（${numeral}）${random.pick(['、', '.', '，'])}`,
    ),
    'other brackets': restyled(
      BRACKETED,
      ([lead = '', numeral = ''], random) => lead + random.pick([`〔${numeral}〕`, `【${numeral}】`]),
    ),
    // Behind the last of its row it would be one more heading of the level above.
    'without brackets': (host, random) => {
      const run = host.clean ? random.some(runs(host, SECOND), 1)[0] : undefined;
      const one = run?.[random.int(1, run.length - 2)];
      if (one === undefined) return null;
      return { edits: [{ start: one.place.start - 1, end: one.place.end + 1, text: `${chinese(one.value)}、` }] };
    },
    'arabic among Chinese': restyled(BRACKETED, ([lead = '', numeral = ''], random) => {
      const value = valueOf(numeral);
      return lead + random.pick([`${value}.`, `（${value}）`, `${value}、`]);
    }),
    'a point after the top number': restyled(
      TOPS,
      ([lead = '', numeral = ''], random) => lead + numeral + random.pick(['.', '．']),
    ),
    'another mark after an arabic number': restyled(
      POINTS,
      ([lead = '', numeral = ''], random) => lead + numeral + random.pick(['、', '）', '，']),
    ),
    'Chinese among arabic': restyled(POINTS, ([lead = '', numeral = ''], random) => {
      const value = chinese(Number(numeral));
      return lead + random.pick([`${value}、`, `（${value}）`]);
    }),
    'another depth': restyled(/\n(#+)(?= [（一二三四五六七])/g, ([marks = ''], random) =>
      random.chance(0.5) && marks.length > 1 ? `\n${marks.slice(1)}` : `\n${marks}#`,
    ),
  },
};

export const structureKinds: readonly FaultKind[] = [numbering, missing, style];
