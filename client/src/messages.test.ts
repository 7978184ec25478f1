import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import bundle from '../../l10n/bundle.l10n.zh-cn.json';
import manifest from '../../package.json';
import english from '../../package.nls.json';
import chinese from '../../package.nls.zh-cn.json';

describe('strings of the manifest', () => {
  it('stand in both languages, each used', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    expect(Object.keys(english).sort()).toEqual([...new Set(used)].sort());
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });

  it('describe every setting and name every command', () => {
    for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties)) {
      expect(setting, name).toHaveProperty('markdownDescription');
    }
    for (const command of manifest.contributes.commands) {
      expect(command.title).toMatch(/^%.+%$/);
      expect(command.category).toBe('%command.category%');
    }
  });
});

describe('strings of the client', () => {
  const folder = path.dirname(fileURLToPath(import.meta.url));
  const sources = readdirSync(folder, { encoding: 'utf8', recursive: true }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  // t('Restart')  l10n.t("Choose last year's report…")  t(\n  'a long one'
  const call = /\b(?:l10n\.)?t\(\s{0,40}(?:'([^'\n]{1,200})'|"([^"\n]{1,200})")/g;
  const used = sources.flatMap((name) =>
    [...readFileSync(path.join(folder, name), 'utf8').matchAll(call)].map(
      ([, single, double]) => single ?? double ?? '',
    ),
  );

  it('stand in the Chinese bundle, and nothing else does', () => {
    expect(Object.keys(bundle).sort()).toEqual([...new Set(used)].sort());
  });

  it('keep their marks in Chinese', () => {
    for (const [message, translation] of Object.entries(bundle)) {
      expect(translation.match(/\{\w+\}/g) ?? [], message).toEqual(message.match(/\{\w+\}/g) ?? []);
    }
  });
});
