/** The draft that the views tell of, and what the server says of it. */
import { EventEmitter, Uri, window, workspace } from 'vscode';
import type { Event, TextDocument } from 'vscode';
import type {
  DraftLedger,
  GlossaryResult,
  IndicatorsResult,
  LedgerResult,
  ViewParams,
} from '../../../server/src/lsp/protocol';
import { GlossaryMethod, IndicatorsMethod, LedgerMethod } from '../../../server/src/lsp/protocol';

/** Asks the server; rejects where none runs. */
export type Request = <Result>(method: string, params: object) => Promise<Result>;

/** An answer of the server that is asked for again whenever it may have changed and somebody looks at it. */
export interface Feed<T> {
  /** The last answer; null before the first one and where there is no draft. */
  readonly value: T | null;
  readonly onDidChange: Event<void>;
  /** Somebody looks: asks if what is known is out of date. */
  look(): void;
}

export interface DraftInView {
  dispose(): void;
  /** Undefined while no report is open. */
  readonly document: TextDocument | undefined;
  readonly ledger: Feed<DraftLedger>;
  readonly glossary: Feed<NonNullable<GlossaryResult>>;
  readonly indicators: Feed<NonNullable<IndicatorsResult>>;
  /** Asks again for everything that somebody looks at. */
  readonly refresh: () => void;
}

/** After the last keystroke the views wait this long, in milliseconds: they must not run beside the hands. */
const PAUSE = 400;

const servedLanguages = new Set(['policy-report', 'markdown', 'plaintext']);

/**
 * Follows the active editor: the report in front is the draft, except that a draft stays while one of its own past
 * reports, or anything that is no report, is read.
 */
export function followDraft(request: Request, isLookedAt: (feed: 'glossary' | 'indicators') => boolean): DraftInView {
  let document: TextDocument | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async <T>(method: string, uri: Uri): Promise<T | null> => {
    try {
      return await request<T | null>(method, { uri: uri.toString() } satisfies ViewParams);
    } catch {
      // The status item tells that no server runs; the views are empty until one does.
      return null;
    }
  };
  const current = (): TextDocument | undefined => document;
  const ledger = createFeed<DraftLedger>(
    (uri) => ask(LedgerMethod, uri),
    current,
    () => true,
  );
  const glossary = createFeed<NonNullable<GlossaryResult>>(
    (uri) => ask(GlossaryMethod, uri),
    current,
    () => isLookedAt('glossary'),
  );
  const indicators = createFeed<NonNullable<IndicatorsResult>>(
    (uri) => ask(IndicatorsMethod, uri),
    current,
    () => isLookedAt('indicators'),
  );
  const feeds = [ledger, glossary, indicators];

  const isOwnPrecedent = (uri: Uri): boolean =>
    document !== undefined &&
    !document.isClosed &&
    (ledger.value?.precedents.some((path) => Uri.parse(path).toString() === uri.toString()) ?? false);

  const take = (next: TextDocument | undefined, known: DraftLedger | null): void => {
    document = next;
    ledger.put(known);
    for (const feed of [glossary, indicators]) feed.invalidate();
  };
  /** Looks whether the document in front is a report, and whether the one that was followed still is. */
  const follow = async (): Promise<void> => {
    const front = window.activeTextEditor?.document;
    if (document?.isClosed === true) take(undefined, null);
    if (front === undefined || front === document || !servedLanguages.has(front.languageId)) return;
    if (isOwnPrecedent(front.uri)) return;
    const found = await ask<NonNullable<LedgerResult>>(LedgerMethod, front.uri);
    if (found === null || window.activeTextEditor?.document !== front) return;
    take(front, found);
  };
  const refresh = (): void => {
    clearTimeout(timer);
    timer = undefined;
    void follow();
    if (document !== undefined) for (const feed of feeds) feed.invalidate();
  };
  const subscriptions = [
    window.onDidChangeActiveTextEditor(() => void follow()),
    workspace.onDidOpenTextDocument(() => void follow()),
    workspace.onDidCloseTextDocument(() => void follow()),
    workspace.onDidChangeTextDocument((event) => {
      const front = window.activeTextEditor?.document;
      const wanted = event.document === document || (document === undefined && event.document === front);
      if (!wanted || event.contentChanges.length === 0) return;
      clearTimeout(timer);
      timer = setTimeout(refresh, PAUSE);
    }),
  ];
  void follow();
  return {
    get document() {
      return document;
    },
    ledger,
    glossary,
    indicators,
    refresh,
    dispose() {
      clearTimeout(timer);
      for (const subscription of [...subscriptions, ...feeds]) subscription.dispose();
    },
  };
}

interface OwnFeed<T> extends Feed<T> {
  dispose(): void;
  /** What is known is out of date: asks at once if somebody looks, else when somebody does. */
  invalidate(): void;
  put(value: T | null): void;
}

function createFeed<T>(
  ask: (uri: Uri) => Promise<T | null>,
  document: () => TextDocument | undefined,
  isLookedAt: () => boolean,
): OwnFeed<T> {
  const changed = new EventEmitter<void>();
  let value: T | null = null;
  let stale = false;
  let asked = 0;
  const put = (next: T | null): void => {
    asked++;
    stale = false;
    value = next;
    changed.fire();
  };
  const fetch = async (): Promise<void> => {
    const own = document();
    const number = ++asked;
    stale = false;
    const next = own === undefined ? null : await ask(own.uri);
    // An older answer that comes later is not taken.
    if (number === asked) put(next);
  };
  return {
    get value() {
      return value;
    },
    onDidChange: changed.event,
    look() {
      if (stale) void fetch();
    },
    invalidate() {
      stale = true;
      if (isLookedAt()) void fetch();
    },
    put,
    dispose: () => {
      changed.dispose();
    },
  };
}
