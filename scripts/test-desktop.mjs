/**
 * `npm run test:desktop`: the editor suite in a desktop VS Code, which @vscode/test-electron downloads. Where downloads
 * are closed, `npm test` runs the same suite in the editor host of the npm registry.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { fromRoot, hostHome, root, samplesHome } from './lib/paths.mjs';
import { main, onStopSignal } from './lib/processes.mjs';

onStopSignal();
await main(async () => {
  await ensureDependencies();
  const { buildExtension, buildHostSuite } = await import('../esbuild.mjs');
  const { runTests } = await import('@vscode/test-electron');
  await buildExtension({ production: true });
  await buildHostSuite();

  const workspace = await mkdtemp(path.join(tmpdir(), 'policy-drafting-samples-'));
  try {
    await cp(samplesHome, workspace, { recursive: true });
    await runTests({
      cachePath: path.join(hostHome, 'desktop'),
      extensionDevelopmentPath: root,
      extensionTestsPath: fromRoot('out', 'host', 'node.js'),
      launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
    });
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
});
