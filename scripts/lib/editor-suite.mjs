/** Runs the editor suite (`test/host/suite`) inside a real VS Code and collects what its tests report. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { createProfile, installVsix, startHost } from './host.mjs';
import { samplesHome } from './paths.mjs';

const marker = '[policy-drafting-test]';

/** A suite that reports nothing for this long, in milliseconds, hangs. */
const silenceLimit = 180_000;

/** An extension with both entry points runs in Node unless a setting sends it to the web worker. */
const runInWorker = { 'remote.extensionKind': { 'policy-drafting.policy-drafting': ['web'] } };

/**
 * @typedef {{ title: string, state: 'passed' | 'failed', reason?: string }} TestResult
 * @typedef {object} EditorSuiteOptions
 * @property {string} extension folder that the editor loads as the extension under development
 * @property {string} suite CommonJS file that exports `run`
 * @property {boolean} [web] run the extension's browser build in the editor's web worker
 * @property {string} [vsix] a package to install into the editor first
 * @property {Record<string, string>} [env] variables for the extension host (not for a web worker)
 */

/**
 * Runs a suite on a fresh copy of the samples in an editor with an empty profile.
 * @param {EditorSuiteOptions} options
 * @returns {Promise<{ results: TestResult[], exitCode: number | undefined, log: string[] }>} `exitCode` is undefined
 *   when the suite never ended
 */
export async function runEditorSuite({ extension, suite, web = false, vsix, env = {} }) {
  const workspace = await copySamples();
  const profile = await createProfile(web ? { settings: runInWorker } : {});
  try {
    if (vsix !== undefined) await installVsix(profile, vsix);
    const host = await startHost(profile, { tests: true, env });
    try {
      const address = host.address(workspace, [
        ['extensionDevelopmentPath', host.uri(extension)],
        ['extensionTestsPath', host.uri(suite)],
        ['skipWelcome', 'true'],
      ]);
      return await drive(address);
    } finally {
      await host.stop();
    }
  } finally {
    await profile.remove();
    await rm(workspace, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function copySamples() {
  const workspace = await mkdtemp(path.join(tmpdir(), 'policy-drafting-samples-'));
  await cp(samplesHome, workspace, { recursive: true });
  return workspace;
}

async function drive(address) {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const results = [];
    const log = [];
    let heard = () => {};

    const ended = new Promise((resolve) => {
      void page.exposeFunction('codeAutomationExit', (code) => resolve(code));
      page.once('close', () => resolve(undefined));
      page.once('crash', () => {
        log.push('The page of the editor crashed.');
        resolve(undefined);
      });
    });
    await page.exposeFunction('codeAutomationLog', (_type, args) => {
      heard();
      const line = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
      const at = line.indexOf(marker);
      if (at < 0) log.push(line);
      else results.push(JSON.parse(line.slice(at + marker.length)));
    });
    const silent = new Promise((resolve) => {
      let timer;
      heard = () => {
        clearTimeout(timer);
        timer = setTimeout(resolve, silenceLimit, undefined);
        timer.unref();
      };
      heard();
    });

    await page.goto(address);
    const exitCode = await Promise.race([ended, silent]);
    return { results, exitCode, log };
  } finally {
    await browser.close();
  }
}
