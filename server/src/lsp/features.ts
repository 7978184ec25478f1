/** Everything that helps in writing and finding one's way, beyond findings, hovers and definitions. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { CompletionTriggerKind } from 'vscode-languageserver';
import { complete } from '../core/features/completion';
import type { Dictionary } from '../core/features/unexplained';
import type { Draft } from '../core/service';
import type { Abilities } from './abilities';
import { toCompletions } from './answers';
import type { Lines } from './convert';
import { toOffset } from './convert';

/** What this file needs to know; all of it may be asked at any time. */
export interface FeatureSource {
  /** Answers about an open report; `nothing` for all other documents, and when answering fails. */
  readonly answer: <T>(uri: string, nothing: T, ask: (draft: Draft, lines: Lines) => T | Promise<T>) => Promise<T>;
}

/** Characters after which the client asks for completions by itself. */
export const COMPLETION_TRIGGERS = ['“'];

/** Answers the requests of writers; to be called once for a session. */
export function serveFeatures(connection: Connection, abilities: Abilities, source: FeatureSource): void {
  const { answer } = source;
  const { lang } = abilities;

  connection.onCompletion(({ textDocument: { uri }, position, context }, token: CancellationToken) =>
    answer(uri, null, (draft, lines) => {
      if (token.isCancellationRequested) return null;
      const typed = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
      const options = { lang, typed, dictionary: dictionaryOf(draft) };
      const found = complete(draft.analysis, draft.view, toOffset(lines, position), options);
      return toCompletions(found, lines, abilities.snippets);
    }),
  );
}

function dictionaryOf({ governance: { configuration } }: Draft): Dictionary {
  return { known: configuration.known, ignored: configuration.ignored };
}
