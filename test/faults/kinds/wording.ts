import type { FaultKind, Planter } from '../fault';
import { changing, matches, partsOf, saying } from '../parts';
import type { Random } from '../../layouts/random';

/** Formulations as everybody writes them: what goes before, the members, what goes after. */
const FORMULATIONS: readonly {
  readonly before: string;
  readonly members: readonly string[];
  readonly after: string;
}[] = [
  { before: '坚定不移贯彻', members: ['创新', '协调', '绿色', '开放', '共享'], after: '的新发展理念。' },
  { before: '统筹推进', members: ['经济建设', '政治建设', '文化建设', '社会建设', '生态文明建设'], after: '。' },
  { before: '牢固树立', members: ['政治意识', '大局意识', '核心意识', '看齐意识'], after: '。' },
  { before: '始终坚定', members: ['道路自信', '理论自信', '制度自信', '文化自信'], after: '。' },
  { before: '不断提高', members: ['政治判断力', '政治领悟力', '政治执行力'], after: '。' },
  { before: '全面推进', members: ['科学立法', '严格执法', '公正司法', '全民守法'], after: '。' },
  { before: '扎实做好', members: ['稳就业', '稳金融', '稳外贸', '稳外资', '稳投资', '稳预期'], after: '工作。' },
  {
    before: '按照',
    members: ['产业兴旺', '生态宜居', '乡风文明', '治理有效', '生活富裕'],
    after: '的总要求推进乡村振兴。',
  },
  { before: '不断增强', members: ['自我净化', '自我完善', '自我革新', '自我提高'], after: '能力。' },
  { before: '推动', members: ['产业振兴', '人才振兴', '文化振兴', '生态振兴', '组织振兴'], after: '。' },
];

function formulation(change: (members: readonly string[], random: Random) => readonly string[]): Planter {
  return saying('plan', (random, host) => {
    // Most of them are younger than the oldest reports.
    if (host.year < 2019) return null;
    const { before, members, after } = random.pick(FORMULATIONS);
    return before + change(members, random).join('、') + after;
  });
}

const OTHER_MEMBERS = [
  '安全',
  '法治建设',
  '责任意识',
  '历史自信',
  '政治凝聚力',
  '规范执法',
  '稳消费',
  '科技兴旺',
  '自我约束',
  '数字振兴',
];

const fixed: FaultKind = {
  rule: 'fixed-wording',
  variants: {
    'a member dropped': formulation((members, random) => {
      const at = random.int(0, members.length - 1);
      return members.filter((_, i) => i !== at);
    }),
    'two swapped': formulation((members, random) => {
      const at = random.int(0, members.length - 2);
      return [...members.slice(0, at), members[at + 1] ?? '', members[at] ?? '', ...members.slice(at + 2)];
    }),
    'a member changed': formulation((members, random) => {
      const at = random.int(0, members.length - 1);
      const same = OTHER_MEMBERS.filter(
        (other) => other.slice(-2) === members[at]?.slice(-2) || other.slice(0, 2) === members[at]?.slice(0, 2),
      );
      return members.map((member, i) => (i === at ? (random.some(same, 1)[0] ?? random.pick(OTHER_MEMBERS)) : member));
    }),
    'verbs of the frame': saying('plan', (random, host) =>
      host.year < 2022
        ? null
        : random.pick([
            '坚定“四个意识”、增强“四个自信”、做到“两个维护”。',
            '增强“四个意识”、坚定“四个自信”、坚持“两个维护”。',
            '增强“四个意识”、坚持“四个自信”、做到“两个维护”。',
            '增强“四个自信”、坚定“四个意识”、做到“两个维护”。',
          ]),
    ),
    'frame incomplete': saying('plan', (random, host) =>
      host.year < 2022
        ? null
        : random.pick([
            '增强“四个意识”、做到“两个维护”。',
            '深刻领悟“两个确立”的重大意义。',
            '深刻领会“两个确立”的决定性作用。',
          ]),
    ),
    'layout and strategy': saying('plan', (random, host) =>
      host.year < 2022
        ? null
        : random.pick([
            '统筹推进“五位一体”战略布局。',
            '协调推进“四个全面”总体布局。',
            '统筹推进“四个全面”战略布局。',
            '协调推进“五位一体”总体布局。',
          ]),
    ),
    'the leadership': saying('plan', (random, host) =>
      host.year < 2022
        ? null
        : random.pick(['紧密团结在以习近平总书记为核心的党中央周围。', '紧密团结在习近平同志为核心的党中央周围。']),
    ),
    'new development idea': saying('plan', (random, host) =>
      host.year < 2022
        ? null
        : random.pick([
            '全面、完整、准确贯彻新发展理念。',
            '准确、完整、全面贯彻新发展理念。',
            '完整、准确贯彻新发展理念。',
          ]),
    ),
  },
};

/** Names and words that have been replaced, with the year from which a report should know. */
const DATED: readonly (readonly [number, string])[] = [
  [2022, '全年新登记市场主体4200户。'],
  [2022, '持续激发各类市场主体活力。'],
  [2016, '积极融入“一带一路”战略。'],
  [2023, '统筹新冠肺炎疫情防控和经济社会发展。'],
  [2016, '公共财政预算支出向民生领域倾斜。'],
  [2019, '加强与工商行政管理部门的协作配合。'],
  [2019, '国土资源部门全程参与项目选址。'],
  [2022, '巩固精准扶贫工作成果。'],
];

const dated: FaultKind = {
  rule: 'dated-wording',
  accepts: ['fixed-wording'],
  variants: {
    'an old word': saying('either', (random, host) => {
      const fitting = DATED.filter(([from]) => host.year > from + 1);
      return random.some(fitting, 1)[0]?.[1] ?? null;
    }),
  },
};

const confused: FaultKind = {
  rule: 'confused-word',
  variants: {
    'until a date': saying(
      'review',
      (random, host) => `截止${host.year - 1}年${random.int(10, 12)}月底，已有${random.int(20, 90)}家企业入驻。`,
    ),
    'until the end': saying('review', () => '截止去年底，各项指标全部达到考核要求。'),
    give: saying(
      'plan',
      (random) =>
        `对${random.pick(['困难企业', '返乡青年', '科研团队'])}给与${random.pick(['适当补助', '资金支持', '政策倾斜'])}。`,
    ),
    accounts: saying('plan', (random) =>
      random.pick(['建立问题整改台帐，逐项销号。', '规范村级帐务管理。', '清理拖欠企业帐款。']),
    ),
    written: saying('plan', (random) =>
      random.pick([
        '周密布署防汛备汛工作。',
        '做到融汇贯通、学以致用。',
        '大桥顺利合拢。',
        '座落于城区的老厂房改造完成。',
        '反应群众诉求的渠道更加畅通。',
        '持续优化人才成份。',
        '推进权利运行公开透明。',
      ]),
    ),
    'plan without quotes': saying('plan', (random) =>
      random.pick([
        '高质量编制十五五规划。',
        '圆满完成十四五规划任务。',
        '抓好十四五时期重大项目。',
        '做好十五五规划前期研究。',
      ]),
    ),
    'letters for zero': saying(
      'plan',
      (_, host) =>
        `二${host.year % 2 === 0 ? 'О' : 'O'}二${['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'][host.year % 10] ?? ''}年，任务繁重。`,
    ),
    'carbon and coal': saying('plan', (random) => random.pick(['稳妥推进炭达峰试点。', '积极推进碳达峰炭中和。'])),
  },
};

const documents: FaultKind = {
  rule: 'document-number',
  variants: {
    'square brackets': saying(
      'either',
      (random, host) =>
        `认真落实有关意见（${random.pick(['国办发', '政办发', '财建'])}[${host.year - 1}]${random.int(3, 60)}号）。`,
    ),
    'round brackets': saying(
      'either',
      (random, host) =>
        `严格执行《实施细则》（${random.pick(['府发', '政发', '办发'])}（${host.year - 1}）${random.int(3, 60)}号）。`,
    ),
    'heavy brackets': saying(
      'either',
      (random, host) => `出台扶持办法（政规【${host.year - 1}】${random.int(3, 60)}号）。`,
    ),
    'padded with zero': saying(
      'either',
      (random, host) => `出台扶持办法（政发〔${host.year - 1}〕0${random.int(3, 60)}号）。`,
    ),
    'with an ordinal': saying(
      'either',
      (random, host) => `出台扶持办法（政办发〔${host.year - 1}〕第${random.int(3, 60)}号）。`,
    ),
  },
};

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const shift = (numeral: string, by: number): string => DIGITS[DIGITS.indexOf(numeral) + by] ?? numeral;

const session: FaultKind = {
  rule: 'session-ordinal',
  variants: {
    'another session in the title': (host, random) => {
      if (!host.clean || host.past.length === 0) return null;
      const one = matches(
        host,
        { start: 0, end: partsOf(host).body.start },
        /人民代表大会第([一二三四五六七])次会议/g,
      )[0];
      if (one === undefined) return null;
      const numeral = one.groups[0] ?? '';
      const text = `人民代表大会第${shift(numeral, random.pick(numeral === '一' ? [1, 2] : [-1, 1]))}次会议`;
      return { edits: [{ ...one.place, text }] };
    },
    'another congress in the title': (host, random) => {
      if (!host.clean || host.past.length === 0) return null;
      const one = matches(
        host,
        { start: 0, end: partsOf(host).body.start },
        /第(十?)([一二三四五六七八九])届人民代表大会/g,
      )[0];
      if (one === undefined) return null;
      const [ten = '', numeral = ''] = one.groups;
      return { edits: [{ ...one.place, text: `第${ten}${shift(numeral, random.pick([-1, 1]))}届人民代表大会` }] };
    },
    'a plenum to come': saying('plan', (_, host) =>
      host.year >= 2025
        ? '深入学习党的二十届六中全会精神。'
        : host.year >= 2020
          ? '深入学习党的二十届五中全会精神。'
          : null,
    ),
    'a congress to come': saying('plan', (_, host) =>
      host.year >= 2020 ? '全面落实党的二十一届三中全会部署。' : null,
    ),
  },
};

const PHRASES = /(?:进一步|推进|加强|建设|全面|深入|发展|提升|完善|积极|持续|推动|实施|保障)(?=[一-鿿])/g;

const duplicate: FaultKind = {
  rule: 'duplicate-word',
  variants: {
    'a word twice': changing('body', PHRASES, (_, __, whole) => whole + whole),
    'a particle twice': changing(
      'body',
      /[一-鿿][的了和在为与](?=[一-鿿]{2})/g,
      (_, __, whole) => whole + whole.slice(-1),
    ),
    'a noun twice': changing(
      'body',
      /(?:企业|群众|项目|工程|政府|服务|产业|农村)(?=[，。、的])/g,
      (_, __, whole) => whole + whole,
    ),
    'four characters twice': changing('body', /(?<=[，。、])[一-鿿]{4}(?=[，。、])/g, (_, __, whole) => whole + whole),
  },
};

export const wordingKinds: readonly FaultKind[] = [fixed, dated, confused, documents, session, duplicate];
