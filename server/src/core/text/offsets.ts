/** Offsets into a text, as small as its length allows: a report has thousands of paragraphs' worth of them. */
export type Offsets = Uint16Array | Uint32Array;

/** Room for an offset into a text of so many units for each of its units and one more. */
export function offsets(length: number): Offsets {
  return length < 0xffff ? new Uint16Array(length + 1) : new Uint32Array(length + 1);
}
