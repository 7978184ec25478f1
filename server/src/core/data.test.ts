import { describe, expect, it } from 'vitest';
import {
  components,
  confusions,
  datedPhrases,
  findIndicator,
  findKnownTerm,
  findRegion,
  formsOf,
  formulations,
  indicatorIndex,
  indicators,
  knownTerms,
  lookalikes,
  nounUnits,
  provinces,
  regionSuffixes,
  officialNames,
  plenums,
  sources,
  units,
  wordingOf,
} from './data';
import type { Sourced } from './data';

// Example: 2025, 2025-03, 2025-03-05.
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const sourceIds = new Set(sources.map(({ id }) => id));

function expectSourced(rows: readonly Sourced[], label: (row: never) => string): void {
  const bad = rows.filter(
    (row) => !sourceIds.has(row.source) || !DATE.test(row.date) || !['confirmed', 'unconfirmed'].includes(row.status),
  );
  expect(bad.map((row) => label(row as never))).toEqual([]);
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, position) => values.indexOf(value) !== position);
}

describe('sources', () => {
  it('are unique and dated', () => {
    expect(repeated(sources.map(({ id }) => id))).toEqual([]);
    expect(sources.filter(({ date }) => !DATE.test(date))).toEqual([]);
  });
});

describe('indicators', () => {
  const names = new Set(indicators.map(({ name }) => name));

  it('are many, and every row has source, date and status', () => {
    expect(indicators.length).toBeGreaterThanOrEqual(110);
    expectSourced(indicators, (row: { name: string }) => row.name);
    expectSourced(components, (row: { part: string }) => row.part);
  });

  it('have no form twice, in one row or in two', () => {
    expect(repeated(indicators.flatMap((row) => formsOf(row).map(([form]) => form)))).toEqual([]);
  });

  it('keep to the closed sets of values', () => {
    for (const row of indicators) {
      expect(['up', 'down', 'neutral'], row.name).toContain(row.direction);
      expect(['nominal', 'real', null], row.name).toContain(row.basis);
      expect(['growth', 'floor', 'cap', 'level', 'sync', 'change'], row.name).toContain(row.kind);
      expect(row.measures.length, row.name).toBeGreaterThan(0);
      for (const measure of row.measures) expect(['growth', 'level', 'change', 'qualitative']).toContain(measure);
      expect(row.units[0], row.name).toBe(row.unit);
    }
  });

  it('refer only to rows that exist', () => {
    const referred = [
      ...indicators.flatMap(({ nationalOf, partOf, successor, parts = [] }) => [
        nationalOf,
        partOf,
        successor,
        ...parts,
      ]),
      ...components.flatMap(({ members }) => Object.values(members)),
    ];
    expect(referred.filter((name) => name !== undefined && !names.has(name))).toEqual([]);
  });

  it('correct a wrong form with a form of the same row', () => {
    for (const row of indicators) {
      const right = formsOf(row).flatMap(([form, via]) => (via === 'wrong' ? [] : [form]));
      for (const wrong of row.wrong ?? []) expect(right, wrong.form).toContain(wrong.right);
    }
  });

  it('carry no region words in names', () => {
    expect(indicators.filter(({ name }) => /^(?:全|我)[国省市区县旗]/u.test(name))).toEqual([]);
  });

  it('are found by any form, growth words dropped, and by the national name on request', () => {
    for (const row of indicators) for (const [form] of formsOf(row)) expect(findIndicator(form)?.name).toBe(row.name);
    expect(findIndicator('gdp')?.name).toBe('地区生产总值');
    expect(findIndicator('居民消费价格涨幅')?.name).toBe('居民消费价格');
    expect(findIndicator('社零增速')?.name).toBe('社会消费品零售总额');
    expect(findIndicator('研究与试验发展(R&D)经费投入')?.name).toBe('研究与试验发展（R&D）经费投入');
    expect(findIndicator('GDP', { national: true })?.name).toBe('国内生产总值');
    expect(findIndicator('粮食产量', { national: true })?.name).toBe('粮食产量');
    expect(findIndicator('青禾区口袋公园')).toBeNull();
  });

  it('are matched at a place by their longest form', () => {
    const text = '青禾区规模以上工业企业利润总额增长3%，出口总额下降';
    const match = indicatorIndex().matchAt(text, 3);
    expect(match?.indicator.name).toBe('规模以上工业企业利润总额');
    expect(match?.length).toBe(12);
    expect(indicatorIndex().matchAt(text, 4)).toBeNull();
    expect(indicatorIndex().matchAt(text, text.indexOf('出口'))?.form).toBe('出口总额');
    expect(indicatorIndex().matchAt('出口', 0)?.via).toBe('weak');
    expect(indicatorIndex().matchAt('出', 0)).toBeNull();
    expect(indicatorIndex().matchAt('', 0)).toBeNull();
    expect(indicatorIndex().matchAt('细颗粒物(pm₂.₅)浓度', 0)?.length).toBe(13);
  });
});

describe('terms', () => {
  it('are many, sourced and of the five kinds', () => {
    expect(knownTerms.length).toBeGreaterThanOrEqual(160);
    expectSourced(knownTerms, (row: { term: string }) => row.term);
    for (const { term, kind, definition } of knownTerms) {
      expect(['numeric', 'formula', 'coined', 'abbreviation', 'formulation'], term).toContain(kind);
      expect(definition.endsWith('。'), term).toBe(true);
    }
  });

  it('have no form twice', () => {
    expect(repeated(knownTerms.flatMap(({ term, aliases }) => [term, ...aliases]))).toEqual([]);
  });

  it('stand without outer quotation marks', () => {
    expect(knownTerms.filter(({ term }) => term.startsWith('“') || term.endsWith('”'))).toEqual([]);
  });

  it('have dates in order', () => {
    for (const { term, since, until } of knownTerms) {
      for (const date of [since, until]) if (date !== undefined) expect(date, term).toMatch(DATE);
      if (since !== undefined && until !== undefined) expect(since <= until, term).toBe(true);
    }
  });

  it('are found with and without quotation marks', () => {
    expect(findKnownTerm('“双减”')?.term).toBe('双减');
    expect(findKnownTerm('三公经费')?.term).toBe('三公');
    expect(findKnownTerm('ppp')?.term).toBe('PPP');
    expect(findKnownTerm('青禾夜话')).toBeNull();
  });
});

describe('formulations', () => {
  it('are many, unique and sourced', () => {
    expect(formulations.length).toBeGreaterThanOrEqual(50);
    expect(repeated(formulations.map(({ id }) => id))).toEqual([]);
    expectSourced(formulations, (row: { id: string }) => row.id);
  });

  it('recognise a list by some or all of its members', () => {
    for (const row of formulations) {
      if (row.kind !== 'list') continue;
      expect(repeated(row.members), row.id).toEqual([]);
      expect(row.recognise, row.id).toBeGreaterThanOrEqual(2);
      expect(row.recognise, row.id).toBeLessThanOrEqual(row.members.length);
      // A list shorter than four says too little when one member is left out.
      if (row.complete) expect(row.members.length, row.id).toBeGreaterThanOrEqual(4);
    }
  });

  it('have slips that differ from the right form and do not stand in it', () => {
    for (const row of formulations) {
      expect(repeated(row.slips.map(({ form }) => form)), row.id).toEqual([]);
      for (const { form, right, unlessBefore = [] } of row.slips) {
        const inRight = right.indexOf(form);
        const excused = unlessBefore.some((next) => right.startsWith(next, inRight + form.length));
        expect(inRight < 0 || excused, `${row.id}: ${form}`).toBe(true);
      }
    }
  });

  it('hold dates that can be compared', () => {
    for (const { id, from, until } of formulations) {
      for (const date of [from, until]) if (date !== undefined) expect(date, id).toMatch(DATE);
    }
  });

  it('give their full wording', () => {
    const wordings = new Map(formulations.map((row) => [row.id, wordingOf(row)]));
    expect(wordings.get('new-development-concept')).toBe('创新、协调、绿色、开放、共享');
    expect(wordings.get('four-winds')).toBe('形式主义、官僚主义、享乐主义和奢靡之风');
    expect(wordings.get('forge-community')).toBe('铸牢中华民族共同体意识');
  });
});

describe('dated phrases', () => {
  it('are many, unique, sourced and dated', () => {
    expect(datedPhrases.length).toBeGreaterThanOrEqual(25);
    expect(repeated(datedPhrases.map(({ from }) => from))).toEqual([]);
    expectSourced(datedPhrases, (row: { from: string }) => row.from);
    for (const { from, to, since, exempt } of datedPhrases) {
      expect(since, from).toMatch(DATE);
      expect(to, from).not.toBe(from);
      for (const longer of exempt) expect(longer.includes(from) && longer !== from, longer).toBe(true);
    }
  });

  it('exempt the phrases in which the new one contains the old one', () => {
    for (const { from, to, exempt } of datedPhrases) {
      expect(!to.includes(from) || exempt.includes(to), `${from} → ${to}`).toBe(true);
    }
  });
});

describe('confusions', () => {
  it('are unique, sourced and differ from the right word', () => {
    expect(repeated(confusions.map(({ wrong }) => wrong))).toEqual([]);
    expectSourced(confusions, (row: { wrong: string }) => row.wrong);
    expectSourced(lookalikes, (row: { char: string }) => row.char);
    for (const { wrong, right } of confusions) expect(right.includes(wrong), wrong).toBe(false);
  });

  it('do not stand in any form of an indicator or a known term', () => {
    const right = [
      ...indicators.flatMap((row) => formsOf(row).flatMap(([form, via]) => (via === 'wrong' ? [] : [form]))),
      ...knownTerms.flatMap(({ term, aliases }) => [term, ...aliases]),
      ...formulations.map(wordingOf),
    ];
    for (const { wrong } of confusions) expect(right.filter((form) => form.includes(wrong))).toEqual([]);
  });
});

describe('official names', () => {
  it('are unlike the other names that are right, and lie between their head and tail', () => {
    const names = officialNames.flatMap((row) => [row.name, ...row.accepted]);
    expect(repeated(names)).toEqual([]);
    for (const { name, head = '', tail = '' } of officialNames) {
      expect(name.startsWith(head) && name.endsWith(tail)).toBe(true);
    }
  });

  it('carry a source', () => {
    expectSourced(officialNames, ({ name }: (typeof officialNames)[number]) => name);
  });
});

describe('plenums', () => {
  it('close one after the other', () => {
    for (const { closed } of plenums) expect(closed).toEqual([...closed].sort());
  });

  it('carry a source', () => {
    expectSourced(plenums, ({ congress }: (typeof plenums)[number]) => congress);
  });
});

describe('units', () => {
  it('are many, unique and sourced', () => {
    expect(units.length).toBeGreaterThanOrEqual(40);
    expect(repeated(units.map(({ unit }) => unit))).toEqual([]);
    expectSourced(units, (row: { unit: string }) => row.unit);
    expectSourced(nounUnits, (row: { nouns: string[] }) => row.nouns.join());
  });

  it('never list a right form among the wrong ones', () => {
    const right = new Set(units.flatMap(({ unit, symbol = unit }) => [unit, symbol]));
    const wrong = units.flatMap(({ clipped = [], miscased = [], obsolete = [] }) => [
      ...clipped,
      ...miscased,
      ...obsolete,
    ]);
    expect(repeated(wrong)).toEqual([]);
    expect(wrong.filter((form) => right.has(form))).toEqual([]);
  });

  it('relate units by a base unit of the same dimension', () => {
    for (const { unit, base, factor, dimension } of units) {
      if (base === undefined) continue;
      expect(factor, unit).toBeGreaterThan(0);
      const found = units.find((row) => row.unit === base);
      if (found !== undefined) expect(found.dimension, unit).toBe(dimension);
    }
  });

  it('name only dimensions that a unit has', () => {
    const dimensions = new Set(units.map(({ dimension }) => dimension));
    const named = nounUnits.flatMap(({ fits, wrong }) => [...fits, ...wrong]);
    expect(named.filter((dimension) => !dimensions.has(dimension))).toEqual([]);
  });
});

describe('regions', () => {
  it('are the 34 provinces and 333 prefectures, each once', () => {
    expect(provinces.length).toBe(34);
    expectSourced(provinces, (row: { name: string }) => row.name);
    const names = provinces.flatMap(({ name, prefectures, direct = [] }) => [name, ...prefectures, ...direct]);
    expect(repeated(names)).toEqual([]);
    expect(provinces.flatMap(({ prefectures }) => prefectures).length).toBe(333);
  });

  it('end as places of their level end', () => {
    const ends = (name: string, suffixes: readonly string[]): boolean =>
      suffixes.some((suffix) => name.endsWith(suffix));
    for (const { prefectures, direct = [] } of provinces) {
      expect(prefectures.filter((name) => !ends(name, regionSuffixes.prefecture))).toEqual([]);
      expect(direct.filter((name) => !ends(name, regionSuffixes.county))).toEqual([]);
    }
  });

  it('are found with their province', () => {
    expect(findRegion('包头市')).toMatchObject({ level: 'prefecture', province: { name: '内蒙古自治区' } });
    expect(findRegion('内蒙古')?.name).toBe('内蒙古自治区');
    expect(findRegion('神农架林区')?.province.name).toBe('湖北省');
    expect(findRegion('云川市')).toBeNull();
    expect(findRegion('蒙')).toBeNull();
  });
});

it('keeps the data small', () => {
  expect(JSON.stringify(provinces).length).toBeLessThan(30_000);
  const rows = [indicators, components, knownTerms, formulations, datedPhrases, confusions, units, nounUnits, sources];
  expect(JSON.stringify(rows).length).toBeLessThan(300_000);
});
