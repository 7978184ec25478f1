import * as regexp from 'eslint-plugin-regexp';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The layers of the core from the bottom up. A layer imports from itself and from those below it, and those that share a level not from each other. */
const layers = [
  ['text'],
  ['report'],
  ['facts'],
  ['corpus'],
  ['ledger'],
  ['sheet'],
  ['rules', 'features'],
  ['compare'],
  ['pages'],
];

/** Files at the top of the core that put the layers together: nothing beneath may know them. */
const facade = ['service', 'linter'];

const outsideCore = [
  { regex: '^node:', message: 'The core runs in a browser too: no Node.' },
  { regex: '^vscode', message: 'The core knows no protocol and no editor.' },
  {
    regex: '^(?:\\.\\./)+(?:lsp|cli|platform)(?:/|$)',
    message: 'Arrows point down: lsp and cli import the core, never the reverse.',
  },
];

function layerRules() {
  return layers.flatMap((names, level) =>
    names.map((name) => {
      const above = layers.slice(level + 1).flat();
      const beside = names.filter((other) => other !== name);
      const forbidden = [...above, ...beside, ...facade, ...(level < 3 ? ['analysis'] : [])];
      return {
        name: `core/${name} imports downwards`,
        files: [`server/src/core/${name}/**/*.ts`],
        ignores: ['**/*.test.ts'],
        rules: {
          'no-restricted-imports': restrict([
            ...outsideCore,
            {
              regex: `^(?:\\.\\./)+(?:${forbidden.join('|')})(?:/|$)`,
              message: `core/${name} may not know what is above or beside it.`,
            },
          ]),
        },
      };
    }),
  );
}

function restrict(patterns) {
  return ['error', { patterns }];
}

export default defineConfig(
  { ignores: ['dist/', 'out/', 'coverage/', 'node_modules/', '.vscode-test/'] },
  regexp.configs['flat/recommended'],
  {
    name: 'types',
    files: ['**/*.ts', '**/*.mts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.eslint.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'interface', format: ['PascalCase'], custom: { regex: '^I[A-Z]', match: false } },
      ],
    },
  },
  {
    name: 'types of the page of the panel, which has a browser around it',
    files: ['client/webview/*.ts'],
    languageOptions: {
      parserOptions: { project: './client/webview/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    name: 'style of the house',
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
      ],
    },
  },
  {
    name: 'regular expressions are never super-linear',
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
      // Full-width marks, look-alike letters and combining marks are what we look for.
      'regexp/no-misleading-unicode-character': 'off',
      // [一-鿿] is how one writes Han.
      'regexp/no-obscure-range': 'off',
    },
  },
  {
    name: 'the core is pure',
    files: ['server/src/core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        'process',
        'setTimeout',
        'setInterval',
        'setImmediate',
        'window',
        'document',
        'Buffer',
      ],
      'no-restricted-imports': restrict(outsideCore),
    },
  },
  ...layerRules(),
  {
    name: 'what tools ask for',
    files: ['*.config.{mjs,mts}'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
