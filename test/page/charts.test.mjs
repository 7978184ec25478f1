import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, afterEach, expect, it } from 'vitest';
import { chartsHtml } from '../../client/src/views/chartsHtml';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { fromRoot } from '../../scripts/lib/paths.mjs';

/** The page of the panel with charts, with its built bundle and its policy, in a real browser. */

const nonce = '0123456789abcdef';

/** Colours as three of the editor's themes give them to a page. */
const themes = {
  light: { background: '#ffffff', foreground: '#3b3b3b', blue: '#1a85ff', yellow: '#d18616' },
  dark: { background: '#1f1f1f', foreground: '#cccccc', blue: '#59a4f9', yellow: '#e2a64a' },
  contrast: { background: '#000000', foreground: '#ffffff', blue: '#3794ff', yellow: '#fca016', border: '#6fc3df' },
};

const words = {
  year: 'Year',
  target: 'Target',
  result: 'Result',
  chart: 'Chart of {name}',
  filter: 'Filter',
  empty: 'Nothing to show',
  measures: { growth: 'growth', level: 'level', change: 'change', qualitative: 'in words' },
};

const place = (line) => ({
  uri: 'file:///2025.md',
  range: { start: { line, character: 0 }, end: { line, character: 4 } },
});
const figure = (text, low, high, line) => ({ words: text, low, high, location: place(line) });

const rows = [
  {
    indicator: '地区生产总值',
    measure: 'growth',
    unit: '%',
    years: [
      { year: 2024, target: figure('增长5%—6%', 5, 6, 1), result: figure('增长5.8%', 5.8, 5.8, 2) },
      { year: 2025, target: figure('增长6%左右', 6, 6, 3), result: figure('增长5.7%', 5.7, 5.7, 4) },
      { year: 2026, target: figure('增长5.5%', 5.5, 5.5, 5), result: null },
    ],
  },
  {
    indicator: '居民收入',
    measure: 'qualitative',
    unit: '',
    years: [{ year: 2025, target: figure('“与经济增长同步”', null, null, 6), result: null }],
  },
];

/** @type {import('node:http').Server} */
let server;
/** @type {string} */
let origin;
/** @type {Awaited<ReturnType<typeof launchBrowser>>} */
let browser;
/** @type {import('playwright-core').Page} */
let page;
/** @type {string[]} */
let problems;
/** @type {string[]} */
let asked;

beforeAll(async () => {
  const files = {
    '/charts.js': [await readFile(fromRoot('dist', 'webview', 'charts.js')), 'text/javascript'],
    '/charts.css': [await readFile(fromRoot('dist', 'webview', 'charts.css')), 'text/css'],
  };
  server = createServer((request, response) => {
    const [content, type] = files[request.url] ?? [html(), 'text/html; charset=utf-8'];
    response.writeHead(200, { 'content-type': type }).end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  problems = [];
  asked = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon')) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.addInitScript(() => {
    globalThis.posted = [];
    let state;
    globalThis.acquireVsCodeApi = () => ({
      postMessage: (message) => globalThis.posted.push(message),
      getState: () => state,
      setState: (next) => (state = next),
    });
  });
  await page.goto(origin);
  await wear('light');
});

afterEach(() => page.close());

function html() {
  const urls = { script: `${origin}/charts.js`, style: `${origin}/charts.css`, source: origin };
  return chartsHtml({ title: 'Targets & results', language: 'en', nonce, ...urls });
}

/** Puts on a theme as the editor does: variables on the root, a class on the body. */
async function wear(name) {
  await page.evaluate(
    ([kind, colours]) => {
      const style = document.documentElement.style;
      style.setProperty('--vscode-editor-background', colours.background);
      style.setProperty('--vscode-foreground', colours.foreground);
      style.setProperty('--vscode-charts-blue', colours.blue);
      style.setProperty('--vscode-charts-yellow', colours.yellow);
      style.setProperty('--vscode-focusBorder', colours.yellow);
      if (colours.border === undefined) style.removeProperty('--vscode-contrastBorder');
      else style.setProperty('--vscode-contrastBorder', colours.border);
      document.body.className = `vscode-${kind}`;
    },
    [name, themes[name]],
  );
}

async function show(content = rows) {
  await page.evaluate((message) => globalThis.postMessage(message, '*'), { type: 'show', rows: content, words });
  await page.waitForSelector('#charts > *');
}

/** Waits until the picture has pixels of a colour. */
async function painted(hex) {
  // Not waitForFunction, which evaluates a string: the policy of the page forbids that.
  const look = (wanted) => {
    const canvas = document.querySelector('canvas');
    if (canvas === null || canvas.width === 0) return false;
    const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(
      0,
      0,
      canvas.width,
      canvas.height,
    );
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
    for (let i = 0; i < data.length; i += 4) {
      if (data[i] === red && data[i + 1] === green && data[i + 2] === blue && data[i + 3] === 255) return true;
    }
    return false;
  };
  await expect.poll(() => page.evaluate(look, hex), { message: `a pixel of ${hex}`, timeout: 20_000 }).toBe(true);
}

it('runs under its policy, asks nothing of the network, and lets no other script run', async () => {
  await show();
  await painted(themes.light.blue);
  expect(problems).toEqual([]);
  expect(asked.filter((path) => path !== '/favicon.ico').sort()).toEqual(['/', '/charts.css', '/charts.js']);
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.intruded = true;';
    document.body.append(script);
  });
  expect(await page.evaluate(() => globalThis.intruded)).toBeUndefined();
  expect(problems.join()).toContain('Content Security Policy');
});

it('shows every figure in a table beside the picture, words without one', async () => {
  await show();
  const [first, second] = await page.locator('section').all();
  expect(await first.locator('canvas').count()).toBe(1);
  expect(await second.locator('canvas').count()).toBe(0);
  expect(await first.locator('tbody tr').allInnerTexts()).toEqual([
    '2026\t增长5.5%\t—',
    '2025\t增长6%左右\t增长5.7%',
    '2024\t增长5%—6%\t增长5.8%',
  ]);
  await page.getByRole('button', { name: '增长5.7%' }).click();
  expect(await page.evaluate(() => globalThis.posted)).toEqual([
    { type: 'ready' },
    { type: 'open', location: place(4) },
  ]);
});

it('is walked through with the keyboard alone', async () => {
  await show();
  await painted(themes.light.blue);
  const said = () => page.locator('#said').innerText();
  await page.locator('input').focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('CANVAS');
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
  expect(outline).toBe('solid');
  const heard = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home']) {
    await page.keyboard.press(key);
    heard.push(await said());
  }
  expect(heard.map((sentence) => sentence.slice(0, 4))).toEqual(['2024', '2025', '2026', '2026', '2025', '2024']);
  expect(heard[1]).toBe('2025 · Target 增长6%左右 · Result 增长5.7%');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => globalThis.posted.at(-1))).toEqual({ type: 'open', location: place(2) });

  // Every figure is a stop of its own.
  const stops = [];
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement?.textContent));
  }
  expect(stops).toEqual(['增长5.5%', '增长6%左右', '增长5.7%', '增长5%—6%', '增长5.8%', '“与经济增长同步”']);
});

it('takes the colours of the theme, light, dark and high contrast, and changes with it', async () => {
  await show();
  for (const name of /** @type {const} */ (['light', 'dark', 'contrast'])) {
    await wear(name);
    await painted(themes[name].blue);
    await painted(themes[name].yellow);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(themes[name].background.slice(at, at + 2), 16));
    expect(background).toBe(`rgb(${red}, ${green}, ${blue})`);
  }
  await painted(themes.contrast.border);
  expect(problems).toEqual([]);
});

it('filters by name, and says when there is nothing', async () => {
  await show();
  await page.locator('input').fill('居民');
  expect(await page.locator('section:visible').count()).toBe(1);
  await show([]);
  expect(await page.locator('#charts').innerText()).toBe('Nothing to show');
});
