import type { FaultKind } from '../fault';
import { changing, insert, saying } from '../parts';
import { CRAFTS, figure, PLACES, PRODUCTS } from '../words';
import type { Random } from '../../layouts/random';

const dash = (random: Random): string => random.pick(['—', '～', '-', '~', '－']);

const range: FaultKind = {
  rule: 'number-range',
  accepts: ['target-format'],
  variants: {
    'percent dropped': saying(
      'plan',
      (random) =>
        `力争${random.pick(CRAFTS)}增加值增长${figure(random, 3, 4)}${dash(random)}${figure(random, 5, 6)}%。`,
    ),
    'percent dropped in whole numbers': saying(
      'plan',
      (random) => `${random.pick(PRODUCTS)}产量增长${random.int(3, 4)}${dash(random)}${random.int(5, 8)}%。`,
    ),
    'ten thousand dropped': saying(
      'either',
      (random) => `带动群众户均增收${random.int(2, 3)}${dash(random)}${random.int(4, 6)}万元。`,
    ),
    'hundred million dropped': saying(
      'plan',
      (random) => `设立规模${random.int(3, 5)}${dash(random)}${random.int(8, 12)}亿元的产业基金。`,
    ),
    'dashes mixed': (host, random) => {
      const [one = '', other = ''] = random.some(['—', '～', '-'], 2);
      return insert(host, random, 'plan', [
        `压缩审批时限5%${one}8%。`,
        `降低物流成本3%${one}6%。`,
        `提高亩均产出4%${other}7%。`,
      ]);
    },
  },
};

const approximate: FaultKind = {
  rule: 'number-approximate',
  variants: {
    'about and or so': saying(
      'either',
      (random) => `惠及居民${random.pick(['约', '大约'])}${random.int(2, 9)}万人左右。`,
    ),
    'nearly and more': saying('either', (random) => `发放补贴近${random.int(300, 900)}余万元。`),
    'over and above': saying('either', (random) => `带动就业超过${random.int(2, 9)}000人以上。`),
    'not less and above': saying(
      'plan',
      (random) => `引进项目${random.pick(['不少于', '至少'])}${random.int(20, 90)}个以上。`,
    ),
    'not more and within': saying('plan', (random) => `审批时间不超过${random.int(3, 9)}个工作日以内。`),
    'about and up and down': saying('either', (random) => `户均增收约${random.int(2, 9)}000元上下。`),
    'nearly and or so': saying('review', (random) => `完成投资近${random.int(12, 60)}亿元左右。`),
  },
};

const point: FaultKind = {
  rule: 'number-percentage-point',
  variants: {
    'change of a rate in per cent': saying('either', (random) => `常住人口城镇化率提高${figure(random, 1, 2)}%。`),
    'share in per cent': saying(
      'review',
      (random) => `${random.pick(CRAFTS)}增加值占地区生产总值比重提高${figure(random, 1, 2)}%。`,
    ),
    'coverage in per cent': saying('review', (random) => `农村自来水普及率比上年提高${figure(random, 1, 2)}%。`),
    'growth in points': saying(
      'review',
      (random) => `${random.pick(PRODUCTS)}产量增长${figure(random, 3, 9)}个百分点。`,
    ),
    'growth of an amount in points': saying(
      'review',
      (random) => `快递业务收入比上年增长${figure(random, 3, 9)}个百分点。`,
    ),
    'use rate down in per cent': saying('review', (random) => `不良贷款率下降${figure(random, 0, 1)}%。`),
  },
};

const multiple: FaultKind = {
  rule: 'number-multiple',
  variants: {
    fell: saying(
      'review',
      (random) =>
        `${random.pick(['信访总量', '投诉量', '事故起数', '案件数量'])}${random.pick(['下降', '减少', '降低'])}${random.int(2, 4)}倍。`,
    ),
    'fell by a decimal': saying('review', (random) => `办理时间缩短了${figure(random, 1, 3)}倍。`),
    'in words': saying(
      'review',
      (random) => `平均用电成本${random.pick(['下降', '减少了', '降低了'])}${random.pick(['一', '两', '三'])}倍。`,
    ),
    pressed: saying('review', (random) => `审批材料压减${random.int(2, 4)}倍。`),
  },
};

const numeral: FaultKind = {
  rule: 'number-numeral',
  variants: {
    'thousand after a digit': saying('either', (random) => `惠及群众${random.int(2, 9)}千人。`),
    'hundred after a digit': saying('either', (random) => `清理问题${random.int(2, 9)}百个。`),
    'thousand before hundred million': saying('review', (random) => `金融机构存款余额突破${random.int(2, 9)}千亿元。`),
    'session in digits': saying(
      'either',
      (random) => `认真办理区第${random.int(15, 18)}届人民代表大会第${random.int(2, 5)}次会议代表建议。`,
    ),
    'mixed in a sentence': saying(
      'review',
      (random) =>
        `召开常务会议${random.int(12, 30)}次、专题会议${random.pick(['五', '六', '八'])}次、现场会${random.int(3, 9)}次。`,
    ),
    'mixed items': saying(
      'review',
      (random) => `新建学校${random.pick(['三', '四', '五'])}所、幼儿园${random.int(3, 9)}所。`,
    ),
  },
};

const year: FaultKind = {
  rule: 'number-year',
  variants: {
    'past year': saying('review', (_, host) => `与${String(host.year - 2).slice(2)}年相比，发展质量明显提升。`),
    'this year': saying('plan', (_, host) => `编制${String(host.year).slice(2)}年城建计划。`),
    'end of the year': saying('plan', (_, host) => `到${String(host.year + 1).slice(2)}年底全部建成投用。`),
    'a month': saying(
      'review',
      (random, host) => `${String(host.year - 1).slice(2)}年${random.int(3, 11)}月，新校区正式启用。`,
    ),
    'a span': saying('review', (_, host) => `${host.year - 3}—${String(host.year - 1).slice(2)}年累计建成道路46公里。`),
  },
};

const WIDE = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const width: FaultKind = {
  rule: 'number-width',
  variants: {
    'digits widened': changing('body', /(?<![\d.A-Z+])\d{2,4}(?=[个所家万亿人公户处])/gi, (_, __, whole) =>
      WIDE(whole),
    ),
    'percent widened': changing('review', /\d%/g, (_, __, whole) => whole.replace('%', '％')),
    'no zero before the point': saying(
      'either',
      (random) => `${random.pick(PRODUCTS)}损耗率降低.${random.int(2, 9)}个百分点。`,
    ),
    'no zero in per cent': saying(
      'review',
      (random) => `${random.pick(PLACES)}人口自然增长率为.${random.int(2, 9)}%。`,
    ),
  },
};

/** A year of last year's text that nobody changed. */
const carriedOver: FaultKind = {
  rule: 'year-carried-over',
  variants: {
    'what will be done': saying(
      'plan',
      (random, host) => `${host.year - 1}年，我们将新建口袋公园${random.int(6, 20)}处。`,
    ),
    'what must be done': saying('plan', (_, host) => `压实工作责任，确保完成${host.year - 1}年各项目标任务。`),
    'the aims': saying('plan', (_, host) => `${host.year - 1}年全区经济社会发展主要预期目标是稳中有进。`),
    'last year in words': saying('plan', (random) => `去年，我们将开展文艺演出${random.int(20, 60)}场。`),
    'a result of the year to come': saying(
      'review',
      (random, host) => `${host.year}年，全区苗木产值达到${random.int(2, 9)}亿元。`,
    ),
  },
};

export const numberKinds: readonly FaultKind[] = [
  range,
  approximate,
  point,
  multiple,
  numeral,
  year,
  width,
  carriedOver,
];
