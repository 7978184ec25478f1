/**
 * `npm run screenshot`: takes the pictures of the documentation from the packaged extension in the editor host, with
 * the cursor on faults of the sample draft. They go to `docs/images/`. `npm run screenshot -- figures` takes only those
 * whose name begins so.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { chineseFonts } from './lib/fonts.mjs';
import { packageExtension } from './lib/package.mjs';
import { fromRoot, sampleDraftName, samplesHome } from './lib/paths.mjs';
import { main, onStopSignal } from './lib/processes.mjs';
import { openCharts, openLedger } from './lib/views-page.mjs';

/** `quote` is where the cursor goes; `shows` must stand in the hover before the picture is taken. */
const pictures = [
  { file: 'finding.zh-cn.png', language: 'zh-cn', quote: '百分之八', shows: 'target-format' },
  { file: 'finding.en.png', language: 'en', quote: '百分之八', shows: 'target-format' },
  { file: 'term.zh-cn.png', language: 'zh-cn', quote: '1+3+N', shows: '1+3+N' },
];

/** The draft with a figures sheet beside it. */
const marked = [
  { file: 'figures.zh-cn.png', language: 'zh-cn', quote: '5.8%', shows: 'figure-differs' },
  { file: 'figures.en.png', language: 'en', quote: '5.8%', shows: 'figure-differs' },
];

/** The bureau's figures of the year reviewed: one unlike the draft's, some of the draft's not among them. */
const sheet = `指标,年份,数值,单位
地区生产总值,2025,338.9,亿元
地区生产总值增速,2025,5.7,%
一般公共预算收入,2025,15.17,亿元
一般公共预算收入增速,2025,6.0,%
固定资产投资,2025,188.4,亿元
固定资产投资增速,2025,8.1,%
社会消费品零售总额,2025,111.7,亿元
社会消费品零售总额增速,2025,5.6,%
城镇居民人均可支配收入,2025,48836,元
农村居民人均可支配收入,2025,26873,元
城镇新增就业,2025,5326,人
`;

/** `container` and `command` are titles as the editor shows them, `row` is selected in the ledger. */
const views = [
  { language: 'zh-cn', container: '政府工作报告', command: '查看目标与完成对照', row: '城镇调查失业率' },
  { language: 'en', container: 'Government Work Report', command: 'Show Targets', row: '城镇调查失业率' },
];

const settings = {
  'editor.fontFamily': 'Noto Sans SC',
  'editor.fontSize': 15,
  'editor.lineHeight': 1.9,
  'editor.lineNumbers': 'off',
  'editor.folding': false,
  'editor.glyphMargin': false,
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'breadcrumbs.enabled': false,
  'window.title': '${activeEditorShort}',
};

const [only = ''] = process.argv.slice(2);

/** @param {{ file: string }} picture */
function isWanted({ file }) {
  return file.startsWith(only);
}

onStopSignal();
await main(async () => {
  await ensureDependencies();
  const { withInstalledEditor } = await import('./lib/installed-editor.mjs');
  const vsix = fromRoot('out', 'policy-drafting.vsix');
  await packageExtension(vsix);
  await withInstalledEditor(vsix, { settings, env: await chineseFonts() }, async ({ host, browser, folder }) => {
    const workspace = path.join(folder, '政府工作报告');
    await cp(samplesHome, workspace, { recursive: true, filter: (file) => !/faults\.json|README/.test(file) });
    await mkdir(fromRoot('docs', 'images'), { recursive: true });
    for (const picture of pictures.filter(isWanted)) await take(picture, { browser, host, workspace });
    if (only === '' || /^(?:ledger|charts)/.test(only))
      for (const view of views) await takeViews(view, { browser, host, workspace });
    await writeFile(path.join(workspace, '统计数据.csv'), sheet);
    for (const picture of marked.filter(isWanted)) await take(picture, { browser, host, workspace });
  });
});

async function take({ file, language, quote, shows }, { browser, host, workspace }) {
  const draft = path.join(workspace, sampleDraftName);
  const page = await newPage(browser, language, 1200);
  const { line, column } = placeOf(await readFile(draft, 'utf8'), quote);
  await page.goto(
    host.address(workspace, [
      ['openFile', host.uri(`${draft}:${line}:${column}`)],
      ['gotoLineMode', 'true'],
      ['skipWelcome', 'true'],
    ]),
  );
  await page.waitForSelector('.squiggly-error, .squiggly-warning');
  await page.waitForSelector('.monaco-editor.focused');
  // Lenses move the text; what comes after the hover would tear it from its place.
  await page.waitForSelector('.codelens-decoration span', { state: 'attached' });
  await hover(page, shows);
  await page.screenshot({ path: fromRoot('docs', 'images', file) });
  await page.close();
  console.log(`docs/images/${file}`);
}

/** Asks for the hover at the cursor until it says what is wanted: one that was asked for too early stays away. */
async function hover(page, shows, attempts = 6) {
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  const shown = page.locator('.monaco-hover .hover-contents', { hasText: shows }).first();
  await shown.waitFor({ timeout: 10_000 }).catch(async (error) => {
    if (attempts <= 1) throw error;
    await page.keyboard.press('Escape');
    await hover(page, shows, attempts - 1);
  });
}

/** The ledger beside both reports, then the panel with charts. */
async function takeViews({ language, container, command, row }, { browser, host, workspace }) {
  const page = await newPage(browser, language, 1400);
  const draft = host.uri(path.join(workspace, sampleDraftName));
  await page.goto(
    host.address(workspace, [
      ['openFile', draft],
      ['skipWelcome', 'true'],
    ]),
  );
  await page.waitForSelector('.squiggly-error, .squiggly-warning');
  const rows = await openLedger(page, container);
  await rows.filter({ hasText: row }).first().click();
  await page.locator('.editor-group-container').nth(1).locator('.view-lines').waitFor();
  await page.screenshot({ path: fromRoot('docs', 'images', `ledger.${language}.png`) });
  console.log(`docs/images/ledger.${language}.png`);
  await openCharts(page, command);
  await page.screenshot({ path: fromRoot('docs', 'images', `charts.${language}.png`) });
  console.log(`docs/images/charts.${language}.png`);
  await page.close();
}

async function newPage(browser, language, width) {
  const page = await browser.newPage({ viewport: { width, height: 720 }, deviceScaleFactor: 1.5 });
  // The host has no language packs: its own texts stay English, and the extension is told the person's language.
  await page.addInitScript((name) => {
    Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => name, set: () => undefined });
  }, language);
  return page;
}

/** Line and column, both from 1, of the middle of the first occurrence. */
function placeOf(text, quote) {
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`The draft does not say “${quote}”.`);
  const before = text.slice(0, start + Math.floor(quote.length / 2));
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
