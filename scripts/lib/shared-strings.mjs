/**
 * Han strings that the project shares with exactly one of the reports it is tested against.
 *
 * Nothing in code or data may be there because one report says so. A string that a single report has in common with us
 * is an official name or a national term with its source, or it has to go.
 */
import { Converter } from 'opencc-js/t2cn';

/** Shorter strings are everyday words. */
const SHORTEST = 5;

/** Sources of data rows that say how reports are written, not what a thing is officially called. */
const NO_AUTHORITY = new Set(['local-reports']);

/** Parts of a data row that its source does not vouch for: what is written instead of the official words. */
const DEPARTURES = new Set(['forms', 'informal', 'slips', 'wrong']);

/**
 * @typedef {{ path: string, text: string }} TextFile
 * @typedef {{ string: string, report: string, places: string[], source: string | null }} SharedString
 *   `source` names what vouches for the string; null where nothing does
 * @typedef {{ source: string, reason: string, strings: readonly string[] }} Allowance
 */

/**
 * @param {object} input
 * @param {readonly TextFile[]} input.files code and data of the project; `.json` files are read as rows with a source
 * @param {readonly TextFile[]} input.reports
 * @param {readonly Allowance[]} input.allowances
 * @returns {SharedString[]} sorted by place
 */
export function sharedStrings({ files, reports, allowances }) {
  const readings = reports.map(({ path, text }) => ({ path, reading: readingOf(text) }));
  const vouched = officialStrings(files.filter(({ path }) => path.endsWith('.json')));
  const allowed = new Map(allowances.flatMap(({ source, strings }) => strings.map((string) => [string, source])));
  const found = [];
  for (const [string, places] of hanStrings(files)) {
    // What stands in traditional characters is not rarer for that.
    const plain = toSimplified(string);
    const [first, ...others] = readings.filter(({ reading }) => reading.includes(plain));
    if (first === undefined || others.length > 0) continue;
    const source = allowed.get(string) ?? sourceOf(string, vouched);
    found.push({ string, report: first.path, places, source });
  }
  return found.sort((a, b) => ((a.places[0] ?? '') < (b.places[0] ?? '') ? -1 : 1));
}

/** A report as one string: simplified, without pinyin in brackets and without blanks, beside the same as printed. */
function readingOf(text) {
  // 區(qū)
  const solid = text.replace(/[(（][\p{Ll}\p{M}]{1,8}[)）]/gu, '').replace(/\s+/g, '');
  return `${solid}\n${toSimplified(solid)}`;
}

const toSimplified = Converter({ from: 't', to: 'cn' });

/** Maximal Han strings with the places they stand at, `path:line`. */
function hanStrings(files) {
  const found = new Map();
  for (const { path, text } of files) {
    for (const [index, line] of text.split('\n').entries()) {
      for (const [string] of line.matchAll(/\p{Script=Han}+/gu)) {
        if (string.length < SHORTEST) continue;
        const places = found.get(string) ?? [];
        found.set(string, [...places, `${path}:${index + 1}`]);
      }
    }
  }
  return found;
}

/** The strings of every data row that has an authority behind it, with the source it names. */
function officialStrings(files) {
  const found = new Map();
  const visit = (value, source) => {
    if (typeof value === 'string' && source !== null && !NO_AUTHORITY.has(source)) {
      for (const [string] of value.matchAll(/\p{Script=Han}+/gu)) if (!found.has(string)) found.set(string, source);
    }
    if (typeof value !== 'object' || value === null) return;
    const own = value.source ?? (typeof value.issuer === 'string' ? value.id : source);
    for (const [key, part] of Object.entries(value)) {
      if (DEPARTURES.has(key)) continue;
      visit(key, own);
      visit(part, own);
    }
  };
  for (const { text } of files) visit(JSON.parse(text), null);
  return found;
}

/**
 * What vouches for a string: a row that holds it, or rows whose names make it up so that only everyday words are left
 * (“地区生产总值” and 达到).
 */
function sourceOf(string, vouched) {
  const own = vouched.get(string);
  if (own !== undefined) return own;
  let rest = string;
  const sources = new Set();
  for (const [name, source] of vouched) {
    if (name.length >= SHORTEST && name.includes(string)) return source;
    if (name.length < SHORTEST - 1 || name.length > SHORTEST * 4 || !rest.includes(name)) continue;
    rest = rest.replaceAll(name, ' ');
    sources.add(source);
  }
  const isEveryday = rest.split(' ').every((part) => part.length < SHORTEST);
  return sources.size > 0 && isEveryday ? [...sources].join(', ') : null;
}
