import { createAnalyser } from '../../server/src/core/analysis';
import type { CorpusReport, CorpusView } from '../../server/src/core/model';
import { checkReport, createRuleCache, type ReportedFinding } from '../../server/src/core/rules/engine';
import type { Host } from './fault';

/** Checks texts in the place of a host, with all rules at their defaults and the host's precedents. */
export interface Desk {
  check(host: Host, text: string): readonly ReportedFinding[];
  /** What is found in the host as it is. */
  before(host: Host): readonly ReportedFinding[];
}

/** One desk a run: an analyser and a cache a host, as in an editor. */
export function createDesk(): Desk {
  const seats = new Map<Host, (text: string) => readonly ReportedFinding[]>();
  const known = new Map<Host, readonly ReportedFinding[]>();
  const seatOf = (host: Host) => {
    let seat = seats.get(host);
    if (seat === undefined) seats.set(host, (seat = createSeat(host)));
    return seat;
  };
  return {
    check: (host, text) => seatOf(host)(text),
    before(host) {
      let found = known.get(host);
      if (found === undefined) known.set(host, (found = seatOf(host)(host.text)));
      return found;
    },
  };
}

/** Earlier reports serve several drafts: each is read once. */
function pastOf(text: string, path: string): CorpusReport {
  let past = read.get(text);
  if (past === undefined) read.set(text, (past = { path, analysis: createAnalyser().analyse(text, { path }) }));
  return past;
}

const read = new Map<string, CorpusReport>();

function createSeat(host: Host): (text: string) => readonly ReportedFinding[] {
  const analyser = createAnalyser();
  const cache = createRuleCache();
  const corpus: CorpusView = {
    precedents: host.past.map((text, i) => pastOf(text, `${host.path}.${String(i + 1)}`)),
    versions: [],
    peers: [],
  };
  return (text) => {
    const analysis = analyser.analyse(text, { path: host.path });
    if (analysis.report.info === null) return [];
    return checkReport({
      analysis,
      corpus,
      settings: {},
      cache,
      onRuleError(id, error) {
        throw new Error(`${id} failed in ${host.name}`, { cause: error });
      },
    });
  };
}
