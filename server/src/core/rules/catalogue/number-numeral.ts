import type { BlockRule, Finding } from '../rule';
import { inHan } from '../sequence';
import { matches } from '../support';

/** Arabic and Chinese digits for one kind of thing, Arabic digits in ordinals of congresses, digits with 十百千. */
export const numberNumeral: BlockRule = {
  id: 'number-numeral',
  category: 'numbers',
  severity: 'information',
  fix: 'suggestion',
  scope: 'block',
  needs: /\d/,
  since: '0.1.0',
  summary: {
    zh: '同类数量混用汉字与阿拉伯数字，届次用阿拉伯数字，数字与“十百千”连用',
    en: 'Arabic and Chinese digits for one kind of thing in a sentence; Arabic digits in 届次; digits with 十百千',
  },
  rationale: {
    zh: '同一场合、同一类别的数量，数字形式应当一致；会议届次用汉字；“4千”之类混写不规范，“万”“亿”除外。',
    en: 'Counts of one kind in one place take one kind of digits; congresses and sessions are numbered in Chinese; 4千 is no number, only 万 and 亿 go with digits.',
  },
  sources: ['GB/T 15835—2011 4.3、5.3'],
  options: {},
  examples: [
    { bad: '区十八届人大⟦4次会议⟧确定的任务全面完成。', fixed: '区十八届人大四次会议确定的任务全面完成。' },
    {
      bad: '新增就业⟦4千⟧人，党的⟦20届⟧三中全会精神深入人心。',
      fixed: '新增就业4000人，党的二十届三中全会精神深入人心。',
    },
    { bad: '连续⟦三次⟧获得第一，2次受到表彰。' },
    { bad: '新建社区服务站⟦五个⟧、改建3个，吸引人才⟦6千⟧余名。' },
    { good: '新建社区服务站5个、改建3个，做到三个统一。' },
    { bad: '位列全省前15名，冲刺全国⟦前十⟧。' },
    { good: '区十八届人大四次会议确定的任务全面完成，党的二十届三中全会精神深入人心。' },
    { good: '新增就业4000人，装机5千瓦，长度8千米。' },
    { good: '三次产业协调发展，获得表彰2次，第三次全国经济普查完成。' },
    { good: '推进“三个一”工程，改造小区12个，建成一批项目，位列全省前15名、全国前50名。' },
  ],
  *checkBlock({ text }) {
    for (const match of matches(SESSION, text)) {
      const [all, digits = '', word = ''] = match;
      yield rewrite(match.index, all, inHan(Number(digits)) + word, {
        zh: '届次用汉字',
        en: 'sessions and congresses are numbered in Chinese',
      });
    }
    for (const match of matches(MIXED, text)) {
      const [all, digits = '', scale = ''] = match;
      const factor = scale === '十' ? 10 : scale === '百' ? 100 : 1000;
      const value = Number((Number(digits) * factor).toPrecision(12));
      yield rewrite(match.index, all, String(value), {
        zh: `数字不与“${scale}”连用`,
        en: `digits do not go with ${scale}`,
      });
    }
    const parts = sentences(text);
    yield* mixedKinds(text, parts);
    yield* mixedRanks(text, parts);
  },
};

// 第4次会议  18届  20届三中全会  第18届3次会议
const SESSION =
  /(?<![\d.])(\d{1,2})(届(?=第?[\d一二三四五六七八九十]{1,2}次|人大|人民代表|政协|中央|[一二三四五六七八九]中全会|全国|区委|市委|省委|县委)|次会议|中全会)/g;
// 4千人  3千亿元  6千余名; not 4千米, 4千瓦
const MIXED = /(?<![\d.])(\d{1,3}(?:\.\d)?)([十百千])(?![瓦米克伏赫卡帕焦分年字])/g;

function rewrite(
  start: number,
  words: string,
  right: string,
  reason: { readonly zh: string; readonly en: string },
): Finding {
  const end = start + words.length;
  return {
    start,
    end,
    message: { zh: `“${words}”应写作“${right}”：${reason.zh}。`, en: `Write “${right}” for “${words}”: ${reason.en}.` },
    fixes: [
      {
        title: { zh: `改为“${right}”`, en: `Change to “${right}”` },
        kind: 'suggestion',
        edits: [{ start, end, text: right }],
      },
    ],
  };
}

// 三次  5项; what is counted with one measure word in one sentence.
const HAN_COUNT = /(?<![第十百一二三四五六七八九几数“])([三四五六七八九十])([次项家所座条场名支])(?![产联全体五级方])/g;
const ARABIC_COUNT = /(?<![\d.第])\d{1,3}([次项家所座条场名支个轮批])/g;
// 五个、 四轮，: counts that end their clause, as 3个 does; not 三个方面, 一个个.
const HAN_BARE =
  /(?<=[\u4e00-\u9fff])(?<![第十百一二三四五六七八九几数“两])([三四五六七八九十])([个轮批])(?=[、，。；]|$)/g;

function* mixedKinds(text: string, parts: readonly [number, number][]): Generator<Finding> {
  for (const [from, to] of parts) {
    const sentence = text.slice(from, to);
    const arabic = new Set(matches(ARABIC_COUNT, sentence).map((match) => match[1]));
    if (arabic.size === 0) continue;
    for (const match of [...matches(HAN_COUNT, sentence), ...matches(HAN_BARE, sentence)]) {
      const measure = match[2] ?? '';
      if (!arabic.has(measure)) continue;
      const start = from + match.index;
      yield {
        start,
        end: start + match[0].length,
        message: {
          zh: `一句之内“${match[0]}”用汉字数字，同类数量又用阿拉伯数字，宜统一。`,
          en: `“${match[0]}” is in Chinese digits, other counts of its kind in this sentence in Arabic ones.`,
        },
      };
    }
  }
}

/** 前15名, 冲刺前十: ranks in one sentence. */
function* mixedRanks(text: string, parts: readonly [number, number][]): Generator<Finding> {
  if (!text.includes('前')) return;
  for (const [from, to] of parts) {
    const sentence = text.slice(from, to);
    if (!/前\d{1,3}[名位强]?/.test(sentence)) continue;
    const match = /前[三五十](?![年后期景]|[一-龥]?季度)/.exec(sentence);
    if (match === null) continue;
    const start = from + match.index;
    yield {
      start,
      end: start + match[0].length,
      message: {
        zh: `一句之内名次混用“${match[0]}”与阿拉伯数字，宜统一。`,
        en: `“${match[0]}” stands beside ranks in Arabic digits in one sentence.`,
      },
    };
  }
}

function sentences(text: string): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  for (const { index } of matches(/[。；！？]/g, text)) {
    if (index > from) found.push([from, index]);
    from = index + 1;
  }
  if (text.length > from) found.push([from, text.length]);
  return found;
}
