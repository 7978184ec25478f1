/** Pages with links, as the protocol carries them. */
import type { LinkedTable } from '../core/text/tables';
import type { Lines } from './convert';
import { toRange } from './convert';
import type { ListedTable } from './writingProtocol';

/** A report that a table is about. */
export interface PageReport {
  readonly uri: string;
  readonly lines: Lines;
}

/** Places of reports that are not given are left out. */
export function toListedTable(title: string, { head, rows }: LinkedTable, reports: readonly PageReport[]): ListedTable {
  return {
    title,
    head,
    rows: rows.map((row) =>
      row.map((cell) =>
        cell.map(({ text, place }) => {
          const report = place === null ? undefined : reports[place.report];
          if (place === null || report === undefined) return { text, place: null };
          return { text, place: { uri: report.uri, range: toRange(report.lines, place) } };
        }),
      ),
    ),
  };
}
