import type { FaultKind, Host, Planter } from '../fault';
import { changing, insert, matches, narrow, partsOf, saying } from '../parts';
import { chinese, CRAFTS, figure, PLACES, PRODUCTS } from '../words';
import type { Random } from '../../layouts/random';

/** A nominal indicator with its amount as the review gives it. */
const AMOUNT = /(一般公共预算收入|社会消费品零售总额|固定资产投资)(?:完成|达到)?(\d+(?:\.\d+)?)亿元/g;

/** Another number of the same look: two digits swapped, one mistyped, or some percent off. */
function misread(value: string, random: Random): string {
  const digits = value.replace('.', '');
  const swapped = value.replace(/(\d)(\.?)(\d)/, (_, one: string, dot: string, other: string) => other + dot + one);
  if (random.chance(0.5) && swapped !== value && !swapped.startsWith('0')) return swapped;
  const at = random.int(0, Math.min(1, digits.length - 2));
  const other = String((Number(digits[at]) % 9) + 1);
  let seen = -1;
  return value.replace(/\d/g, (digit) => ((seen += 1) === at ? other : digit));
}

const conflict: FaultKind = {
  rule: 'number-conflict',
  accepts: ['number-growth', 'target-level-conflict'],
  follows: ['number-growth', 'target-level-conflict'],
  variants: {
    'said again with another amount': saidAgain(
      (label, value) => `全年${label}达到${value}亿元，为各项支出提供了支撑。`,
    ),
    'said again in the plain form': saidAgain((label, value) => `${label}完成${value}亿元。`),
    'growth said again': (host, random) => {
      const all = matches(
        host,
        partsOf(host).review,
        /(规模以上工业增加值|固定资产投资|社会消费品零售总额|进出口总额)(?:(?:完成)?[\d.]+亿元[、，])?增长(\d+\.\d)%/g,
      );
      const one = random.some(all, 1)[0];
      if (one === undefined) return null;
      const [label = '', value = ''] = one.groups;
      const plant = insert(host, random, 'review', [`全年${label}增长${misread(value, random)}%。`]);
      return plant === null ? null : { ...plant, beside: [one.place] };
    },
    'unemployment said again': (host, random) => {
      const one = matches(host, partsOf(host).review, /(城镇(?:登记|调查)失业率)为?(\d\.\d)%/g)[0];
      if (one === undefined) return null;
      const [label = '', value = ''] = one.groups;
      const plant = insert(host, random, 'review', [
        `就业形势总体稳定，${label}为${(Number(value) + random.pick([-0.6, 0.5, 0.9])).toFixed(1)}%。`,
      ]);
      return plant === null ? null : { ...plant, beside: [one.place] };
    },
  },
};

function saidAgain(sentence: (label: string, value: string) => string): Planter {
  return (host, random) => {
    if (host.name.includes('国务院')) return null;
    const one = random.some(matches(host, partsOf(host).review, AMOUNT), 1)[0];
    if (one === undefined) return null;
    const [label = '', value = ''] = one.groups;
    const plant = insert(host, random, 'review', [sentence(label, misread(value, random))]);
    return plant === null ? null : { ...plant, beside: [one.place] };
  };
}

/** What an earlier report said of the year it reviewed. */
function reportedBefore(host: Host): { label: string; value: string; year: number }[] {
  return host.past.flatMap((text, i) =>
    [...text.slice(0, text.indexOf('预期目标')).matchAll(AMOUNT)].map(([, label = '', value = '']) => ({
      label,
      value,
      year: host.year - 2 - i,
    })),
  );
}

const restated: FaultKind = {
  rule: 'number-restated',
  accepts: ['number-growth', 'number-conflict'],
  variants: {
    'a year back': (host, random) => {
      if (!host.clean) return null;
      const one = random.some(reportedBefore(host), 1)[0];
      if (one === undefined) return null;
      return insert(host, random, 'review', [
        `${one.year}年，全${host.name.slice(2, 3)}${one.label}完成${misread(one.value, random)}亿元。`,
      ]);
    },
    'from then on': (host, random) => {
      if (!host.clean) return null;
      const now = matches(host, partsOf(host).review, AMOUNT);
      const one = random.some(reportedBefore(host), 1)[0];
      const today = now.find(({ groups }) => groups[0] === one?.label);
      if (one === undefined || today === undefined) return null;
      return insert(host, random, 'review', [
        `${one.label}由${one.year}年的${misread(one.value, random)}亿元增加到${today.groups[1] ?? ''}亿元。`,
      ]);
    },
  },
};

const growth: FaultKind = {
  rule: 'number-growth',
  accepts: ['target-missed'],
  follows: ['target-level-conflict', 'target-missed'],
  variants: {
    'amount mistyped': withPast((amount, rate, random) => [misread(amount, random), rate]),
    'rate mistyped': withPast((amount, rate, random) => [
      amount,
      (Number(rate) + random.pick([-1, 1]) * (2 + random.next() * 3)).toFixed(1),
    ]),
  },
};

function withPast(change: (amount: string, rate: string, random: Random) => readonly [string, string]): Planter {
  return (host, random) => {
    if (!host.clean) return null;
    const before = reportedBefore(host).filter(({ year }) => year === host.year - 2);
    const all = matches(
      host,
      partsOf(host).review,
      /(一般公共预算收入|社会消费品零售总额)(完成|达到)?(\d+(?:\.\d+)?)亿元([、，])增长(\d+\.\d)%/g,
    ).filter(({ groups }) => before.some(({ label }) => label === groups[0]));
    const one = random.some(all, 1)[0];
    if (one === undefined) return null;
    const [label = '', verb = '', amount = '', mark = '', rate = ''] = one.groups;
    const [newAmount, newRate] = change(amount, rate, random);
    // A base that was revised since explains a small difference.
    if (Number(newRate) <= 0 || (newAmount !== amount && Math.abs(Number(newAmount) / Number(amount) - 1) < 0.03))
      return null;
    return {
      edits: [narrow(host.text, { ...one.place, text: `${label}${verb}${newAmount}亿元${mark}增长${newRate}%` })],
    };
  };
}

/** A list of names and one of values that belong together, in several shapes, with the counts apart. */
function uneven(names: number, values: number, random: Random): string {
  const units = ['%', '亿元', '万吨', '公里'] as const;
  const shape = random.int(0, 4);
  const suffix = units[random.int(0, 3)] ?? '%';
  const list = (count: number, low: number, high: number, unit: string): string =>
    Array.from({ length: count }, () => figure(random, low, high) + unit).join('、');
  if (shape === 0) return `${listOf(random, PRODUCTS, names)}产量分别增长${list(values, 3, 30, '%')}。`;
  if (shape === 1) return `${listOf(random, CRAFTS, names)}产值分别达到${list(values, 3, 60, '亿元')}。`;
  if (shape === 2) return `${listOf(random, PLACES, names)}分别完成投资${list(values, 3, 60, '亿元')}。`;
  if (shape === 3)
    return `${listOf(random, PRODUCTS, names)}出口额分别达到${list(values, 3, 60, suffix === '%' ? '亿元' : suffix)}，位居全省前列。`;
  return `${listOf(random, CRAFTS, names)}从业人员分别为${Array.from({ length: values }, () => `${random.int(200, 9000)}人`).join('、')}。`;
}

const listOf = (random: Random, items: readonly string[], count: number): string => {
  const some = random.some(items, count);
  return random.chance(0.3) ? `${some.slice(0, -1).join('、')}和${some.at(-1) ?? ''}` : some.join('、');
};

const arity: FaultKind = {
  rule: 'number-arity',
  variants: {
    'a value too few': saying('either', (random) => uneven(random.int(4, 5), 3, random)),
    'a value too many': saying('either', (random) => uneven(3, random.int(4, 5), random)),
    'two names, three values': saying('either', (random) => uneven(2, 3, random)),
    'three names, two values': saying('either', (random) => uneven(3, 2, random)),
    'a value dropped': (host, random) => {
      const all = matches(
        host,
        partsOf(host).body,
        /分别[^，。；\d]{0,8}\d[\d.]*[^\d，。；、]{1,4}(?:、\d[\d.]*[^\d，。；、]{1,4}){2,}(?=[，。；])/g,
      );
      const one = random.some(all, 1)[0];
      if (one === undefined) return null;
      const whole = host.text.slice(one.place.start, one.place.end);
      const at = whole.lastIndexOf('、');
      return { edits: [{ start: one.place.start + at, end: one.place.end, text: '' }] };
    },
    'a name added': changing(
      'body',
      /([一-鿿]{2,6}、[一-鿿]{2,6}(?:、[一-鿿]{2,6})*)(产值|产量|面积|种植面积)分别/g,
      ([list = '', what = ''], random) => `${random.pick(PRODUCTS)}、${list}${what}分别`,
    ),
  },
};

const respectively: FaultKind = {
  rule: 'number-respectively',
  variants: {
    'word left out': saying('either', (random) => {
      const count = random.int(2, 4);
      return uneven(count, count, random).replace('分别', '');
    }),
  },
};

const STEPS = [
  '完善基础设施',
  '壮大经营队伍',
  '拓宽销售渠道',
  '健全服务网络',
  '强化要素保障',
  '培育特色品牌',
  '加强人才引育',
];

function steps(random: Random, numerals: readonly number[], mark: string): string {
  const texts = random.some(STEPS, numerals.length);
  return numerals.map((numeral, i) => `${chinese(numeral)}${mark}${texts[i] ?? ''}`).join('；');
}

const enumeration: FaultKind = {
  rule: 'number-enumeration',
  accepts: ['heading-numbering'],
  variants: {
    'a step missing': saying(
      'either',
      (random) =>
        `做好乡村产业工作，${steps(
          random,
          random.pick([
            [1, 2, 4],
            [1, 3, 4],
            [1, 2, 4, 5],
            [1, 2, 3, 5],
          ]),
          '是',
        )}。`,
    ),
    'a step twice': saying(
      'either',
      (random) =>
        `做好乡村产业工作，${steps(
          random,
          random.pick([
            [1, 2, 2],
            [1, 2, 2, 3],
            [1, 1, 2],
          ]),
          '是',
        )}。`,
    ),
    'demands with a gap': saying(
      'plan',
      (random) =>
        `抓好招商引资，${steps(
          random,
          random.pick([
            [1, 2, 4],
            [1, 3, 4],
          ]),
          '要',
        )}。`,
    ),
    'more announced than follow': saying(
      'plan',
      (random) => `重点抓好${chinese(random.int(4, 6))}项工作：${steps(random, [1, 2, 3], '是')}。`,
    ),
    'fewer announced than follow': saying(
      'plan',
      (random) => `着力实施三大举措：${steps(random, [1, 2, 3, 4], '是')}。`,
    ),
    'announced count of headings': (host, random) => {
      if (!host.clean) return null;
      return changing(
        'body',
        /([三四五六七八])(个方面工作|项工作|个方面的工作)/g,
        ([count = '', what = '']) => chinese('零一二三四五六七八九'.indexOf(count) + random.pick([-1, 1, 2])) + what,
      )(host, random);
    },
    'a step of the text lost': (host, random) => {
      if (!host.clean) return null;
      const all = matches(host, partsOf(host).body, /[二三]是[^一二三四五六；。]{4,60}[；。](?=[三四]是)/g);
      const one = random.some(all, 1)[0];
      return one === undefined ? null : { edits: [{ ...one.place, text: '' }] };
    },
  },
};

const sum: FaultKind = {
  rule: 'number-sum',
  variants: {
    'parts of projects': saying('either', (random) => {
      const [one, other] = [random.int(10, 60), random.int(10, 60)];
      return `谋划储备项目${one + other + random.pick([-7, -3, 2, 6])}个，其中产业类${one}个、民生类${other}个。`;
    }),
    'three parts': saying('either', (random) => {
      const parts = [random.int(10, 60), random.int(10, 60), random.int(10, 60)] as const;
      return `组织各类活动${parts[0] + parts[1] + parts[2] + random.pick([-9, -4, -2])}场，其中文艺演出${parts[0]}场、体育赛事${parts[1]}场、展览展销${parts[2]}场。`;
    }),
    'done and under way': saying('review', (random) => {
      const [done, under] = [random.int(3, 9), random.int(2, 9)];
      return `确定的${done + under + random.pick([-2, 1, 3])}个水利项目，已完成${done}个，正在建设${under}个。`;
    }),
    'built and rebuilt': saying('either', (random) => {
      const [one, other] = [random.int(20, 90), random.int(20, 90)];
      return `建设农村公路${one + other + random.pick([-9, 7, 12])}公里，其中新建${one}公里、改建${other}公里。`;
    }),
    'the rest': saying('review', (random) => {
      const [done, left] = [random.int(20, 60), random.int(3, 19)];
      return `排查安全隐患${done + left + random.pick([-3, 2, 4])}处，整改完成${done}处，其余${left}处限期整改。`;
    }),
    'men and women': saying('either', (random) => {
      const [men, women] = [random.int(20, 60), random.int(20, 60)];
      return `选派农技人员${men + women + random.pick([-5, 3])}名，其中男性${men}名、女性${women}名。`;
    }),
    'a part over the whole': saying('either', (random) => {
      const whole = random.int(20, 60);
      return `组建志愿服务队${whole}支，其中青年服务队${whole + random.int(2, 30)}支。`;
    }),
    'a total behind the parts': saying('either', (random) => {
      const [one, other] = [random.int(10, 60), random.int(10, 60)];
      return `铺设供水管网${one}公里、供热管网${other}公里，合计${one + other + random.pick([-8, 5])}公里。`;
    }),
    'a figure of the text': (host, random) => {
      if (!host.clean) return null;
      return changing('body', /项目(\d+)个，其中([一-鿿]+)(\d+)个、([一-鿿]+)(\d+)个(?=、|，)/g, (groups, _, whole) => {
        const part = groups[2] ?? '';
        return whole.replace(`${groups[1] ?? ''}${part}个`, `${groups[1] ?? ''}${Number(part) + random.int(2, 9)}个`);
      })(host, random);
    },
  },
};

const precision: FaultKind = {
  rule: 'number-precision',
  variants: {
    'a whole number among decimals': saying(
      'either',
      (random) =>
        `${random.some(CRAFTS, 3).join('、')}产值分别增长${figure(random, 3, 9)}%、${random.int(4, 9)}%、${figure(random, 3, 9)}%。`,
    ),
    'two decimals among one': saying(
      'either',
      (random) =>
        `${random.some(PRODUCTS, 3).join('、')}产量分别达到${figure(random, 3, 9)}万吨、${figure(random, 3, 9)}${random.int(1, 9)}万吨、${figure(random, 3, 9)}万吨。`,
    ),
  },
};

export const figureKinds: readonly FaultKind[] = [
  conflict,
  restated,
  growth,
  arity,
  respectively,
  enumeration,
  sum,
  precision,
];
