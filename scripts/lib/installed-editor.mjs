import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { createProfile, installVsix, startHost } from './host.mjs';

/**
 * Installs a packaged extension into an editor with an empty profile, and gives `work` the editor, a browser and a
 * folder for its files. All of it is gone afterwards.
 * @param {string} vsix
 * @param {{ settings?: Record<string, unknown>, env?: Record<string, string>, trust?: boolean }} options `env` is for the
 *   browser; with `trust` the editor asks whether a folder is trusted
 * @param {(tools: {
 *   host: Awaited<ReturnType<typeof startHost>>,
 *   browser: Awaited<ReturnType<typeof launchBrowser>>,
 *   folder: string,
 * }) => Promise<void>} work
 */
export async function withInstalledEditor(vsix, { settings = {}, env = {}, trust = false }, work) {
  const folder = await mkdtemp(path.join(tmpdir(), 'policy-drafting-editor-'));
  const profile = await createProfile({ settings });
  try {
    await installVsix(profile, vsix);
    const host = await startHost(profile, { trust });
    try {
      const browser = await launchBrowser({ env });
      try {
        await work({ host, browser, folder });
      } finally {
        await browser.close();
      }
    } finally {
      await host.stop();
    }
  } finally {
    await profile.remove();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
