import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { fromRoot, root, sampleDraftName, samplesHome } from '../../scripts/lib/paths.mjs';
import { capture } from '../../scripts/lib/processes.mjs';

// Processes are looked up in /proc, which only Linux has.
it.skipIf(process.platform !== 'linux').each(/** @type {const} */ (['SIGINT', 'SIGTERM']))(
  'npm start prints an address that answers, and leaves no process behind after %s',
  async (signal) => {
    const script = spawn(process.execPath, [fromRoot('scripts', 'start.mjs'), '--no-open'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(script, 'exit');
    try {
      const address = await printedAddress(script, exited);
      const page = await fetch(address);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('workbench');

      const started = await descendants(script.pid);
      expect(started.length).toBeGreaterThan(0);
      script.kill(signal);
      await exited;
      expect(await stillRunning(started)).toEqual([]);
    } finally {
      script.kill('SIGTERM');
      await exited;
    }
  },
);

it.skipIf(process.platform === 'win32')('npm start opens an installed editor, if there is one', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'policy-drafting-start-'));
  try {
    const code = path.join(folder, 'code');
    await writeFile(code, `#!/bin/sh\nprintf '%s\\n' "$@" >> '${folder}/asked'\n`);
    await chmod(code, 0o755);
    const { code: exitCode } = await capture(process.execPath, [fromRoot('scripts', 'start.mjs')], {
      env: { PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}` },
    });
    expect(exitCode).toBe(0);
    expect((await readFile(path.join(folder, 'asked'), 'utf8')).trimEnd().split('\n')).toEqual([
      '--version',
      '--new-window',
      `--extensionDevelopmentPath=${root}`,
      samplesHome,
      path.join(samplesHome, sampleDraftName),
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function printedAddress(script, exited) {
  let output = '';
  const printed = new Promise((resolve) => {
    script.stdout.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
      const match = /^ {2}(http:\S+)$/m.exec(output);
      if (match !== null) resolve(match[1]);
    });
  });
  const ended = exited.then(() => {
    throw new Error(`npm start ended early:\n${output}`);
  });
  return Promise.race([printed, ended]);
}

/** The processes below another, at whatever depth, each with the moment it started, as numbers are used again. */
async function descendants(pid) {
  const all = await processes();
  const below = (parent) => all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

async function stillRunning(started) {
  const now = await processes();
  return started.filter((one) => now.some((other) => other.pid === one.pid && other.since === one.since));
}

async function processes() {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = pids.map(async (pid) => {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    if (stat === undefined) return [];
    // Example: "4711 (node) S 4242 …": the name may hold anything, so fields are counted from its closing bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? [] : [{ pid: Number(pid), parent: Number(fields[1]), since: fields[19] }];
  });
  return (await Promise.all(read)).flat();
}
