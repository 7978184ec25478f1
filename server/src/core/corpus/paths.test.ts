import { describe, expect, it } from 'vitest';
import { baseName, folderOf, isUnder, readableName, relativeName, wayFrom } from './paths';

describe('names of files', () => {
  it('are read from paths and URIs alike', () => {
    expect(readableName('file:///w/%E9%9D%92%E7%A6%BE.md')).toBe('file:///w/青禾.md');
    expect(readableName('/w/100%.md')).toBe('/w/100%.md');
    expect(readableName('file:///w/%ZZ.md')).toBe('file:///w/%ZZ.md');
    expect(readableName('C:/w/50%25.md')).toBe('C:/w/50%25.md');
    expect(baseName('file:///w/%E7%A6%BE.md')).toBe('禾.md');
    expect(folderOf('/w/a.md')).toBe('/w');
    expect(folderOf('a.md')).toBe('');
  });

  it('are seen from a folder', () => {
    expect(relativeName('file:///w/%E5%BE%80%E5%B9%B4/a.md', 'file:///w')).toBe('往年/a.md');
    expect(relativeName('/w/a.md', '/w/')).toBe('a.md');
    expect(relativeName('/other/a.md', '/w')).toBe('/other/a.md');
  });

  it('are reached from a folder', () => {
    expect(wayFrom('/w', '/w/往年/a.md')).toBe('往年/a.md');
    expect(wayFrom('/w/ci', '/w/a.md')).toBe('../a.md');
    expect(wayFrom('file:///w/ci', 'file:///w/b/%E7%A6%BE.md')).toBe('../b/禾.md');
  });

  it('lie in a folder only behind a slash', () => {
    expect(isUnder('/w/a', '/w')).toBe(true);
    expect(isUnder('/wide/a', '/w')).toBe(false);
    expect(isUnder('/w', '/w')).toBe(true);
    expect(isUnder('anything', '')).toBe(true);
    expect(isUnder('/a', '/')).toBe(true);
  });
});
