/** What stands out on the pages of a PDF by its font. */
import type { FontLook } from './faces';
import { standsOut } from './faces';
import type { Fragment, Page } from './pdf-lines';

/** A stretch of text on a page with the look of its font. */
export type Looked = Fragment & { readonly look: FontLook };

export type LookedPage = Omit<Page, 'fragments'> & { readonly fragments: readonly Looked[] };

/** Marks the fragments that stand out from the text. */
export function withWeights(pages: readonly LookedPage[]): Page[] {
  const isBold = standsOut(
    pages.flatMap(({ fragments }) => fragments.map(({ look, text }) => ({ look, length: text.length }))),
  );
  return pages.map((page) => ({
    ...page,
    fragments: page.fragments.map(({ look, ...fragment }) => ({ ...fragment, bold: isBold(look) })),
  }));
}
