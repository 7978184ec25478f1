import type { FaultKind, Host, Planter } from '../fault';
import { changing, insert, matches, narrow, partsOf, saying } from '../parts';
import { chinese, figure } from '../words';
import type { Random } from '../../layouts/random';

const name: FaultKind = {
  rule: 'indicator-name',
  accepts: ['dated-wording'],
  variants: {
    'registered unemployment': saying('either', (random) => `城镇失业登记率控制在${figure(random, 3, 4)}%以内。`),
    accidents: saying('review', (random) => `全年安全生产事故起数下降${figure(random, 5, 20)}%。`),
    'accidents prevented': saying('plan', () => '压实各方责任，有效防范各类安全生产事故。'),
    'product of a county': saying('review', (random, host) =>
      host.name.includes('国务院') ? null : `预计全年国内生产总值增长${figure(random, 5, 7)}%。`,
    ),
    'retail sales': saying('review', (random) => `限额以上社会商品零售总额增长${figure(random, 5, 7)}%。`),
    'old budget name': saying('plan', (random, host) =>
      host.year < 2016 ? null : `全年公共财政预算收入增长${figure(random, 5, 7)}%。`,
    ),
  },
};

const unit: FaultKind = {
  rule: 'indicator-unit',
  variants: {
    'square metres clipped': saying('either', (random) => `建成标准厂房${figure(random, 1, 9)}万平米。`),
    'clipped further': saying('either', (random) => `盘活闲置用房${random.int(2, 9)}万平，全部用于安置企业。`),
    'cubic metres clipped': saying('either', (random) => `新增日污水处理能力${figure(random, 1, 9)}万立方。`),
    'wrong case': saying(
      'either',
      (random) => `建成${random.pick([110, 220, 500])}${random.pick(['KV', 'Kv'])}输变电工程${random.int(2, 6)}项。`,
    ),
    'wrong case of power': saying(
      'either',
      (random) => `新增光伏装机${random.int(20, 90)}万${random.pick(['KW', 'Kw'])}。`,
    ),
    'power for energy': saying('review', (random) => `全年发电量达到${figure(random, 2, 9)}亿千瓦。`),
    'energy for power': saying('review', (random) => `新能源装机容量达到${random.int(100, 300)}万千瓦时。`),
  },
};

/** A target of growth as it stands in the list: name, number. */
const GROWTH = /([一-鿿]{4,14}?)增长(\d+(?:\.\d+)?)%(左右|以上)/g;

function percent(value: string): string {
  const [whole = '', part] = value.split('.');
  return `百分之${chinese(Number(whole))}${
    part === undefined
      ? ''
      : `点${Array.from(part)
          .map((digit) => chinese(Number(digit)) || '零')
          .join('')}`
  }`;
}

/** Only drafts whose precedents set the same targets have a form to differ from. */
const onlyWithPast =
  (planter: Planter): Planter =>
  (host, random) =>
    host.past.length > 0 ? planter(host, random) : null;

const format: FaultKind = {
  rule: 'target-format',
  accepts: ['number-numeral', 'number-width', 'indicator-name'],
  follows: ['target-order'],
  variants: {
    'in words': onlyWithPast(
      changing('targets', GROWTH, ([label = '', value = '', bound = '']) => `${label}增长${percent(value)}${bound}`),
    ),
    decimals: onlyWithPast(
      changing(
        'targets',
        GROWTH,
        ([label = '', value = '', bound = '']) => `${label}增长${Number(value).toFixed(2)}%${bound}`,
      ),
    ),
    'level for growth': onlyWithPast(
      changing(
        'targets',
        /(生产总值|一般公共预算收入|社会消费品零售总额)增长(\d+(?:\.\d+)?)%左右/g,
        ([label = ''], random) => `${label}达到${random.int(200, 900)}亿元左右`,
      ),
    ),
    'another unit': onlyWithPast(
      changing(
        'targets',
        /城镇新增就业(\d{4})人以上/g,
        ([count = '']) => `城镇新增就业${Number(count) / 10000}万人以上`,
      ),
    ),
    'bound word': onlyWithPast(
      changing(
        'targets',
        GROWTH,
        ([label = '', value = '', bound = '']) => `${label}增长${value}%${bound === '左右' ? '以上' : '左右'}`,
      ),
    ),
    dash: onlyWithPast(changing('targets', /—(?=\d[\d.]*%)/g, (_, random) => random.pick(['～', '-', '~']))),
  },
};

const bound: FaultKind = {
  rule: 'target-bound',
  accepts: ['target-format'],
  variants: {
    'growth held down': changing('targets', GROWTH, ([label = '', value = '']) => `${label}增长${value}%以内`),
    'growth not over': changing('targets', GROWTH, ([label = '', value = '']) => `${label}增长不超过${value}%`),
    'unemployment driven up': changing(
      'targets',
      /失业率(?:控制在)?(\d+(?:\.\d+)?)%(?:以内|左右)/g,
      ([value = '']) => `失业率达到${value}%以上`,
    ),
    'unemployment not below': changing(
      'targets',
      /失业率(?:控制在)?(\d+(?:\.\d+)?)%(?:以内|左右)/g,
      ([value = '']) => `失业率不低于${value}%`,
    ),
    jobs: changing(
      'targets',
      /城镇新增就业(\d+)(万?人)以上/g,
      ([count = '', measure = '']) => `城镇新增就业${count}${measure}以内`,
    ),
  },
};

/** Targets of a list, one a stretch between commas or semicolons. */
function targetClauses(host: Host): { start: number; end: number }[] {
  const { targets } = partsOf(host);
  return matches(
    host,
    targets,
    /[一-鿿]{4,16}(?:增长|控制在|达到|涨幅|保持在|\d)[^\d\u3002\uff0c\uff1a\uff1b]*\d[^\u3002\uff0c\uff1a\uff1b]*[，；]/g,
  ).map(({ place }) => place);
}

const dropped: FaultKind = {
  rule: 'target-dropped',
  variants: {
    'left out': onlyWithPast((host, random) => {
      const clause = random.some(targetClauses(host), 1)[0];
      const { targets } = partsOf(host);
      return clause === undefined || targets === null ? null : { edits: [{ ...clause, text: '' }], beside: [targets] };
    }),
    'the last left out': onlyWithPast((host) => {
      const { targets } = partsOf(host);
      const last = matches(host, targets, /[，；][^，；。]+(?=。)/g).at(-1);
      return last === undefined || targets === null
        ? null
        : { edits: [{ ...last.place, text: '' }], beside: [targets] };
    }),
    'two left out': onlyWithPast((host, random) => {
      const { targets } = partsOf(host);
      const clauses = random.some(targetClauses(host), 2);
      return clauses.length < 2 || targets === null
        ? null
        : { edits: clauses.map((clause) => ({ ...clause, text: '' })), beside: [targets] };
    }),
  },
};

const order: FaultKind = {
  rule: 'target-order',
  variants: {
    'two swapped': onlyWithPast((host, random) => {
      const clauses = targetClauses(host).filter(({ start, end }) => host.text.slice(start, end).includes('增长'));
      const at = random.int(0, clauses.length - 3);
      const [one, other] = [clauses[at], clauses[at + random.int(1, 2)]];
      const { targets } = partsOf(host);
      if (one === undefined || other === undefined || targets === null) return null;
      return {
        edits: [
          { ...one, text: host.text.slice(other.start, other.end) },
          { ...other, text: host.text.slice(one.start, one.end) },
        ],
        beside: [targets],
      };
    }),
  },
};

/** Clauses that report the results of the headline indicators, each up to the mark that ends it. */
const RESULTS =
  /(?:地区生产总值|规模以上工业增加值|固定资产投资|社会消费品零售总额|一般公共预算收入|进出口总额|城镇新增就业|城镇(?:登记|调查)失业率|空气质量优良天数比率|粮食产量)(?:完成|增长|达到|为)?\d[^；。]*?[；，](?!增长)/g;

function unreportedIn(host: Host, random: Random): ReturnType<Planter> {
  if (!host.clean) return null;
  const { review } = partsOf(host);
  const all = matches(host, review, RESULTS).filter(
    ({ place }) => host.text.slice(place.start, place.end).length < 40 && host.past[0] !== undefined,
  );
  for (const { place } of random.some(all, all.length)) {
    const label = /^[一-鿿]+?(?=完成|增长|达到|为|\d)/.exec(host.text.slice(place.start))?.[0] ?? '';
    // Named once before the plan: what is left must not report it. The precedent must have set a target for it.
    const before = host.text.slice(0, partsOf(host).targets?.start ?? 0);
    const set = /预期目标[^。]*/.exec(host.past[0] ?? '')?.[0] ?? '';
    if (before.split(label).length === 2 && set.includes(label)) return { edits: [{ ...place, text: '' }] };
  }
  return null;
}

const unreported: FaultKind = {
  rule: 'target-unreported',
  follows: ['target-missed'],
  variants: {
    'result deleted': unreportedIn,
    'result replaced by a phrase': (host, random) => {
      const plant = unreportedIn(host, random);
      return plant === null ? null : { edits: plant.edits.map((edit) => ({ ...edit, text: '各项事业全面进步，' })) };
    },
  },
};

const missed: FaultKind = {
  rule: 'target-missed',
  accepts: ['number-growth'],
  variants: {
    'growth far below': (host, random) => {
      if (!host.clean) return null;
      const all = matches(
        host,
        partsOf(host).review,
        /(?:固定资产投资|规模以上工业增加值)(?:完成[\d.]+亿元[、，])?增长(\d+\.\d)%/g,
      );
      const one = random.some(all, 1)[0];
      if (one === undefined || /低于(?:预期|年初)/.test(host.text)) return null;
      const whole = host.text.slice(one.place.start, one.place.end);
      return {
        edits: [
          narrow(host.text, { ...one.place, text: whole.replace(/增长[\d.]+%/, `增长${figure(random, 1, 3)}%`) }),
        ],
      };
    },
    'jobs far below': changing('review', /城镇新增就业(\d{4})人/g, ([count = ''], random, whole, host) =>
      host.clean && host.past.length > 0 && !host.name.startsWith('沙河')
        ? whole.replace(count, String(Math.floor(Number(count) * (0.5 + random.next() / 4))))
        : null,
    ),
  },
};

const levels: FaultKind = {
  rule: 'target-level-conflict',
  accepts: ['number-conflict', 'target-format'],
  variants: {
    'next level does not follow': levelAhead(
      (level, rate, random) => level * (1 + rate / 100) * (1 + random.pick([-1, 1]) * (0.05 + random.next() / 10)),
    ),
    'next level far above': levelAhead((level, rate, random) => level * (1 + rate / 100) * (1.25 + random.next() / 3)),
    'part over the whole': (host, random) => {
      const whole = matches(host, partsOf(host).review, /固定资产投资完成(\d+(?:\.\d+)?)亿元/g)[0];
      if (whole === undefined) return null;
      const value = Number(whole.groups[0]) * (1.1 + random.next() / 2);
      const plant = insert(host, random, 'review', [
        `全年完成${random.pick(['工业投资', '项目投资', '民间投资'])}${value.toFixed(1)}亿元。`,
      ]);
      return plant === null ? null : { ...plant, beside: [whole.place] };
    },
  },
};

/** Says in the plan what amount an indicator shall reach; the review gives last year's, the targets the growth. */
function levelAhead(make: (level: number, rate: number, random: Random) => number): Planter {
  return (host, random) => {
    const parts = partsOf(host);
    const all = matches(host, parts.review, /(一般公共预算收入|社会消费品零售总额)(?:完成|达到)?(\d+(?:\.\d+)?)亿元/g);
    for (const { place, groups } of random.some(all, all.length)) {
      const [label = '', level = ''] = groups;
      const target = matches(host, parts.targets, new RegExp(`${label}增长(\\d+(?:\\.\\d+)?)%`, 'g'))[0];
      if (target === undefined) continue;
      const value = make(Number(level), Number(target.groups[0]), random).toFixed(1);
      const sentence = random.pick([
        `挖潜增收，力争全年${label}达到${value}亿元。`,
        `确保${host.year}年${label}完成${value}亿元。`,
      ]);
      const plant = insert(host, random, 'plan', [sentence]);
      return plant === null ? null : { ...plant, beside: [place, target.place] };
    }
    return null;
  };
}

export const indicatorKinds: readonly FaultKind[] = [
  name,
  unit,
  format,
  bound,
  dropped,
  order,
  unreported,
  missed,
  levels,
];
