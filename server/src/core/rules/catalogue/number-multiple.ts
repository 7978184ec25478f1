import type { BlockRule } from '../rule';
import { matches } from '../support';

/** A decrease in multiples. */
export const numberMultiple: BlockRule = {
  id: 'number-multiple',
  category: 'numbers',
  severity: 'error',
  fix: 'none',
  scope: 'block',
  needs: /倍/,
  since: '0.1.0',
  summary: { zh: '减少、下降不能用倍数', en: 'A decrease given in multiples (下降2倍)' },
  rationale: {
    zh: '减少一倍即归零，再多便成负数，所以“下降2倍”不通。应当用百分数、分数，或者写明降到多少。增长可以用倍数。',
    en: 'A decrease of one time leaves nothing, so 下降2倍 makes no sense. Use a percentage, a fraction or the level reached. Increases may be given in multiples.',
  },
  sources: ['图书编校质量差错认定细则 第十九条（三）'],
  options: {},
  examples: [
    { bad: '企业开办时间⟦缩短3倍⟧。' },
    { bad: '单位能耗⟦下降了两倍⟧，事故起数⟦减少近1.5倍⟧。' },
    { bad: '办事材料⟦压减一倍多⟧，平均时限⟦降低了约2倍⟧。' },
    { good: '产值增长2倍，收入增加了一倍，出口是上年的3倍。' },
    { good: '企业开办时间缩短三分之二，能耗下降12%，贫困人口减少80%。' },
    { good: '成本下降、产量倍增，面积减少而产出翻了两倍。' },
    { good: '时限压缩到原来的一半，放大倍数降低2档。' },
  ],
  *checkBlock({ text }) {
    for (const match of matches(DECREASE, text)) {
      const [all] = match;
      const verb = match[1] ?? '';
      yield {
        start: match.index,
        end: match.index + all.length,
        message: {
          zh: `“${all}”不通：${verb}不能用倍数，应写百分数、分数或${verb}后的数值。`,
          en: `“${all}” makes no sense: a decrease is given as a percentage, a fraction or the level reached.`,
        },
      };
    }
  },
};

// 下降了两倍  缩短3倍  减少近1.5倍  压减一倍多
const DECREASE =
  /(减少|下降|降低|缩短|缩小|缩减|压缩|压减|削减|减轻)了?(?:[约近超达]|超过|大约)?(?:\d{1,6}(?:\.\d{1,3})?|[一二两三四五六七八九十百]{1,4})多?倍多?(?![增数])/g;
