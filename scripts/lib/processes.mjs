import { spawn, spawnSync } from 'node:child_process';
import process from 'node:process';
import { root } from './paths.mjs';

const isWindows = process.platform === 'win32';

/** Pids of the process groups that this script started and that still run. */
const groups = new Set();

/**
 * Runs a command to its end with this terminal as its output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, quiet?: boolean }} [options] `quiet` shows the
 *   output only when the command fails
 * @returns {Promise<number>} the exit code; 1 when the command was ended by a signal
 */
export async function run(command, args, { cwd = root, env = {}, quiet = false } = {}) {
  const { code, output } = await execute(command, args, { cwd, env, capture: quiet });
  if (quiet && code !== 0) process.stderr.write(output);
  return code;
}

/**
 * Runs a command to its end and keeps what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined> }} [options]
 * @returns {Promise<{ code: number, output: string }>} standard output and standard error together, in order
 */
export function capture(command, args, { cwd = root, env = {} } = {}) {
  return execute(command, args, { cwd, env, capture: true });
}

/**
 * Runs npm to its end. Under `npm run` the same npm is used; a script that was started with plain `node` finds npm on
 * the path.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, quiet?: boolean }} [options]
 */
export async function npm(args, options) {
  const npmCli = process.env['npm_execpath'];
  if (npmCli?.endsWith('npm-cli.js')) return run(process.execPath, [npmCli, ...args], options);
  return run(isWindows ? 'npm.cmd' : 'npm', args, options);
}

/**
 * Starts a long-lived process in a group of its own, so that `stop` can end it together with all it has started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined> }} [options]
 */
export function startGroup(command, args, { cwd = root, env = {} } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: withoutUndefined({ ...process.env, ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !isWindows,
  });
  const { pid } = child;
  if (pid !== undefined) groups.add(pid);
  const exited = new Promise((resolve) => {
    child.once('error', resolve);
    child.once('exit', resolve);
  });
  return {
    child,
    exited,
    /** Ends the whole group: politely, and after five seconds by force. */
    async stop() {
      if (pid === undefined) return;
      endGroup(pid, 'SIGTERM');
      const force = setTimeout(() => endGroup(pid, 'SIGKILL'), 5000);
      await exited;
      clearTimeout(force);
      // The leader is gone; what it left behind goes with it.
      endGroup(pid, 'SIGKILL');
      groups.delete(pid);
    },
  };
}

/**
 * Runs a script's work; when it fails, says why in plain words and makes the exit code 1.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

/**
 * Lets Ctrl+C and SIGTERM end this script in good order: `clean` runs once, then all groups are ended.
 * @param {() => Promise<void>} [clean]
 */
export function onStopSignal(clean = async () => {}) {
  let stopping = false;
  const stop = (exitCode) => {
    if (stopping) return;
    stopping = true;
    void clean()
      .catch(() => undefined)
      .finally(() => process.exit(exitCode));
  };
  process.on('SIGINT', () => stop(130));
  process.on('SIGTERM', () => stop(143));
  process.on('SIGHUP', () => stop(129));
  if (process.env['npm_lifecycle_event'] !== undefined) onParentGone(() => stop(143));
}

/**
 * npm runs a script through a shell and passes a signal on to that shell only, which dies of it without passing it on.
 * What this script can see is that its parent is another one.
 */
function onParentGone(stop) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 250);
  watch.unref();
}

// Whatever way this script ends, short of SIGKILL, nothing it started outlives it.
process.on('exit', endAllGroups);

function endAllGroups() {
  for (const pid of groups) endGroup(pid, 'SIGKILL');
  groups.clear();
}

function endGroup(pid, signal) {
  if (isWindows) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already, which is what was wanted.
  }
}

function execute(command, args, { cwd, env, capture: captured }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: withoutUndefined({ ...process.env, ...env }),
      stdio: captured ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      // Windows runs `.cmd` files only through a shell.
      shell: isWindows && command.endsWith('.cmd'),
    });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    child.stderr?.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function withoutUndefined(env) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}
