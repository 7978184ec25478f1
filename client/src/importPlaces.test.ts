import { expect, it } from 'vitest';
import { isInside, nameOf, numberedName, targetFolder } from './importPlaces';

const inWorkspace = isInside(['file:///w', 'vscode-vfs://github/o/r/']);

it('keeps the text of a document of the workspace beside it', () => {
  expect(targetFolder('file:///w/past/2024.docx', 'file:///w', inWorkspace)).toBe('file:///w/past');
  expect(targetFolder('vscode-vfs://github/o/r/a.pdf', 'file:///w', inWorkspace)).toBe('vscode-vfs://github/o/r');
});

it('brings others into a folder of past reports', () => {
  const expected = `file:///w/${encodeURIComponent('往年报告')}`;
  expect(targetFolder('file:///downloads/2024.docx', 'file:///w/', inWorkspace)).toBe(expected);
  expect(targetFolder('file:///workshop/2024.docx', 'file:///w', inWorkspace)).toBe(expected);
});

it('numbers a name before its ending', () => {
  expect(numberedName(nameOf('/w/2024.1.md'), 2)).toBe('2024.1（2）.md');
});
