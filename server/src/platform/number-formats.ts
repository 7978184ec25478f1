/**
 * How a workbook shows its numbers. The reader of workbooks gives the number that a cell keeps (0.066) and not the one
 * that people see in it (6.6%): what lies between them says the number format of the cell (ECMA-376 part 1, 18.8.30 and
 * 18.8.31). Only what changes the number itself is of interest here; colours, separators and currency signs are not.
 */
import { strFromU8, unzipSync } from 'fflate';

/** What is shown for a number: the number times `factor`, with a percent sign or without. */
export interface Shown {
  readonly factor: number;
  readonly percent: boolean;
}

/** The cells of one tab that show another number than they keep, by their address (B3). */
export type ShownCells = ReadonlyMap<string, Shown>;

/**
 * The cells of every tab that show another number than they keep, by the name of the tab. Empty where a workbook tells
 * nothing of formats.
 * @throws what `fflate` throws for bytes that are no archive
 */
export function shownCells(bytes: Uint8Array): ReadonlyMap<string, ShownCells> {
  const files = unzipSync(bytes, { filter: ({ name }) => PARTS.test(name) });
  const text = (path: string): string => {
    const part = files[path];
    return part === undefined ? '' : strFromU8(part);
  };
  const formats = cellFormats(text('xl/styles.xml'));
  const tabs = new Map<string, ShownCells>();
  if (formats.every((format) => format === null)) return tabs;
  const targets = new Map(
    tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  for (const tag of tags(text('xl/workbook.xml'), 'sheet')) {
    const id = / [\w-]{1,40}:id="([^"]*)"/.exec(tag)?.[1] ?? '';
    tabs.set(attribute(tag, 'name'), cellsIn(text(targets.get(id) ?? ''), formats));
  }
  return tabs;
}

const PARTS = /^xl\/(?:styles\.xml|workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/;

function cellsIn(sheet: string, formats: readonly (Shown | null)[]): ShownCells {
  const cells = new Map<string, Shown>();
  for (const tag of tags(sheet, 'c')) {
    const style = attribute(tag, 's');
    const shown = style === '' ? null : (formats[Number(style)] ?? null);
    if (shown !== null) cells.set(attribute(tag, 'r'), shown);
  }
  return cells;
}

/** What each cell style does to a number, by the number of the style; null for nothing. */
function cellFormats(styles: string): (Shown | null)[] {
  const codes = new Map(
    tags(styles, 'numFmt').map((tag) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode')]),
  );
  // <cellStyleXfs> has such elements, too: what cells name stands in <cellXfs>.
  const start = /<(?:\w{1,20}:)?cellXfs\b/.exec(styles)?.index ?? styles.length;
  const end = /<\/(?:\w{1,20}:)?cellXfs>/.exec(styles)?.index ?? styles.length;
  return tags(styles.slice(start, end), 'xf').map((tag) => {
    const id = attribute(tag, 'numFmtId');
    return readFormat(codes.get(id) ?? (id === '9' ? '0%' : id === '10' ? '0.00%' : ''));
  });
}

/** 0.0% → times 100, a percentage; 0!.00,, (亿 shown for 元) → times 10⁻⁸; null where the number is shown as it is. */
export function readFormat(code: string): Shown | null {
  // Of the sections for positive and negative numbers, zero and text the first speaks for all.
  const [section = ''] = code.replaceAll(/"[^"]*"/g, '').split(';');
  const bare = section.replaceAll(/\[[^[\]]{0,40}\]|_./g, '');
  // A point that is only drawn stands before digits that are not decimals: 0!.0, shows ten-thousands.
  const drawn = /[0#][!\\]\.(0{1,8})/.exec(bare)?.[1]?.length ?? 0;
  const plain = bare.replaceAll(/[!\\]./g, '');
  const thousands = /[0#?](,{1,4})(?![0#?,])/.exec(plain)?.[1]?.length ?? 0;
  const percent = plain.includes('%');
  const factor = (percent ? 100 : 1) / 10 ** (3 * thousands + drawn);
  return factor === 1 ? null : { factor, percent };
}

/** The opening tags of an element, with or without a prefix. */
function tags(xml: string, name: string): string[] {
  return Array.from(xml.matchAll(new RegExp(`<(?:\\w{1,20}:)?${name}(?=[\\s/>])[^<>]*>`, 'g')), ([tag]) => tag);
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};
