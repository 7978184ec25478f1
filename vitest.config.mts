import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'server/src/**/*.test.ts',
            'client/src/**/*.test.ts',
            'scripts/**/*.test.mjs',
            'test/unit/**/*.test.ts',
            'test/laws/**/*.test.ts',
          ],
        },
      },
      // Five hundred made-up reports: too long to run with every change.
      { test: { name: 'layouts', include: ['test/layouts/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 300_000 } },
      // A thousand planted faults, each checked in its own text.
      { test: { name: 'faults', include: ['test/faults/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 300_000 } },
      // The rest needs `dist/` to be built: `npm run build` first, or `npm test`, which builds.
      { test: { name: 'protocol', include: ['test/protocol/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'smoke',
          include: ['test/smoke/**/*.test.mjs', 'test/page/**/*.test.mjs'],
          // Each starts an editor of its own; two at a time only slow each other down.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
