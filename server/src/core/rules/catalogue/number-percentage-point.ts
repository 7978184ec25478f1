import type { BlockRule, Finding } from '../rule';
import { matches } from '../support';

/** A change of a rate in %, or of an amount in percentage points. */
export const numberPercentagePoint: BlockRule = {
  id: 'number-percentage-point',
  category: 'numbers',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  needs: /%|百分点/,
  since: '0.1.0',
  summary: {
    zh: '率、比重的增减误用“%”，或总量的增减误用“百分点”',
    en: 'A change of a rate given in %, or of an amount given in percentage points',
  },
  rationale: {
    zh: '两个百分数相减，差是百分点：城镇化率由60%提高到61.2%，是提高1.2个百分点，不是提高1.2%。总量的增长用%。单位能耗、效率、劳动生产率等本身不是百分数，升降用%，不作提示。',
    en: 'The difference of two percentages is in percentage points: from 60% to 61.2% is 1.2 points. Amounts grow in %. Energy intensity, efficiency and productivity are no percentages and change in %: they are left alone.',
  },
  sources: ['统计用语通例', '国家统计局统计公报写法'],
  options: {},
  examples: [
    { bad: '常住人口城镇化率⟦提高1.2%⟧。', fixed: '常住人口城镇化率提高1.2个百分点。' },
    {
      bad: '城镇调查失业率比上年⟦下降0.3%⟧，民间投资占比⟦提升2%⟧。',
      fixed: '城镇调查失业率比上年下降0.3个百分点，民间投资占比提升2个百分点。',
    },
    {
      bad: '地区生产总值⟦增长5个百分点⟧，固定资产投资同比⟦增长8.5个百分点⟧。',
      fixed: '地区生产总值增长5%，固定资产投资同比增长8.5%。',
    },
    {
      bad: '不良贷款率⟦下降0.4%⟧，国产化率⟦提高2.5%⟧。',
      fixed: '不良贷款率下降0.4个百分点，国产化率提高2.5个百分点。',
    },
    { good: '常住人口城镇化率提高1.2个百分点，达到62%，森林覆盖率提高到35%。' },
    { good: '单位地区生产总值能耗下降3%，能耗强度下降2.5%，劳动生产率提高6.5%，审批效率提升40%。' },
    { good: '地区生产总值增长5%，增速提高0.5个百分点，占全市比重提高1个百分点。' },
    { good: '事故发生率下降12%，服务业增加值占比达到50%，增速比全市快2个百分点。' },
    {
      bad: '城镇化率达到68.2%，较上年⟦提高1.3%⟧，民间投资占比为46%、⟦提升2.4%⟧。',
      fixed: '城镇化率达到68.2%，较上年提高1.3个百分点，民间投资占比为46%、提升2.4个百分点。',
    },
    { bad: '社会消费品零售总额增速⟦提高1.2%⟧。', fixed: '社会消费品零售总额增速提高1.2个百分点。' },
    { good: '新能源占比达到35%，增长8%，投诉办结率达到98%，比全市高3%。' },
    { good: '投资增速回落3个百分点，收入增幅扩大1.5个百分点。' },
  ],
  *checkBlock({ text }) {
    for (const match of matches(RATE, text)) {
      const [, before = '', change = '', unit = ''] = match;
      // 新能源占比达到35%，增长8%: what grows is the amount.
      if (/[，、]$/.test(before) && /增长|增加/.test(change)) continue;
      yield finding(match.index + before.length, change, unit, '个百分点', RATE_REASON);
    }
    for (const match of matches(AMOUNT, text)) {
      const [, before = '', change = '', unit = ''] = match;
      yield finding(match.index + before.length, change, unit, '%', AMOUNT_REASON);
    }
  },
};

const RATE_REASON = { zh: '率、比重的升降以百分点计', en: 'rates and shares change in percentage points' };
const AMOUNT_REASON = { zh: '总量的升降以%计', en: 'amounts change in %' };

// 城镇化率提高1.2%  失业率比上年下降0.3%  民间投资占比达到46%、提升2%  增速回落1%; rates that are shares of a whole only.
const RATE =
  /((?:(?:[\u4e00-\u9fff]化|覆盖|普及|失业|利用|处理|处置|收集|合格|满意|优良|回收|完成|入学|巩固|参保|签约|自给|渗透|贡献|达标|就业|负债|杠杆|赤字|网办|入住|中标|落实|办结|办复|不良|不良贷款|知晓|支持|解决|治愈|成活|升学|接种|建档|兑现|完好|整改|好评|到位|占有|贫困发生|空置|开工|投产|征缴|结案|破案|准确|使用|保障|贷款利|存款利)率|天数比[率例]|比重|占比|份额|增速|增幅|涨幅|降幅)(?:(?:达到?|为|[升降]至|(?:提高|上升|提升|下降|降低)到)\d{1,3}(?:\.\d{1,2})?%[，、])?)((?:比上年|较上年|同比|分别|[又再均])?(?:提高|提升|上升|下降|降低|回落|增加|增长)了?(?:[约近超]|超过)?\d{1,2}(?:\.\d{1,2})?)(%)(?![的—～至-])/g;

// 地区生产总值增长5个百分点  固定资产投资同比增长8.5个百分点
const AMOUNT =
  /(总值|增加值|投资|收入|总额|产量|产值|销售额|零售额|存款|贷款|税收)((?:比上年|较上年|同比|实际|名义|预计)?(?:增长|下降)了?(?:[约近超]|超过)?\d{1,3}(?:\.\d{1,2})?)(个?百分点)/g;

function finding(
  start: number,
  change: string,
  unit: string,
  right: string,
  reason: { readonly zh: string; readonly en: string },
): Finding {
  // The words between subject and verb belong to neither.
  const skipped = /^(?:比上年|较上年|同比|分别|[又再均]|实际|名义|预计)?/.exec(change)?.[0].length ?? 0;
  const end = start + change.length + unit.length;
  const from = start + skipped;
  const words = change.slice(skipped);
  return {
    start: from,
    end,
    message: {
      zh: `“${words}${unit}”应为“${words}${right}”：${reason.zh}。`,
      en: `“${words}${unit}” should be “${words}${right}”: ${reason.en}.`,
    },
    fixes: [
      {
        title: { zh: `改为“${words}${right}”`, en: `Change to “${words}${right}”` },
        kind: 'suggestion',
        edits: [{ start: end - unit.length, end, text: right }],
      },
    ],
  };
}
