import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('docs/features.md names for each feature a test that there is', () => {
  const rows = readFileSync(path.join(root, 'docs/features.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const cells = row.split('|').slice(1, -1);
    expect(cells.length, row).toBe(4);
    const named = [...(cells[3] ?? '').matchAll(/`([^`]+)`/gu)].map(([, file]) => file ?? '');
    expect(named.length, row).toBeGreaterThan(0);
    for (const file of named) expect(existsSync(path.join(root, file)), file).toBe(true);
  }
});
