import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { MATCHES_FILE, NO_MATCHES, parseMatches } from '../core/ledger/matches';
import type { ConfirmedMatches } from '../core/model';
import { decodeBytes } from '../platform/files';
import type { Lang, Output } from './output';
import { reasonOf, say } from './output';
import { display } from './workspace';

/** Reads the file of each corpus root once, and says once what is wrong with it. */
export interface MatchesReader {
  readonly of: (root: string) => Promise<ConfirmedMatches | null>;
  /** Whether a file could not be followed. */
  readonly failed: boolean;
}

export function createMatchesReader(output: Output, lang: Lang): MatchesReader {
  const read = new Map<string, Promise<ConfirmedMatches | null>>();
  let failed = false;
  return {
    of: async (root) => {
      let matches = read.get(root);
      if (matches === undefined) read.set(root, (matches = readMatches(root, output, lang)));
      const found = await matches;
      failed ||= found === null;
      return found;
    },
    get failed() {
      return failed;
    },
  };
}

/** What a person confirmed or corrected at a corpus root; null, and a line, for a file that cannot be followed. */
export async function readMatches(root: string, output: Output, lang: Lang): Promise<ConfirmedMatches | null> {
  const file = path.join(root, MATCHES_FILE);
  const name = display(file);
  let content: Uint8Array;
  try {
    content = await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NO_MATCHES;
    const reason = reasonOf(error, lang);
    output.complain(say(lang, `无法读取 ${name}：${reason}`, `cannot read ${name}: ${reason}`));
    return null;
  }
  const confirmed = parseMatches(decodeBytes(content).text);
  if (confirmed === null) {
    output.complain(
      say(
        lang,
        `${name} 不是承诺对照文件，其中的确认未采用；请改正或删除`,
        `${name} is no file of confirmed matches and was left aside; mend or delete it`,
      ),
    );
  }
  return confirmed;
}
