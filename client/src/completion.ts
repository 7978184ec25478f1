/** Keeps suggestions out of the way of those who type. */
import { CompletionTriggerKind, workspace, type TextDocument } from 'vscode';
import type { CompletionMiddleware } from 'vscode-languageclient';

/**
 * The editor asks for suggestions after every word that is typed, and tells the server no more than when a person asks.
 * Input methods for Chinese have a list of their own at that place, so only what comes long enough after the last
 * keystroke goes through; in reports the editor does not ask, by our defaults.
 */
export function onlyWhenAsked(): NonNullable<CompletionMiddleware['provideCompletionItem']> {
  return async (document, position, context, token, next) => {
    const byItself = context.triggerKind === CompletionTriggerKind.Invoke && asksWhileTyping(document);
    if (byItself && performance.now() - typedAt(document) < STILL_TYPING) return undefined;
    return next(document, position, context, token);
  };
}

/** In milliseconds. The editor waits 10 after a keystroke; nobody presses a shortcut that fast. */
const STILL_TYPING = 200;

const lastChange = new WeakMap<TextDocument, number>();

/** Remembers when documents change, until disposed. */
export function watchTyping(): { dispose(): void } {
  return workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) lastChange.set(document, performance.now());
  });
}

function typedAt(document: TextDocument): number {
  return lastChange.get(document) ?? Number.NEGATIVE_INFINITY;
}

function asksWhileTyping(document: TextDocument): boolean {
  const setting = workspace.getConfiguration('editor', document).get<unknown>('quickSuggestions');
  if (typeof setting === 'boolean') return setting;
  if (typeof setting !== 'object' || setting === null || !('other' in setting)) return true;
  return setting.other !== 'off' && setting.other !== false;
}
