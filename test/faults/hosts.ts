import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host } from './fault';

/** The folder that a bundle of this code is told of; beside the sources when they run as they are. */
const here = process.env.FAULTS_HOME ?? path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const shared = path.resolve(root, '../shared');

/** Clean made-up drafts, each the newest of its folder. */
export function drafts(): Host[] {
  const places = readdirSync(path.join(here, 'drafts')).map((name) => path.join(here, 'drafts', name));
  return [
    ...places.map((folder) => ({ ...newestOf(reportsIn(folder), true), name: path.basename(folder) })),
    // The last of the samples is a draft with planted faults of its own.
    newestOf(
      reportsIn(path.join(root, 'samples')).filter(({ file }) => !file.includes('草稿')),
      true,
    ),
  ];
}

/** Whether the folder of real reports is there. */
export const realReportsPresent = existsSync(shared);

/**
 * Real reports beside the project, read and never kept; empty when the folder is not there. Left out are a text in
 * traditional characters, since nobody plants simplified sentences into one, and one without this year's targets.
 */
export function realReports(): Host[] {
  if (!realReportsPresent) return [];
  const council = reportsIn(path.join(shared, 'corpus/state-council'));
  const others = ['corpus/provinces', 'seeds'].flatMap((folder) => reportsIn(path.join(shared, folder)));
  return [
    ...council.map((_, i) => newestOf(council.slice(0, i + 1), false)),
    ...others.map((one) => newestOf([one], false)),
  ].filter(({ text }) => !text.includes('國') && text.includes('预期目标'));
}

interface ReportFile {
  readonly file: string;
  readonly text: string;
  readonly year: number;
}

/** Oldest first. */
function reportsIn(folder: string): ReportFile[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name) && !name.startsWith('README'))
    .map((name) => {
      const file = path.join(folder, name);
      const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
      return { file, text, year: yearOf(name, text) };
    })
    .sort((one, other) => one.year - other.year);
}

function yearOf(name: string, text: string): number {
  const year = /20\d\d/.exec(name) ?? /20\d\d(?=\s?年\s?\d{1,2}\s?月)/.exec(text.slice(0, 600));
  return Number(year?.[0] ?? 2024);
}

function newestOf(reports: readonly ReportFile[], clean: boolean): Host {
  const draft = reports.at(-1);
  if (draft === undefined) throw new Error('There is no report in the folder.');
  const past = reports.slice(0, -1).reverse();
  const { file, text, year } = draft;
  return {
    name: path.basename(file).replace(/\.\w+$/, ''),
    path: file,
    text,
    year,
    past: past.map((one) => one.text),
    clean,
  };
}
