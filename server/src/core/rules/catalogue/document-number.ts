import type { BlockRule } from '../rule';
import { matches } from '../support';

/** Numbers of official documents with wrong brackets, 第 or padding zeros. */
export const documentNumber: BlockRule = {
  id: 'document-number',
  category: 'wording',
  severity: 'error',
  fix: 'safe',
  scope: 'block',
  needs: /号/,
  kinds: ['body', 'entry', 'annex'],
  since: '0.1.0',
  summary: {
    zh: '发文字号的括号、“第”字或编虚位不规范',
    en: 'A document number with wrong brackets, 第 or padding zeros',
  },
  rationale: {
    zh: '发文字号的年份用六角括号“〔〕”括入，年份写全称，序号不加“第”字、不编虚位：国办发〔2023〕12号。',
    en: 'The year of a document number stands in 〔〕 with four digits; the number has neither 第 nor padding zeros: 国办发〔2023〕12号.',
  },
  sources: ['GB/T 9704—2012 7.2.5', 'GB/T 15834—2011 4.9.3.4'],
  options: {},
  examples: [
    { bad: '落实补助政策（财建⟦[2023]42号⟧）。', fixed: '落实补助政策（财建〔2023〕42号）。' },
    { bad: '落实青政办发⟦[2023]12号⟧文件要求。', fixed: '落实青政办发〔2023〕12号文件要求。' },
    {
      bad: '印发《关于稳就业的通知》（云政发⟦（2024）第5号⟧）。',
      fixed: '印发《关于稳就业的通知》（云政发〔2024〕5号）。',
    },
    {
      bad: '按照青财字⟦〔2023〕012号⟧、青农函⟦【2024】3号⟧执行。',
      fixed: '按照青财字〔2023〕12号、青农函〔2024〕3号执行。',
    },
    { good: '落实青政办发〔2023〕12号、云政发〔2024〕5号文件要求。' },
    { good: '区政府2024年第3号令，市卫生健康委公告2022年第7号。' },
    { good: '（2023）云01民初123号判决，一期（2024）1号厂房。' },
    { good: '建成园区（一期）8号楼，完成三年行动（2023—2025）各项任务。' },
  ],
  *checkBlock(block) {
    for (const match of matches(NUMBER, block.text)) {
      const [all, code = '', open = '', year = '', close = '', ordinal = '', digits = ''] = match;
      const number = digits.replace(/^0+(?=\d)/, '');
      if (open === '〔' && close === '〕' && ordinal === '' && number === digits) continue;
      const start = match.index + code.length;
      const end = match.index + all.length;
      const right = `〔${year}〕${number}`;
      // The last character stays as it is, in whatever script the document has.
      const mark = block.original(end - 1, end);
      yield {
        start,
        end,
        message: {
          zh: `发文字号应写作“${right}号”：年份用六角括号，序号不加“第”、不编虚位。`,
          en: `Write the document number as “${right}号”: 〔〕 for the year, no 第, no padding zeros.`,
        },
        fixes: [
          {
            title: { zh: `改为“${right}号”`, en: `Change to “${right}号”` },
            kind: 'safe',
            edits: [{ start, end, text: right + mark }],
          },
        ],
      };
    }
  },
};

// 国办发[2023]012号: what issues it ends in 发, 字, 函, 通 or the like; before [ and 【 it may be anything.
const NUMBER =
  /([发字函通办令规文电议审批呈综][\u4e00-\u9fff]?|[\u4e00-\u9fff](?=[[【]))([[（【〔])((?:19|20)\d{2})([\]）】〕])(第?)(\d{1,4})号/g;
