import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { withInstalledEditor } from '../../scripts/lib/installed-editor.mjs';
import { packageExtension } from '../../scripts/lib/package.mjs';
import { sampleDraftName, samplesHome } from '../../scripts/lib/paths.mjs';
import { openCharts, openLedger, openTargets } from '../../scripts/lib/views-page.mjs';

/** What a person sees of the views: the tree with its counts, both places of a promise, the panel with charts. */
it('shows the ledger, leads to both places, takes a row into the text, opens the charts and the walkthrough', async () => {
  const temporary = await mkdtemp(path.join(tmpdir(), 'policy-drafting-views-'));
  try {
    const vsix = path.join(temporary, 'policy-drafting.vsix');
    await packageExtension(vsix);
    await withInstalledEditor(vsix, {}, async ({ host, browser, folder }) => {
      const workspace = path.join(folder, 'reports');
      await cp(samplesHome, workspace, { recursive: true });
      const page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
      const problems = [];
      page.on('console', (message) => {
        // A page without scripts refuses those by which the test reads it, too.
        if (message.text().startsWith('Blocked script execution')) return;
        if (message.type() === 'error' && message.text().includes('policy-drafting')) problems.push(message.text());
      });
      await page.goto(
        host.address(workspace, [
          ['openFile', host.uri(path.join(workspace, sampleDraftName))],
          ['skipWelcome', 'true'],
        ]),
      );
      await page.waitForSelector('.squiggly-error, .squiggly-warning');
      const rows = await openLedger(page, 'Government Work Report');
      await expect.poll(() => rows.first().innerText()).toContain('Not reported');
      expect((await rows.allInnerTexts()).join('\n')).toMatch(/Kept\s*33/);
      const badge = page.locator(
        '.activitybar .action-item:has([aria-label^="Government Work Report"]) .badge-content',
      );
      expect(await badge.innerText()).toBe('4');

      const row = rows.filter({ hasText: '城镇调查失业率' });
      await row.click();
      const tabs = page.locator('.editor-group-container .tab .label-name');
      await expect.poll(async () => (await tabs.allInnerTexts()).join()).toContain('青禾区2025年政府工作报告');

      const text = page.locator('.editor-group-container').first().locator('.view-lines');
      await row.dragTo(text.locator('.view-line').nth(3), { targetPosition: { x: 40, y: 8 } });
      await expect.poll(() => text.innerText()).toMatch(/城镇调查失业率.{0,6}XX%。/u);

      const targets = await openTargets(page, 'Set Main Targets Side by Side');
      const before = await tabs.allInnerTexts();
      expect(before.join()).not.toContain('青禾区2024年政府工作报告');
      const past = targets.locator('thead th').filter({ hasText: '2024' });
      const column = await past.evaluate((cell) => [...(cell.parentElement?.children ?? [])].indexOf(cell));
      await targets.locator('tbody tr').first().locator('td').nth(column).locator('a').first().click();
      await expect.poll(async () => (await tabs.allInnerTexts()).join()).toContain('青禾区2024年政府工作报告');
      // Out of the way of the other page.
      await page.locator('.tab[aria-label^="Main targets side by side"]').click({ button: 'middle' });

      const charts = await openCharts(page, 'Show Targets and Results by Year');
      expect(await charts.locator('section').count()).toBeGreaterThan(5);
      expect(problems).toEqual([]);

      await page.keyboard.press('F1');
      await page.keyboard.type('Welcome: Open Walkthrough');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open Walkthrough' }).first().click();
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'First finding in three' }).first().click();
      const steps = page.locator('.gettingStartedContainer .step-title');
      await expect.poll(async () => (await steps.allInnerTexts()).length).toBe(6);
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
});
