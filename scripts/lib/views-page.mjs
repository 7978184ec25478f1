/** Drives the views beside the editor on its page, as a person does. */

/** @typedef {import('playwright-core').Page} Page */

/**
 * Opens the container of the views and gives the rows of the ledger once it has any.
 * @param {Page} page
 * @param {string} container its title in the language of the page
 */
export async function openLedger(page, container) {
  // At its edge: a badge lies over the middle.
  await page
    .locator(`.activitybar .action-item:has([aria-label^="${container}"])`)
    .click({ position: { x: 6, y: 10 } });
  const rows = page.locator('.sidebar .tree-explorer-viewlet-tree-view .monaco-list-row');
  await rows.first().waitFor();
  return rows;
}

/**
 * Opens the panel with charts by the button of the ledger and gives the document inside it.
 * @param {Page} page
 * @param {string} command title of the button
 */
export async function openCharts(page, command) {
  await page.locator('.sidebar .pane-header').first().hover();
  await page.locator(`.sidebar .pane-header .action-label[aria-label^="${command}"]`).first().click();
  // The editor puts the page into a frame within a frame.
  const charts = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await charts.locator('canvas').first().waitFor();
  return charts;
}

/**
 * Sets the main targets of the draft in front beside those of its past reports, and gives the document of that page.
 * @param {Page} page
 * @param {string} command its title in the palette
 */
export async function openTargets(page, command) {
  await page.keyboard.press('F1');
  await page.keyboard.type(command);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().click();
  await page.locator('.quick-input-widget .quick-input-action', { hasText: 'OK' }).click();
  const targets = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await targets.locator('table').first().waitFor();
  return targets;
}
