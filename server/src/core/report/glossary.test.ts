import { describe, expect, it } from 'vitest';
import { DRAFT, report } from '../../../../test/unit/statement-sample';
import { createAnalyser } from '../analysis';

const terms = (entry: string): string[] =>
  createAnalyser()
    .analyse(`${report({})}\n名词解释\n1.${entry}\n2.“链长制”：指由领导牵头的机制。`, DRAFT)
    .report.glossary.map(({ term }) => term);

describe('two quoted names side by side', () => {
  it('are two terms where the definition tells 前者 from 后者', () => {
    expect(terms('“银龄行动”“雏鹰计划”：前者指老年人志愿服务，后者指少年科普。')).toEqual([
      '“银龄行动”',
      '“雏鹰计划”',
      '“链长制”',
    ]);
  });

  it('are one name otherwise', () => {
    expect(terms('“银龄”“雏鹰”：指两项志愿服务。')).toEqual(['“银龄”“雏鹰”', '“链长制”']);
  });
});

describe('systems explained together', () => {
  it('are two terms', () => {
    expect(terms('河长制、湖长制：由负责人担任河长、湖长的制度。')).toEqual(['河长制', '湖长制', '“链长制”']);
  });

  it('are one name where they are parts of one programme', () => {
    expect(terms('个转企、小升规：指引导转型升级的行动。')).toEqual(['个转企、小升规', '“链长制”']);
  });
});
