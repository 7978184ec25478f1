import type { FaultKind, Host, Planter } from '../fault';
import { entriesIn, entriesOf, gapOf, lineLike, renumbered, usesOf, type Entry } from '../glossary';
import { insert, narrow, partsOf, saying, sentenceEnds } from '../parts';
import type { Random } from '../../layouts/random';
import { chinese, NOUNS, VERBS } from '../words';

/** A made-up name out of numerals and verbs: 三进五联. */
function coined(random: Random): string {
  const [one = '', other = ''] = random.some(VERBS, 2);
  return `${chinese(random.int(3, 9))}${one}${chinese(random.int(3, 9))}${other}`;
}

const brand = (random: Random): string =>
  `${random.pick(['好', '快', '乐', '安', '暖', '智'])}${random.pick(['邻', '企', '农', '游', '办', '居'])}${random.pick(['通', '来', '帮', '码', '汇'])}`;

const undefinedTerms: FaultKind = {
  rule: 'term-undefined',
  variants: {
    'numeric abbreviation': saying('either', (random) => `深入开展“${coined(random)}”行动，组织干部下沉一线。`),
    formula: saying('plan', (random) => `健全“${random.int(2, 9)}+${random.pick(['N', 'X', '8', '12'])}”工作机制。`),
    'formula of three': saying('plan', (random) => `构建“${random.int(1, 3)}+${random.int(2, 9)}+N”发展格局。`),
    brand: saying('plan', (random) => `推广“${brand(random)}”服务平台，让群众少跑路。`),
    chain: saying(
      'review',
      (random) =>
        `“${random.pick(['一站', '一码', '一网', '一线'])}${random.pick(['通达', '同治', '联调', '优服'])}”改革经验在全省推广。`,
    ),
  },
};

/** A new entry at a random place of the glossary; the ones after it are numbered on. */
function addEntry(host: Host, random: Random, head: string, definition: string): ReturnType<Planter> {
  const entries = entriesOf(host);
  const at = random.int(1, entries.length - 1);
  const before = entries[at];
  if (before === undefined) return null;
  const line = lineLike(host, before, before.number, head, definition) + gapOf(host, entries);
  return { edits: [{ start: before.line.start, end: before.line.start, text: line }, ...renumbered(entries, at, 1)] };
}

/** How the definitions of this glossary begin. */
function opening(host: Host): string {
  const first = entriesOf(host)[0]?.definition ?? '';
  return first.startsWith('是指') ? '是指' : first.startsWith('指') ? '指' : '';
}

const unused: FaultKind = {
  rule: 'term-unused',
  follows: ['glossary-order'],
  variants: {
    'entry added': (host, random) => {
      const name = coined(random);
      const head = random.pick([`“${name}”行动`, `“${name}”`, `“${brand(random)}”平台`]);
      return addEntry(host, random, head, `${opening(host)}由有关部门联合开展的专项服务。`);
    },
    'uses taken away': (host, random) => {
      const entries = entriesOf(host).filter(({ head, core }) => head.includes('“') && usesOf(host, core).length > 0);
      const entry = random.some(entries, 1)[0];
      if (entry === undefined) return null;
      const edits = usesOf(host, entry.core).map(({ start, end }) => ({
        start: host.text[start - 1] === '“' ? start - 1 : start,
        end: host.text[end] === '”' ? end + 1 : end,
        text: '相关',
      }));
      return { edits, beside: [entry.line] };
    },
  },
};

/** Long enough quoted terms that the glossary defines and the body uses. */
function termsInUse(host: Host, least: number): Entry[] {
  return entriesOf(host).filter(
    ({ core, head }) =>
      head.includes('“') && core.length >= least && /[一-鿿]/.test(core) && usesOf(host, core).length > 0,
  );
}

function changingUse(change: (core: string, random: Random) => string): Planter {
  return (host, random) => {
    const entry = random.some(termsInUse(host, 4), 1)[0];
    if (entry === undefined) return null;
    const use = random.pick(usesOf(host, entry.core));
    const text = change(entry.core, random);
    return text === entry.core ? null : { edits: [{ ...use, text }], beside: [entry.line] };
  };
}

const variant: FaultKind = {
  rule: 'term-variant',
  accepts: ['term-unused', 'term-undefined'],
  follows: ['term-unused', 'glossary-order'],
  variants: {
    'a character changed': changingUse((core, random) => {
      const at = random.int(0, core.length - 1);
      return core.slice(0, at) + random.pick(['新', '合', '服', '业', '路']) + core.slice(at + 1);
    }),
    'a numeral changed': changingUse((core, random) =>
      core.replace(/[一二三四五六七八九]/, () => chinese(random.int(2, 9))),
    ),
    'two characters swapped': changingUse((core, random) => {
      const at = random.int(0, core.length - 2);
      return core.slice(0, at) + core.charAt(at + 1) + core.charAt(at) + core.slice(at + 2);
    }),
    'a character dropped': changingUse((core, random) => {
      const at = random.int(1, core.length - 1);
      return core.slice(0, at) + core.slice(at + 1);
    }),
  },
};

const quotes: FaultKind = {
  rule: 'term-quotes',
  accepts: ['term-variant'],
  variants: {
    'quotes dropped': (host, random) => {
      const quoted = termsInUse(host, 3).filter(({ core }) => usesOf(host, `“${core}”`).length > 1);
      const entry = random.some(quoted, 1)[0];
      if (entry === undefined) return null;
      const use = random.pick(usesOf(host, `“${entry.core}”`));
      return { edits: [{ ...use, text: entry.core }] };
    },
    'a bare mention': (host, random) => {
      const entry = random.some(termsInUse(host, 4), 1)[0];
      if (entry === undefined || usesOf(host, `“${entry.core}”`).length === 0) return null;
      return insert(host, random, 'plan', [`认真总结${entry.core}的经验做法。`]);
    },
  },
};

const homonym: FaultKind = {
  rule: 'term-homonym',
  accepts: ['term-variant'],
  variants: {
    'two things of one name': saying('either', (random) => {
      const name = coined(random);
      const [one = '', other = ''] = random.some(['专项行动', '工程', '服务机制', '示范区'], 2);
      return [`扎实推进“${name}”${one}，取得阶段性成效。`, `同步完善“${name}”${other}，强化结果运用。`];
    }),
  },
};

/** Entries that stand with the same definition in the newest precedent that has them. */
function inherited(host: Host): Entry[] {
  const earlier = host.past.flatMap((text) => {
    const start = text.indexOf('名词解释');
    return start < 0 ? [] : entriesIn(text, { start, end: text.length });
  });
  return entriesOf(host).filter(({ head, definition }) =>
    earlier.some((one) => one.head === head && one.definition === definition),
  );
}

function changingDefinition(change: (definition: string, random: Random) => string): Planter {
  return (host, random) => {
    const own = inherited(host);
    for (const entry of random.some(own, own.length)) {
      const text = change(entry.definition, random);
      if (text !== entry.definition)
        return { edits: [narrow(host.text, { ...entry.definitionPlace, text })], beside: [entry.line] };
    }
    return null;
  };
}

/** Kinds of bodies and things that a definition may name, each with another that means something else. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['县', '市'],
  ['省', '省内'],
  ['企业', '合作社'],
  ['区级', '市级'],
  ['协会', '公司'],
  ['社区', '街道'],
  ['医院', '学校'],
  ['部门', '企业'],
  ['平台', '热线'],
  ['品牌', '商标'],
  ['道路', '广场'],
  ['贷款', '保险'],
  ['产业', '服务'],
  ['农村', '城市'],
  ['建好', '修好'],
  ['羊肉', '牛肉'],
  ['审批', '征收'],
];

const differs: FaultKind = {
  rule: 'definition-differs',
  accepts: ['definition-count'],
  variants: {
    'a word of substance changed': changingDefinition((definition, random) => {
      const fitting = OTHERS.filter(([word]) => definition.includes(word));
      const [from, to] = random.some(fitting, 1)[0] ?? ['', ''];
      return definition.replace(from, to);
    }),
    'a number changed': changingDefinition((definition, random) =>
      definition.replace(/\d+/, (digits) => String(Number(digits) + random.int(1, 9))),
    ),
    'a member dropped': changingDefinition((definition) => definition.replace(/、[^、，。]{2,8}(?=[、，和])/, '')),
  },
};

function numbered(random: Random, verbs: readonly string[]): { name: string; definition: string } {
  const name = verbs.map((verb, i) => ({ verb, stated: random.int(3, 6), off: i === 0 ? random.pick([-1, 1]) : 0 }));
  return {
    name: name.map(({ verb, stated }) => chinese(stated) + verb).join(''),
    definition: name
      .flatMap(({ verb, stated, off }) => random.some(NOUNS, stated + off).map((noun) => verb + noun))
      .join('、'),
  };
}

function miscounted(verbs: number): Planter {
  return (host, random) => {
    const { name, definition } = numbered(random, random.some(VERBS, verbs));
    const entry = addEntry(host, random, `“${name}”行动`, `${opening(host)}${definition}。`);
    const { plan } = partsOf(host);
    const at = random.some(sentenceEnds(host, plan), 1)[0];
    if (entry === null || at === undefined) return null;
    return { edits: [{ start: at, end: at, text: `深入开展“${name}”行动。` }, ...entry.edits] };
  };
}

const count: FaultKind = {
  rule: 'definition-count',
  follows: ['glossary-order'],
  variants: {
    'one number': miscounted(1),
    'two numbers': miscounted(2),
    'a member of an entry dropped': (host, random) => {
      const entry = entriesOf(host).find(({ core }) => /^[一二三四五六七八九].[一二三四五六七八九].$/.test(core));
      if (entry === undefined) return null;
      const members = [...entry.definition.matchAll(/[，、](?:[进清拆送]|绿化).{1,4}(?=[，、和的])/g)];
      const member = random.some(members, 1)[0];
      if (member === undefined) return null;
      const start = entry.definitionPlace.start + member.index;
      return { edits: [{ start, end: start + member[0].length, text: '' }], beside: [entry.line] };
    },
    'places listed': (host, random) => {
      const stated = random.int(3, 6);
      const name = `${chinese(stated)}${random.pick(['园', '廊', '镇', '港'])}`;
      const members = random
        .some(PLACE_NAMES, stated + random.pick([-1, 1]))
        .map((place) => `${place}${name.slice(-1)}`);
      const entry = addEntry(host, random, `“${name}”`, `${opening(host)}${members.join('、')}。`);
      const at = random.some(sentenceEnds(host, partsOf(host).plan), 1)[0];
      if (entry === null || at === undefined) return null;
      return { edits: [{ start: at, end: at, text: `加快建设“${name}”，增强承载能力。` }, ...entry.edits] };
    },
  },
};

const PLACE_NAMES = ['东岭', '南浦', '西溪', '北原', '中河', '云台', '青川', '白石'];

const form: FaultKind = {
  rule: 'definition-form',
  accepts: ['definition-differs', 'term-quotes'],
  variants: {
    'opening dropped': definitionForm((definition) => definition.replace(/^(?:是指|指)/, '')),
    'another opening': definitionForm((definition) => definition.replace(/^(?:是指|指)?/, '即')),
    'full stop missing': definitionForm((definition) => definition.replace(/。$/, '')),
    'quotation marks dropped': (host, random) => {
      const entry = random.some(
        entriesOf(host).filter(({ head }) => head.includes('“')),
        1,
      )[0];
      if (entry === undefined) return null;
      return { edits: [{ ...entry.headPlace, text: entry.head.replace(/[“”]/g, '') }] };
    },
  },
};

function definitionForm(change: (definition: string) => string): Planter {
  return (host, random) => {
    const entry = random.some(entriesOf(host), 1)[0];
    if (entry === undefined || change(entry.definition) === entry.definition) return null;
    return {
      edits: [narrow(host.text, { ...entry.definitionPlace, text: change(entry.definition) })],
      beside: [entry.line],
    };
  };
}

export const termKinds: readonly FaultKind[] = [undefinedTerms, unused, variant, quotes, homonym, differs, count, form];
