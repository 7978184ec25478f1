import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { withInstalledEditor } from '../../scripts/lib/installed-editor.mjs';
import { packageExtension } from '../../scripts/lib/package.mjs';
import { fromRoot, sampleDraftName, samplesHome } from '../../scripts/lib/paths.mjs';
import { openLedger } from '../../scripts/lib/views-page.mjs';
import { dropOn } from './in-page.mjs';

/** No command of the editor presses a button in a list, so that a hand does it here. */
it('lets a person look at what an import read, say whose it is, and keeps what was chosen through that', async () => {
  const temporary = await mkdtemp(path.join(tmpdir(), 'policy-drafting-imports-'));
  try {
    const vsix = path.join(temporary, 'policy-drafting.vsix');
    await packageExtension(vsix);
    await withInstalledEditor(vsix, {}, async ({ host, browser, folder }) => {
      const workspace = path.join(folder, 'reports');
      await cp(samplesHome, workspace, { recursive: true });
      const sources = { 'word.docx': '甲.docx', 'libreoffice.docx': '乙.docx', 'gb18030.txt': '丙.txt' };
      const places = Object.entries(sources).map(([from, to]) => [from, path.join(folder, to)]);
      for (const [from, to] of places) await cp(fromRoot('test', 'fixtures', 'import', from), to);
      const page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
      await page.goto(
        host.address(workspace, [
          ['openFile', host.uri(path.join(workspace, sampleDraftName))],
          ['skipWelcome', 'true'],
        ]),
      );
      await page.waitForSelector('.squiggly-error, .squiggly-warning');
      const promises = await openLedger(page, 'Government Work Report');
      await promises.first().waitFor();
      await dropOn(promises.first(), places.map(([, to]) => host.uri(to)).join('\r\n'));

      const rows = page.locator('.quick-input-list .monaco-list-row');
      const row = (name) => rows.filter({ hasText: name });
      const press = async (name, icon) => {
        await row(name).hover();
        await row(name).locator(`.codicon-${icon}`).click();
      };
      const answer = async (from, to) => {
        const field = page.locator('.quick-input-box input');
        await expect.poll(() => field.inputValue().catch(() => '')).toBe(from);
        await field.fill(to);
        await field.press('Enter');
      };
      await rows.nth(2).waitFor();

      await press('甲.docx', 'open-preview');
      const front = page.locator('.editor-group-container.active .tab.active .label-name');
      await expect.poll(() => front.innerText()).toBe('杉岭县2025年政府工作报告');

      await row('丙.txt').click();
      await press('甲.docx', 'edit');
      await answer('杉岭县', '云岭县');
      await answer('2025', '2024');
      await row('云岭县2024年政府工作报告.md').waitFor();
      await expect.poll(() => row('甲.docx').getAttribute('aria-checked')).toBe('true');
      expect(await row('丙.txt').getAttribute('aria-checked')).toBe('false');

      // Giving up in the middle changes nothing of the list.
      await press('乙.docx', 'edit');
      await answer('杉岭县', '峰岭县');
      await expect.poll(() => page.locator('.quick-input-box input').inputValue()).toBe('2025');
      await page.keyboard.press('Escape');
      await row('乙.docx').waitFor();
      expect(await row('乙.docx').getAttribute('aria-checked')).toBe('true');

      await page.locator('.quick-input-action .monaco-button', { hasText: 'OK' }).click();
      const written = (name) => readFile(path.join(workspace, '往年报告', name), 'utf8').catch(() => '');
      const head = (issuer, year, source) =>
        `---\nissuer: ${issuer}\nplanYear: ${String(year)}\nsource: ${source}\n---\n`;
      await expect.poll(() => written('云岭县2024年政府工作报告.md')).toContain(head('云岭县', 2024, '甲.docx'));
      await expect.poll(() => written('杉岭县2025年政府工作报告.md')).toContain(head('杉岭县', 2025, '乙.docx'));
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
});
