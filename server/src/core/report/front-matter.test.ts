import { describe, expect, it } from 'vitest';
import { FIXTURES } from '../../../../test/unit/reports';
import { createAnalyser } from '../analysis';

const [fixture] = FIXTURES;
const text = fixture?.text ?? '';

function infoOf(head: string) {
  return createAnalyser().analyse(head + text).report.info;
}

describe('front matter', () => {
  it('tells issuer, region and year before the text does', () => {
    expect(infoOf('---\nissuer: 临溪县\nregion: "云川市"\nplanYear: 2019\nsource: a.docx\n---\n\n')).toMatchObject({
      issuer: '临溪县',
      region: '云川市',
      planYear: 2019,
    });
  });

  it('leaves to the text what it does not tell', () => {
    const { issuer, planYear } = infoOf('') ?? {};
    expect(infoOf('---\nissuer:\nplanYear: 明年\n---\n')).toMatchObject({ issuer, planYear });
  });

  it('is none where nothing closes it', () => {
    const { issuer } = infoOf('') ?? {};
    expect(infoOf('---\nissuer: 临溪县\n\n')?.issuer).toBe(issuer);
  });
});
