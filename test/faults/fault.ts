import type { Random } from '../layouts/random';

/** A stretch of a text in UTF-16 units. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Edit extends Place {
  readonly text: string;
}

/** A text that faults are planted into. */
export interface Host {
  readonly name: string;
  /** Where the text lies, or would lie, on disk: the corpus is found from it. */
  readonly path: string;
  readonly text: string;
  /** The year whose work it plans. */
  readonly year: number;
  /** Texts of earlier reports of the same issuer, newest first. */
  readonly past: readonly string[];
  /** Whether the text is made up and clean: a real report may have slips of its own. */
  readonly clean: boolean;
}

/** What a planter does to a host. */
export interface Plant {
  readonly edits: readonly Edit[];
  /** Further places of the text, as it was, where a finding is right: the other half of a contradiction. */
  readonly beside?: readonly Place[];
  /** The fault has no place of its own, such as a missing part. */
  readonly anywhere?: boolean;
}

/** Plants one fault of its kind, or says that this host has no room for it. */
export type Planter = (host: Host, random: Random) => Plant | null;

export interface FaultKind {
  /** The rule that should speak. */
  readonly rule: string;
  /** Other rules whose finding at the place would be as good. */
  readonly accepts?: readonly string[];
  /** Rules that rightly speak elsewhere because of it. */
  readonly follows?: readonly string[];
  /** Ways to make the same mistake. */
  readonly variants: Readonly<Record<string, Planter>>;
}

/** A fault in its text. */
export interface Planted {
  readonly host: Host;
  readonly kind: FaultKind;
  readonly variant: string;
  readonly edits: readonly Edit[];
  readonly text: string;
  /** Where a finding is expected; empty when it may stand anywhere. */
  readonly places: readonly Place[];
}

export function applyPlant(host: Host, kind: FaultKind, variant: string, plant: Plant): Planted {
  const edits = [...plant.edits].sort((one, other) => one.start - other.start);
  let text = '';
  let at = 0;
  const places: Place[] = [];
  for (const edit of edits) {
    text += host.text.slice(at, edit.start);
    places.push({ start: text.length, end: text.length + edit.text.length });
    text += edit.text;
    at = edit.end;
  }
  text += host.text.slice(at);
  for (const place of plant.beside ?? [])
    places.push({ start: movedBy(edits, place.start), end: movedBy(edits, place.end) });
  return { host, kind, variant, edits, text, places: plant.anywhere === true ? [] : places };
}

/** Where an offset of the old text stands after the edits. */
export function movedBy(edits: readonly Edit[], offset: number): number {
  let moved = offset;
  for (const edit of edits) if (edit.end <= offset) moved += edit.text.length - (edit.end - edit.start);
  return moved;
}
