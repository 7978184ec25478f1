import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { ClientOptions, TestClient } from './client';
import { startClient } from './client';

/** A folder of reports and the server that serves it. */
export interface Home {
  /** The folder of the running test; empty when it begins, gone when it ends. */
  readonly folder: string;
  /** Starts the server in the folder; it ends with the test. */
  readonly start: (options?: ClientOptions) => Promise<TestClient>;
  /** A path in the folder. */
  readonly in: (name: string) => string;
}

/** Gives every test of a file a folder and a server of its own. */
export function useHome(): Home {
  let folder = '';
  let client: TestClient | undefined;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'policy-drafting-'));
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get folder() {
      return folder;
    },
    async start(options = {}) {
      client = await startClient({ folders: [folder], ...options });
      return client;
    },
    in: (name) => path.join(folder, name),
  };
}
