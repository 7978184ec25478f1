import { expect, it } from 'vitest';
import { countDeclaredTests } from './declared.mjs';

it('counts plain declarations, whatever they are nested in', () => {
  expect(countDeclaredTests("describe('a', () => { it('b', () => {}); test('c', async () => {}); });")).toBe(2);
});

it('counts a table or a loop of tests once', () => {
  expect(countDeclaredTests("it.each([1, 2])('%d', () => {}); for (const x of xs) test(x, () => {});")).toBe(2);
  expect(countDeclaredTests("it.each`a | b\n${1} | ${2}`('$a', () => {});")).toBe(1);
  expect(countDeclaredTests("it.skipIf(gone)('a', () => {});")).toBe(1);
});

it('counts nothing else', () => {
  expect(countDeclaredTests("const exit = (it) => it.name; /a/.test('a'); pattern.test('b');")).toBe(0);
});
