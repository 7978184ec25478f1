import { deleteFile, findingsOf, openDraft, readFile, until, untilCount, writeFile } from './support';

/** The past reports of the sample draft's own district, newest first. */
const pastReports = [
  '青禾区2025年政府工作报告.md',
  '青禾区2024年政府工作报告.md',
  '青禾区2023年政府工作报告.txt',
] as const;

export function declarePrecedentsSuite(): void {
  suite('a past report', () => {
    test('changes target-format when it is taken out of the folder and when it is added', async () => {
      const { document } = await openDraft();
      await until('target-format to speak', () => findingsOf(document, 'target-format')[0]);
      const texts = new Map<string, string>();
      for (const name of pastReports) texts.set(name, await readFile(name));
      try {
        for (const name of pastReports) await deleteFile(name);
        // Without a past report there is nothing to compare the form of a target with.
        await untilCount(document, 'target-format', 0);

        const [newest] = pastReports;
        await writeFile(newest, texts.get(newest) ?? '');
        await until('target-format to speak again', () => findingsOf(document, 'target-format')[0]);
      } finally {
        for (const [name, text] of texts) await writeFile(name, text);
      }
    });
  });
}
