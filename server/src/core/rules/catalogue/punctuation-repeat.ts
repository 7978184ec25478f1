import type { BlockRule } from '../rule';
import { matches } from '../support';

/** Two marks where one belongs: 。。 ，， 、，. */
export const punctuationRepeat: BlockRule = {
  id: 'punctuation-repeat',
  category: 'punctuation',
  severity: 'error',
  fix: 'safe',
  scope: 'block',
  needs: /[，。；：、！？]{2}/,
  since: '0.1.0',
  summary: { zh: '标点重复或叠用（。。、，，、、，）', en: 'Two marks where one belongs (。。 ，， 、，)' },
  rationale: {
    zh: '句内点号和句末点号不能叠用，多为修改时留下。保留其中停顿较大的一个。感叹号、问号叠用表示强烈语气的，不作提示。',
    en: 'Stops inside and at the end of a sentence never stand side by side; the stronger one stays. Exclamation and question marks set together for emphasis are left alone.',
  },
  sources: ['GB/T 15834—2011 4.1—4.7'],
  options: {},
  examples: [
    { bad: '经济运行总体平稳⟦。。⟧民生持续改善。', fixed: '经济运行总体平稳。民生持续改善。' },
    { bad: '抓项目⟦，，⟧促投资⟦、，⟧强产业⟦，。⟧', fixed: '抓项目，促投资，强产业。' },
    { bad: '主要工作有⟦：：⟧稳增长⟦；；⟧惠民生⟦；。⟧', fixed: '主要工作有：稳增长；惠民生。' },
    { good: '我们的目标一定能够实现！！难道还能等待？！' },
    { good: '“三清零”“四办”，《条例》《办法》，等等……，一年来，我们……。' },
    { good: '会议指出：“稳字当头。”“民生为大。”' },
    { good: '（一期、二期），全部建成（含附属工程）。' },
  ],
  *checkBlock(block) {
    for (const match of matches(RUN, block.text)) {
      const [marks] = match;
      const start = match.index;
      const end = start + marks.length;
      if (/^[！？]+$/.test(marks) || block.original(start, end).includes('?')) continue;
      const strongest = ORDER.find((mark) => marks.includes(mark)) ?? marks;
      const at = start + marks.indexOf(strongest);
      const kept = block.original(at, at + 1);
      yield {
        start,
        end,
        message: {
          zh: `标点“${marks}”叠用，保留“${strongest}”即可。`,
          en: `The marks “${marks}” stand side by side; keep “${strongest}”.`,
        },
        fixes: [
          {
            title: { zh: `改为“${strongest}”`, en: `Change to “${strongest}”` },
            kind: 'safe',
            edits: [{ start, end, text: kept }],
          },
        ],
      };
    }
  },
};

// 。。  、，  ；。
const RUN = /(?<![，。；：、！？])[，。；：、！？]{2,6}/g;

/** From the longest pause to the shortest. */
const ORDER = ['。', '！', '？', '；', '：', '，', '、'];
