/**
 * `npm start [-- --no-open]`: installs what is missing, builds, and opens a real VS Code with the extension on the
 * samples: an installed `code` if there is one, else the editor host in the default browser. `--no-open` only prints
 * the host's address, once the page answers.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { ensureDependencies } from './lib/dependencies.mjs';
import { createProfile, installVsix, startHost } from './lib/host.mjs';
import { packageExtension } from './lib/package.mjs';
import { fromRoot, hostHome, root, sampleDraftName, samplesHome } from './lib/paths.mjs';
import { main, onStopSignal, run } from './lib/processes.mjs';

const open = !process.argv.includes('--no-open');
const draft = path.join(samplesHome, sampleDraftName);

let stopHost = async () => {};
onStopSignal(() => stopHost());

await main(async () => {
  await ensureDependencies();
  if (!(open && (await openInstalledEditor()))) await serve();
});

/** @returns {Promise<boolean>} false when there is no `code` on the path, or it cannot open a window here */
async function openInstalledEditor() {
  const code = process.platform === 'win32' ? 'code.cmd' : 'code';
  const found = await run(code, ['--version'], { quiet: true }).then(
    (exitCode) => exitCode === 0,
    () => false,
  );
  if (!found) return false;
  const { buildExtension } = await import('../esbuild.mjs');
  await buildExtension();
  console.log('Opening Visual Studio Code …');
  return (await run(code, ['--new-window', `--extensionDevelopmentPath=${root}`, samplesHome, draft])) === 0;
}

async function serve() {
  console.log('Building …');
  const vsix = fromRoot('out', 'policy-drafting.vsix');
  await packageExtension(vsix);
  const profile = await createProfile({ home: path.join(hostHome, 'user') });
  await installVsix(profile, vsix);
  const host = await startHost(profile);
  stopHost = host.stop;

  const address = host.address(samplesHome, [
    ['openFile', host.uri(draft)],
    ['skipWelcome', 'true'],
  ]);
  await untilItAnswers(address);
  console.log(`\nVisual Studio Code with the extension and its samples:\n\n  ${address}\n\nCtrl+C ends it.`);
  if (open) openInBrowser(address);
}

async function untilItAnswers(address) {
  const response = await fetch(address);
  await response.body?.cancel();
  if (!response.ok) throw new Error(`The editor answered ${response.status} ${response.statusText}.`);
}

/** Where no browser can be opened the printed address is enough. */
function openInBrowser(address) {
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [address]]
      : process.platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', address]]
        : ['xdg-open', [address]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}
