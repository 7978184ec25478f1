/** The draft that the views tell of, and what the server says of it. */
import { EventEmitter, TabInputText, TabInputTextDiff, Uri, window, workspace } from 'vscode';
import type { Event, TextDocument } from 'vscode';
import type {
  DraftLedger,
  GlossaryResult,
  IndicatorsResult,
  LedgerResult,
  ViewParams,
} from '../../../server/src/lsp/protocol';
import type { HeldReport, OpenReport, Reason } from './takeOver';
import { takesOver } from './takeOver';
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
  /** Whether the editor in front shows another report than this one. */
  readonly otherInFront: boolean;
  readonly onDidChangeFront: Event<void>;
  /** Tells of the report in front from now on; false where it is none. */
  choose(): Promise<boolean>;
  readonly ledger: Feed<DraftLedger>;
  readonly glossary: Feed<NonNullable<GlossaryResult>>;
  readonly indicators: Feed<NonNullable<IndicatorsResult>>;
  /** Asks again for everything that somebody looks at. */
  readonly refresh: () => void;
}

/** After the last keystroke the views wait this long, in milliseconds: they must not run beside the hands. */
const PAUSE = 400;

const servedLanguages = new Set(['policy-report', 'markdown', 'plaintext']);

/** Follows the active editor to the draft that is written ({@link takesOver}), which stays while others are read. */
export function followDraft(request: Request, isLookedAt: (feed: 'glossary' | 'indicators') => boolean): DraftInView {
  let document: TextDocument | undefined;
  let written = false;
  let chosen = false;
  let otherInFront = false;
  const frontChanged = new EventEmitter<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether the server answered what it was last asked. */
  let answered = true;
  const ask = async <T>(method: string, uri: Uri): Promise<T | null> => {
    try {
      const answer = await request<T | null>(method, { uri: uri.toString() } satisfies ViewParams);
      answered = true;
      return answer;
    } catch {
      // The status item tells that no server runs; the views are empty until one does.
      answered = false;
      return null;
    }
  };
  const current = (): TextDocument | undefined => document;
  const isTold = (one: TextDocument): boolean => one === document;
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

  /** What was last said of the document; a server that is started anew leaves it standing. */
  let known: OpenReport | null = null;
  const held = (): HeldReport | null => {
    if (document === undefined || known === null || !isInTab(document)) return null;
    return { ...known, written: written || document.isDirty || document.isUntitled, chosen };
  };
  const take = (next: TextDocument | undefined, known: DraftLedger | null, byChoice: boolean): void => {
    document = next;
    written = false;
    chosen = byChoice;
    ledger.put(known);
    for (const feed of [glossary, indicators]) feed.invalidate();
  };
  const tellFront = (other: boolean): void => {
    if (other === otherInFront) return;
    otherInFront = other;
    frontChanged.fire();
  };
  /** Looks whether the document in front is a report that is to be told of, and whether the one told of is still open. */
  const follow = async (reason: Reason): Promise<boolean> => {
    const front = window.activeTextEditor?.document;
    if (document?.isClosed === true) take(undefined, null, false);
    if (front === undefined || front === document || !servedLanguages.has(front.languageId)) {
      chosen ||= front !== undefined && front === document && reason === 'chosen';
      tellFront(false);
      return front !== undefined && front === document;
    }
    const found = await ask<NonNullable<LedgerResult>>(LedgerMethod, front.uri);
    if (window.activeTextEditor?.document !== front) return false;
    if (isTold(front)) {
      // Another look, begun in the meantime, was answered first and has taken it.
      chosen ||= reason === 'chosen';
      tellFront(false);
      return true;
    }
    if (found !== null && takesOver(held(), asOpen(front, found), reason)) {
      take(front, found, reason === 'chosen');
      tellFront(false);
      return true;
    }
    tellFront(found !== null);
    return false;
  };
  /** What was changed since the last look. */
  let changed: TextDocument | undefined;
  const refresh = (): void => {
    clearTimeout(timer);
    timer = undefined;
    // Told only now: with the first change an editor may not call the text dirty yet, and one that another program
    // changed never is.
    const byHand = changed?.isDirty === true;
    if (changed === document) written ||= byHand;
    void follow(byHand && changed === window.activeTextEditor?.document ? 'written-in' : 'looked-at');
    changed = undefined;
    if (document !== undefined) for (const feed of feeds) feed.invalidate();
  };
  const subscriptions = [
    ledger.onDidChange(() => {
      const { value } = ledger;
      if (document === undefined || (value === null && answered)) known = null;
      else if (value !== null) known = asOpen(document, value);
    }),
    window.onDidChangeActiveTextEditor(() => void follow('looked-at')),
    workspace.onDidOpenTextDocument(() => void follow('looked-at')),
    workspace.onDidCloseTextDocument(() => void follow('looked-at')),
    workspace.onDidChangeTextDocument((event) => {
      const wanted = event.document === document || event.document === window.activeTextEditor?.document;
      if (!wanted || event.contentChanges.length === 0) return;
      changed = event.document;
      clearTimeout(timer);
      timer = setTimeout(refresh, PAUSE);
    }),
  ];
  void follow('looked-at');
  return {
    get document() {
      return document;
    },
    get otherInFront() {
      return otherInFront;
    },
    onDidChangeFront: frontChanged.event,
    choose: () => follow('chosen'),
    ledger,
    glossary,
    indicators,
    refresh,
    dispose() {
      clearTimeout(timer);
      for (const subscription of [...subscriptions, ...feeds, frontChanged]) subscription.dispose();
    },
  };
}

/** A document that is closed lives on for minutes where an extension has opened it; its tab is gone at once. */
function isInTab({ uri }: TextDocument): boolean {
  const name = uri.toString();
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(
      ({ input }) =>
        (input instanceof TabInputText && input.uri.toString() === name) ||
        (input instanceof TabInputTextDiff && input.modified.toString() === name),
    ),
  );
}

function asOpen({ uri }: TextDocument, { planYear, precedents, newest }: DraftLedger): OpenReport {
  // The server may write an address otherwise than the editor does.
  const own = precedents.map((precedent) => Uri.parse(precedent).toString());
  return { uri: uri.toString(), planYear, precedents: own, newest };
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
