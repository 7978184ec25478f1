/** Made-up reports for the tests: 青禾区 of 云川市 and its neighbour, short but whole. */

export interface ReportOptions {
  readonly issuer?: string;
  readonly region?: string;
  readonly year: number;
  /** The target of the regional product, as the sentence goes on after its name. */
  readonly growth?: string;
  /** Sentences put into the plan. */
  readonly extra?: string;
  /** Lines of the glossary after the heading. */
  readonly glossary?: readonly string[];
}

/** A report of a district with review, targets, plan and glossary. */
export function reportText({
  issuer = '青禾区',
  region = '云川市',
  year,
  growth = '增长6%左右',
  extra = '',
  glossary,
}: ReportOptions): string {
  const entries = glossary ?? ['1.“三稳两进”：指稳就业、稳企业、稳预期，进项目、进技术。'];
  return `# 政府工作报告

——${String(year)}年1月12日在${issuer}第五届人民代表大会第${'一二三四五六七八九'[year % 9] ?? '一'}次会议上

${region}${issuer}人民政府区长　林禾

各位代表：

现在，我代表区人民政府向大会报告工作，请予审议，并请各位政协委员和列席人员提出意见。

## 一、${String(year - 1)}年工作回顾

过去一年，全区上下推进“三稳两进”，经济运行平稳向好。地区生产总值增长5.8%，一般公共预算收入增长4.1%，城镇居民人均可支配收入增长4.9%。

### （一）产业基础更加扎实

新开工项目62个，投产38个，规模以上工业增加值增长7.2%。

### （二）民生保障持续改善

新增城镇就业5320人，改造老旧小区14个。

## 二、${String(year)}年工作安排

今年经济社会发展的主要预期目标是：地区生产总值${growth}，一般公共预算收入增长4%以上，城镇居民人均可支配收入增长5%左右。

### （一）持续壮大实体经济

继续推进“三稳两进”，新开工项目60个以上。${extra}

### （二）持续增进民生福祉

新增城镇就业5000人以上，改造老旧小区12个。

各位代表，让我们齐心协力，把各项工作落到实处，为建设美丽青禾而努力奋斗！

## 名词解释

${entries.join('\n\n')}
`;
}

/** Text with a slip that a rule of any severity finds: 约 and 左右 around one number. */
export const SLIP = '带动就业约1200人左右。';
