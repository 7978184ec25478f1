/** Makes a Word document what a reader sees: changes accepted, hidden text and what Word writes itself taken out. */
import { childElements, descendants, toXml } from './docx-xml';
import { child } from './docx-numbering';

/** To be done before numbers are counted: a deleted paragraph has none. */
export function tidyDocument(document: Document): void {
  const root = document.documentElement;
  for (const ruby of descendants(root, 'ruby')) keepBase(ruby);
  for (const run of descendants(root, 'r')) if (isHidden(run)) remove(run);
  removeContents(root);
  for (const paragraph of descendants(root, 'p')) if (isMarkDeleted(paragraph)) joinWithNext(paragraph);
}

/** Pinyin above a character goes, the character stays where the run stood. */
function keepBase(ruby: Element): void {
  const run = ruby.parentNode;
  const base = childElements(ruby).find(({ localName }) => localName === 'rubyBase');
  if (run?.parentNode && base !== undefined) {
    for (const one of childElements(base)) run.parentNode.insertBefore(one, run);
  }
  remove(ruby);
}

/** `<w:vanish/>`, and not `<w:vanish w:val="0"/>` */
function isHidden(run: Element): boolean {
  const vanish = child(child(toXml(run), 'rPr'), 'vanish');
  return vanish !== undefined && !/^(?:0|false|off)$/.test(vanish.attribute('val') ?? '');
}

/** A table of contents that is a field and in no style of its own: `TOC \o "1-3"` up to the end of that field. */
function removeContents(root: Element): void {
  /** For each field that is open: whether it is one of contents. */
  const open: boolean[] = [];
  const touched = new Set<Element>();
  for (const element of descendants(root)) {
    if (element.localName === 'fldChar') {
      const type = toXml(element).attribute('fldCharType');
      if (type === 'begin') open.push(false);
      else if (type === 'end') open.pop();
    } else if (element.localName === 'instrText' && open.length > 0 && /^\s{0,9}TOC\b/.test(element.textContent))
      open[open.length - 1] = true;
    else if (element.localName === 't' && open.includes(true)) {
      const paragraph = ancestor(element, 'p');
      if (paragraph !== undefined) touched.add(paragraph);
    }
  }
  // A field that nothing ends would take the whole report with it.
  if (!open.includes(true)) for (const paragraph of touched) remove(paragraph);
}

/** Whether the end of the paragraph is deleted or moved away, so that it is one with the next. */
function isMarkDeleted(paragraph: Element): boolean {
  const mark = child(child(toXml(paragraph), 'pPr'), 'rPr');
  return child(mark, 'del') !== undefined || child(mark, 'moveFrom') !== undefined;
}

/** The paragraph that is left has the form of the second, and begins with what is left of the first. */
function joinWithNext(paragraph: Element): void {
  const siblings = paragraph.parentNode === null ? [] : childElements(paragraph.parentNode as Element);
  const next = siblings[siblings.indexOf(paragraph) + 1];
  if (next?.localName !== 'p') return;
  const properties = childElements(next).find(({ localName }) => localName === 'pPr');
  const first = properties === undefined ? next.firstChild : properties.nextSibling;
  for (const one of childElements(paragraph)) if (one.localName !== 'pPr') next.insertBefore(one, first);
  remove(paragraph);
}

function ancestor(element: Element, name: string): Element | undefined {
  let above = element.parentNode as Element | null;
  while (above !== null && above.localName !== name) above = above.parentNode as Element | null;
  return above ?? undefined;
}

function remove(element: Element): void {
  element.parentNode?.removeChild(element);
}
