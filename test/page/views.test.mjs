import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { withInstalledEditor } from '../../scripts/lib/installed-editor.mjs';
import { packageExtension } from '../../scripts/lib/package.mjs';
import { fromRoot, sampleDraftName, samplesHome } from '../../scripts/lib/paths.mjs';
import { openCharts, openLedger, openTargets } from '../../scripts/lib/views-page.mjs';
import { dropOn, looksOf } from './in-page.mjs';

/** What a person sees of the views: the tree with its counts, both places of a promise, the panel with charts. */
it('shows ledger, charts and walkthrough, in every theme, by keyboard, and takes what is dragged into text and view', async () => {
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
      expect((await rows.allInnerTexts()).join('\n')).toMatch(/Kept\s*34/);
      const badge = page.locator(
        '.activitybar .action-item:has([aria-label^="Government Work Report"]) .badge-content',
      );
      expect(await badge.innerText()).toBe('3');

      const bar = page.locator('.statusbar-item[id*="policyDrafting.bar"]');
      await expect.poll(() => bar.innerText()).toMatch(/^Reports: 4 \(2023–2025\) · draft 2026 · \d{4} ch\.$/u);

      const text = page.locator('.editor-group-container').first().locator('.view-lines');
      await text.locator('.view-line').nth(3).click({ button: 'right' });
      const menu = page.locator('.context-view .action-menu-item');
      await menu.filter({ hasText: 'Government Work Report' }).hover();
      await menu.filter({ hasText: 'Write the Glossary' }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');

      // A paragraph is one line to the editor: its last target has its hint, too.
      await page.keyboard.press('Control+G');
      await page.keyboard.type('45');
      await page.keyboard.press('Enter');
      await expect.poll(() => text.innerText()).toMatch(/87%以上[^。]{0,40}result\s87\.1%/u);

      const row = rows.filter({ hasText: '城镇调查失业率' });
      await row.click();
      const tabs = page.locator('.editor-group-container .tab .label-name');
      await expect.poll(async () => (await tabs.allInnerTexts()).join()).toContain('青禾区2025年政府工作报告');

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

      for (const [theme, kind] of Object.entries(themes)) {
        await wear(theme, workspace);
        const worn = { kind, ground: true, picture: true };
        await expect.poll(() => looksOf(charts), { message: theme, timeout: 20_000 }).toEqual(worn);
      }
      const front = page.locator('.editor-group-container.active .tab.active .label-name');
      await charts.locator('canvas').first().focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await expect.poll(() => front.innerText()).toContain('2026年政府工作报告');

      const paneOf = (name) =>
        page.locator('.sidebar .pane', { has: page.locator(`.pane-header[aria-label^="${name}"]`) });
      await paneOf('Glossary').locator('.pane-header').click();
      await paneOf('Glossary')
        .locator('.action-label[aria-label^="Write the Glossary"]')
        .waitFor({ state: 'attached' });

      const title = page.locator('.quick-input-widget .quick-input-title');
      await page.locator('.sidebar .pane-header').first().hover();
      await page.locator('.sidebar .pane-header .action-label[aria-label^="Import Past Report"]').click();
      await expect.poll(() => title.innerText()).toContain('Import past reports');
      await page.keyboard.press('Escape');

      const word = path.join(workspace, '去年.docx');
      await cp(fromRoot('test', 'fixtures', 'import', 'word.docx'), word);
      await dropOn(rows.first(), host.uri(word));
      await page.locator('.quick-input-list .monaco-list-row', { hasText: '杉岭县2025年政府工作报告.md' }).waitFor();
      await page.keyboard.press('Enter');
      const imported = path.join(workspace, '杉岭县2025年政府工作报告.md');
      await expect.poll(() => readFile(imported, 'utf8').catch(() => '')).toContain('source: 去年.docx');

      await page.keyboard.press('F1');
      await page.keyboard.type('Welcome: Open Walkthrough');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open Walkthrough' }).first().click();
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'First finding in three' }).first().click();
      const steps = page.locator('.gettingStartedContainer .step-title');
      await expect.poll(async () => (await steps.allInnerTexts()).length).toBe(7);
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
});

/** Themes of the editor, each with what a page is told of its kind. */
const themes = {
  'Default Dark Modern': 'vscode-dark',
  'Default High Contrast': 'vscode-high-contrast',
  'Default High Contrast Light': 'vscode-high-contrast-light',
  'Default Light Modern': 'vscode-light',
};

/** Puts a theme on the editor, as its settings do. */
async function wear(theme, workspace) {
  const folder = path.join(workspace, '.vscode');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
}
