import { deleteFile, findingsOf, openFile, until, untilCount, writeFile } from './support';

const draftName = '松屏县2026年政府工作报告.md';
const pastName = '松屏县2025年政府工作报告.md';

export function declarePrecedentsSuite(): void {
  suite('a past report', () => {
    test('changes target-format when it is added to the folder and when it is taken away', async () => {
      // The pair of marks that does not close shows when the draft has been checked.
      await writeFile(draftName, report(2026, '百分之六左右', '（筹备会展中心。'));
      const { document } = await openFile(draftName);
      try {
        await until('the draft to be checked', () => findingsOf(document, 'punctuation-pair')[0]);
        await untilCount(document, 'target-format', 0);
        await writeFile(pastName, report(2025, '6%左右', '筹备会展中心。'));
        await until('target-format to speak', () => findingsOf(document, 'target-format')[0]);
        await deleteFile(pastName);
        await untilCount(document, 'target-format', 0);
      } finally {
        await deleteFile(draftName);
      }
    });
  });
}

/** A short report of a made-up county that plans `year`. */
function report(year: number, growth: string, detail: string): string {
  return `# 政府工作报告

——${String(year)}年1月9日在松屏县第九届人民代表大会第${year === 2026 ? '五' : '四'}次会议上

松屏县人民政府县长　陆望川

各位代表：

现在，我代表松屏县人民政府，向大会报告工作，请予审议。

## 一、${String(year - 1)}年工作回顾

一年来，全县上下齐心，地区生产总值增长6.2%，一般公共预算收入增长4.1%，城镇新增就业2100人。

## 二、${String(year)}年工作安排

今年经济社会发展的主要预期目标是：地区生产总值增长${growth}，一般公共预算收入增长4%左右，城镇新增就业2000人以上。

### （一）建设产业园区

引进农产品加工企业8家，${detail}

各位代表，让我们一起把松屏建设得更好！
`;
}
