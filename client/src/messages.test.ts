import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

describe('commands and pictures of the manifest', () => {
  const { commands, menus, walkthroughs } = manifest.contributes;
  const root = fileURLToPath(new URL('../..', import.meta.url));

  it('offer nothing in the palette that would do nothing', () => {
    const always = new Set(
      ['importReports', 'openSettings', 'openSamples', 'showLedger'].map((name) => `policyDrafting.${name}`),
    );
    const hidden = new Set(menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command));
    for (const command of commands) {
      const bound = 'enablement' in command || hidden.has(command.command) || always.has(command.command);
      expect(bound, `${command.command} is offered whether it works or not`).toBe(true);
    }
  });

  it('have an icon wherever a view shows them as one', () => {
    const shown = [...menus['view/title'], ...menus['view/item/context']].filter(({ group }) =>
      /^(?:navigation|inline)/u.test(group),
    );
    expect(shown.length).toBeGreaterThan(0);
    for (const { command } of shown) expect(commands.find((one) => one.command === command)).toHaveProperty('icon');
  });

  it('are there, in both languages', () => {
    const media = walkthroughs.flatMap(({ steps }) => steps.map((step) => JSON.stringify(step.media)));
    for (const strings of [english, chinese] as Record<string, string>[]) {
      for (const one of media) {
        const file = /"(?:image|svg)":"([^"]+)"/u.exec(one)?.[1] ?? '';
        const named = file.startsWith('%') ? (strings[file.slice(1, -1)] ?? '') : file;
        expect(existsSync(path.join(root, named)), named).toBe(true);
      }
    }
  });

  it('copy the samples that there are', () => {
    const there = readdirSync(path.join(root, 'samples'), { encoding: 'utf8', recursive: true })
      .map((name) => name.split(path.sep).join('/'))
      .filter((name) => /\.(?:md|txt)$/u.test(name) && name !== 'README.md');
    const source = readFileSync(path.join(root, 'client/src/samples.ts'), 'utf8');
    for (const name of there) expect(source).toContain(`'${name}'`);
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
