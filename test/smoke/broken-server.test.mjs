import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runEditorSuite } from '../../scripts/lib/editor-suite.mjs';
import { fromRoot } from '../../scripts/lib/paths.mjs';

/** All that an editor loads; the rest of the project is of no use to it. */
const parts = [
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'dist',
  'l10n',
  'schemas',
  'snippets',
  'syntaxes',
];

it('turns the editor suite red', async () => {
  const extension = await mkdtemp(path.join(tmpdir(), 'policy-drafting-broken-'));
  try {
    for (const part of parts) await cp(fromRoot(part), path.join(extension, part), { recursive: true });
    await breakServer(path.join(extension, 'dist', 'server', 'node.js'));
    const { results, exitCode } = await runEditorSuite({
      extension,
      suite: fromRoot('out', 'host', 'node.js'),
      env: { POLICY_DRAFTING_BAIL: '1', POLICY_DRAFTING_PATIENCE: '15000' },
    });
    const titles = (state) => results.filter((result) => result.state === state).map((result) => result.title);
    // The host itself works and has loaded the extension: what is red is red for want of the server.
    expect(titles('passed')).toContain('the host loads the extension');
    expect(titles('failed')).toEqual(['findings appear on the sample draft with their rule and its page']);
    expect(exitCode).toBe(1);
  } finally {
    await rm(extension, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Cuts the bundle in half, as an interrupted build would. */
async function breakServer(bundle) {
  const source = await readFile(bundle, 'utf8');
  await mkdir(path.dirname(bundle), { recursive: true });
  await writeFile(bundle, source.slice(0, source.length / 2));
}
