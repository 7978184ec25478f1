import type { CancellationToken, Connection } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Corpus } from '../core/corpus/corpus';
import { LONGEST_REPORT } from '../core/corpus/corpus';
import { readableName } from '../core/corpus/paths';
import type { Bilingual } from '../core/model';
import { formatOf, refusedFormatOf } from '../import/formats';
import { PROBLEMS } from '../import/problems';
import { importReport } from '../import/report';
import type { Lang } from './convert';
import type { Files, FileText } from './files';
import { normaliseUri } from './files';
import type { ImportedTextParams, ImportedTextResult, ImportParams, ImportResult } from './protocol';
import { ImportedTextMethod, ImportMethod } from './protocol';

/** Answers what a client asks of documents that are no text: what an import would write, and what was read in place. */
export function serveImports(connection: Connection, files: Files, corpus: Corpus, lang: Lang): void {
  connection.onRequest(
    ImportMethod,
    async ({ uri, ...told }: ImportParams, token: CancellationToken): Promise<ImportResult> => {
      const format = formatOf(uri);
      const problem = (reason: Bilingual): ImportResult => ({ kind: 'problem', message: reason[lang] });
      const refused = format === undefined ? 'unknown' : refusedFormatOf(uri);
      if (refused !== undefined) return problem(PROBLEMS[refused]);
      const giveUp = new AbortController();
      if (token.isCancellationRequested) giveUp.abort();
      const listener = token.onCancellationRequested(() => {
        giveUp.abort();
      });
      let content: FileText;
      try {
        content = await files.read(uri, giveUp.signal);
      } catch {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      } finally {
        listener.dispose();
      }
      const text = readable(content);
      return typeof text === 'string'
        ? { kind: 'report', ...importReport(text, readableName(uri), told) }
        : problem(text);
    },
  );

  connection.onRequest(ImportedTextMethod, ({ uri }: ImportedTextParams): ImportedTextResult => {
    const analysis = corpus.analysis(normaliseUri(uri), { root: '', overrides: [] });
    return analysis === undefined ? null : { text: analysis.report.text };
  });
}

/** The text, or why there is none. */
function readable(content: FileText): string | Bilingual {
  switch (content.kind) {
    case 'text': {
      const { text, sound } = content.decoded;
      if (text.length > LONGEST_REPORT) return PROBLEMS.huge;
      if (text.trim() !== '') return text;
      return sound ? PROBLEMS.empty : PROBLEMS.binary;
    }
    case 'problem':
      return PROBLEMS[content.problem];
    case 'large':
      return PROBLEMS.huge;
    case 'missing':
      return { zh: '文件不存在或无法读取', en: 'the file is not there or cannot be read' };
    case 'unreadable':
      return { zh: `无法读取（${content.reason}）`, en: `it cannot be read (${content.reason})` };
  }
}
