import type { FaultKind, Planter } from '../fault';
import { changing, saying } from '../parts';
import type { Random } from '../../layouts/random';
import { chinese, VERBS } from '../words';

const dropMark =
  (index: 0 | -1): ((groups: readonly string[], random: Random, whole: string) => string) =>
  (_, __, whole) =>
    index === 0 ? whole.slice(1) : whole.slice(0, -1);

const name = (random: Random): string =>
  `${chinese(random.int(3, 9))}${random.pick(VERBS)}${chinese(random.int(3, 9))}${random.pick(VERBS)}`;

const pair: FaultKind = {
  rule: 'punctuation-pair',
  follows: ['term-quotes', 'term-unused', 'term-undefined', 'term-variant'],
  variants: {
    'closing quote dropped': changing('body', /“[^”“\n]{2,16}”/g, dropMark(-1)),
    'opening quote dropped': changing('body', /“[^”“\n]{2,16}”/g, dropMark(0)),
    'quotes turned around': changing('body', /“([^”“\n]{2,16})”/g, ([inner = '']) => `”${inner}“`),
    'closing quote turned': changing('body', /“([^”“\n]{2,16})”/g, ([inner = '']) => `“${inner}“`),
    'opening quote turned': changing('body', /“([^”“\n]{2,16})”/g, ([inner = '']) => `”${inner}”`),
    'same quotes nested': saying('plan', (random) => `开展“重温“${name(random)}”记忆”主题活动。`),
    'title not closed': saying(
      'plan',
      (random) => `出台《${random.pick(['招商引资', '人才引育', '城市更新'])}若干政策，确保落地见效。`,
    ),
    'title not opened': saying(
      'plan',
      (random) => `修订${random.pick(['招商引资', '人才引育', '城市更新'])}管理办法》，确保落地见效。`,
    ),
    'bracket not closed': saying(
      'either',
      (random) => `新建养老机构（含托老所${random.int(3, 20)}家，服务半径明显缩短。`,
    ),
    'bracket not opened': saying(
      'either',
      (random) => `新建养老机构含托老所）${random.int(3, 20)}家，服务半径明显缩短。`,
    ),
    'marks crossed': saying('plan', () => '认真落实《关于促进“个转企》的若干措施”。'),
    'mixed pair': saying('either', (random) => `新建养老机构（含托老所】${random.int(3, 20)}家。`),
  },
};

/** A mark inside running text, at a random place. */
const mark = (pattern: RegExp, text: (whole: string) => string): Planter =>
  changing('body', pattern, (_, __, whole) => text(whole));

const repeat: FaultKind = {
  rule: 'punctuation-repeat',
  follows: ['number-enumeration'],
  variants: {
    'two stops': mark(/。(?=[一-鿿])/g, () => '。。'),
    'two commas': mark(/，(?=[一-鿿])/g, () => '，，'),
    'two pauses': mark(/、(?=[一-鿿])/g, () => '、、'),
    'comma after pause': mark(/、(?=[一-鿿])/g, () => '、，'),
    'pause after comma': mark(/，(?=[一-鿿])/g, () => '，、'),
    'stop after comma': mark(/，(?=[一-鿿])/g, () => '，。'),
    'comma after stop': mark(/。(?=[一-鿿])/g, () => '。，'),
    'two semicolons': mark(/；(?=[一-鿿])/g, () => '；；'),
  },
};

const width: FaultKind = {
  rule: 'punctuation-width',
  variants: {
    comma: mark(/，(?=[一-鿿])/g, () => ','),
    semicolon: mark(/；(?=[一-鿿])/g, () => ';'),
    colon: mark(/[一-鿿]：(?=[一-鿿])/g, (whole) => whole.replace('：', ':')),
    'round brackets': saying('either', (random) => `新改建养老机构(含托老所)${random.int(3, 20)}家。`),
    'question mark': saying('plan', () => '怎么看?怎么干?关键在于实干。'),
  },
};

const list: FaultKind = {
  rule: 'punctuation-list',
  variants: {
    'between quotations': saying('plan', (random) => `深化“${name(random)}”、“${name(random)}”等活动。`),
    'between titles': saying('review', () => '出台《人才引育办法》、《招商奖励办法》，兑现资金800万元。'),
    'after a step': saying('plan', () => '做好防汛工作，一是、加固堤防；二是、备足物资；三是、强化演练。'),
    'comma after a step': saying('plan', () => '做好防汛工作，一是，加固堤防；二是，备足物资；三是，强化演练。'),
    'after a bracket': saying('plan', () => '做好防汛工作：（一）、加固堤防；（二）、备足物资；（三）、强化演练。'),
  },
};

const space: FaultKind = {
  rule: 'space-in-text',
  variants: {
    'before digits': mark(/[一-鿿](?=\d{2})/g, (whole) => `${whole} `),
    'after digits': mark(/\d{2}(?=[个家万亿公户所])/g, (whole) => `${whole} `),
    'before per cent': mark(/\d(?=%)/g, (whole) => `${whole} `),
    'wide space': mark(/[一-鿿](?=\d{2})/g, (whole) => `${whole}　`),
  },
};

export const punctuationKinds: readonly FaultKind[] = [pair, repeat, width, list, space];
