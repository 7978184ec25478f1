import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withInstalledEditor } from '../../scripts/lib/installed-editor.mjs';
import { packageExtension } from '../../scripts/lib/package.mjs';
import { sampleDraftName, samplesHome } from '../../scripts/lib/paths.mjs';

/** @type {string} */
let temporary;
/** @type {string} */
let vsix;

beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'policy-drafting-package-'));
  vsix = path.join(temporary, 'policy-drafting.vsix');
  await packageExtension(vsix);
});

afterAll(() => rm(temporary, { recursive: true, force: true }));

it('serves a single file in a window without a folder', async () => {
  await withInstalledEditor(vsix, {}, async ({ host, browser, folder }) => {
    const samples = await copySamples(folder, 'one');
    const page = await openDraft({ host, browser }, undefined, samples);
    await page.locator('.squiggly-error').first().waitFor();
  });
});

it('serves a workspace of several folders', async () => {
  await withInstalledEditor(vsix, {}, async ({ host, browser, folder }) => {
    const samples = await copySamples(folder, 'one');
    const others = await copySamples(folder, 'two');
    const workspace = path.join(folder, 'both.code-workspace');
    await writeFile(workspace, JSON.stringify({ folders: [{ path: samples }, { path: others }] }));
    const page = await openDraft({ host, browser }, workspace, others);
    await page.locator('.squiggly-error').first().waitFor();
  });
});

it('serves a folder that is not trusted', async () => {
  const settings = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };
  await withInstalledEditor(vsix, { settings, trust: true }, async ({ host, browser, folder }) => {
    const samples = await copySamples(folder, 'one');
    const page = await openDraft({ host, browser }, samples, samples);
    await page.getByText('Restricted Mode').first().waitFor();
    await page.locator('.squiggly-error').first().waitFor();
  });
});

it('tells of settings that cannot be followed in one pop-up, which a person may close', async () => {
  await withInstalledEditor(vsix, {}, async ({ host, browser, folder }) => {
    const samples = await copySamples(folder, 'one');
    await mkdir(path.join(samples, '.vscode'));
    const wrong = { 'policyDrafting.terms.known': '四进四送', 'policyDrafting.rules': { 'number-aproximate': 'off' } };
    await writeFile(path.join(samples, '.vscode', 'settings.json'), JSON.stringify(wrong));
    const page = await openDraft({ host, browser }, samples, samples);
    const told = page.locator('.notification-toast', { hasText: 'policyDrafting.terms.known' });
    await told.waitFor();
    expect(await told.innerText()).toContain('There is no rule named “number-aproximate”');
    expect(await page.locator('.notification-toast', { hasText: 'policyDrafting' }).count()).toBe(1);
    await page.locator('.squiggly-error').first().waitFor();
    await told.hover();
    await told.locator('.codicon-notifications-clear').first().click();
    await told.waitFor({ state: 'detached' });
  });
});

async function copySamples(folder, name) {
  const samples = path.join(folder, name);
  await cp(samplesHome, samples, { recursive: true });
  return samples;
}

/** Opens a window on `workspace` with the draft of `samples` in it. */
async function openDraft({ host, browser }, workspace, samples) {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  const draft = host.uri(path.join(samples, sampleDraftName));
  await page.goto(
    host.address(workspace, [
      ['openFile', draft],
      ['skipWelcome', 'true'],
    ]),
  );
  return page;
}
