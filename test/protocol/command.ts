import { execFile } from 'node:child_process';
import process from 'node:process';
import { cliFile } from './client';

/** How a run of the built command ended, and what it wrote. */
export interface CommandRun {
  readonly code: number;
  readonly out: string;
  /** Standard output before it was taken for UTF-8. */
  readonly bytes: Buffer;
  readonly err: string;
}

/** Runs the built command in `folder`. */
export function runCommand(
  folder: string,
  args: readonly string[],
  input: string | Uint8Array = '',
): Promise<CommandRun> {
  return new Promise((resolve) => {
    const options = { cwd: folder, encoding: 'buffer', maxBuffer: 1 << 26 } as const;
    const child = execFile(process.execPath, [cliFile, ...args], options, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      resolve({ code, out: stdout.toString('utf8'), bytes: stdout, err: stderr.toString('utf8') });
    });
    child.stdin?.end(input);
  });
}
