#!/usr/bin/env node
import { writeSync } from 'node:fs';
import process from 'node:process';
import { drawn } from './formats/terminal';
import { run } from './run';

// Writing synchronously keeps a long result whole when the process ends right after it.
function writeAll(descriptor: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  for (let at = 0; at < bytes.length;) {
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
  result: (content) => {
    writeAll(1, content);
  },
  complain: (line) => {
    // Names of files may hold what would move the cursor.
    writeAll(2, `policy-drafting: ${drawn(line).text}\n`);
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
