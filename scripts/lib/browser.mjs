import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { useFonts } from './fonts.mjs';
import { ensureHost } from './host.mjs';
import { installOnce } from './install-once.mjs';
import { capture } from './processes.mjs';

/** Set it to the path of a Chrome, Chromium or Edge to use that one. */
const browserVariable = 'POLICY_DRAFTING_BROWSER';

const bundledPackages = { '@sparticuz/chromium': '153.0.0' };

const installedBrowsers = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless browser: the one named by POLICY_DRAFTING_BROWSER, an installed one, or one from the npm registry.
 * @param {{ env?: Record<string, string> }} [options]
 */
export async function launchBrowser({ env = {} } = {}) {
  const { chromium } = await import('playwright-core');
  const browser = await ensureBrowser();
  return chromium.launch({
    executablePath: browser.executable,
    args: browserFlags,
    env: { ...process.env, ...browser.env, ...env },
  });
}

/** @returns {Promise<{ executable: string, env: Record<string, string> }>} */
async function ensureBrowser() {
  const named = process.env[browserVariable];
  if (named !== undefined && named !== '') return { executable: named, env: {} };

  const installed = (installedBrowsers[process.platform] ?? []).find((file) => existsSync(file));
  if (installed !== undefined) return { executable: installed, env: {} };

  if (process.platform === 'linux' && process.arch === 'x64') return bundledBrowser();
  throw new Error(`No Chrome, Chromium or Edge was found; set ${browserVariable} to the path of one.`);
}

/** The package carries a compressed headless build and the few libraries that a bare Debian lacks. */
async function bundledBrowser() {
  const folder = await installOnce('browser', bundledPackages, unpackBrowser);
  const unpacked = path.join(folder, 'unpacked');
  // On a machine without any font a page ends as soon as it draws text, so the package's own are always named.
  const fontFolders = [
    path.join(unpacked, 'fonts'),
    '/usr/share/fonts',
    path.join(homedir(), '.local', 'share', 'fonts'),
  ];
  return {
    executable: path.join(unpacked, 'chromium'),
    env: {
      LD_LIBRARY_PATH: path.join(unpacked, 'al2023', 'lib'),
      ...(await useFonts(unpacked, fontFolders, 'Open Sans')),
    },
  };
}

async function unpackBrowser(folder) {
  const unpacked = path.join(folder, 'unpacked');
  await mkdir(unpacked, { recursive: true });
  const { node } = await ensureHost();
  // The package unpacks into the folder for temporary files; the second variable makes it unpack its libraries too.
  const { code, output } = await capture(
    node,
    ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
    { cwd: folder, env: { TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' } },
  );
  if (code !== 0) throw new Error(`The browser could not be unpacked:\n${output}`);
}
