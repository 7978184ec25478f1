#!/usr/bin/env node
import { writeSync } from 'node:fs';
import process from 'node:process';
import { run } from './run';

// Writing synchronously keeps a long result whole when the process ends right after it.
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') continue;
      // The reader went away (as `head` does): nobody is left to tell.
      return;
    }
  }
}

run(process.argv.slice(2), {
  result: (text) => {
    writeAll(1, text);
  },
  complain: (line) => {
    writeAll(2, `policy-drafting: ${line}\n`);
  },
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    writeAll(2, `policy-drafting: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
