/** Marks as bold what stands out by its typeface alone, as headings in 黑体 and 楷体 do beside a text in 仿宋. */
import type { Xml } from './docx-numbering';
import { child, value } from './docx-numbering';
import { childElements, descendants, toXml } from './docx-xml';
import { fontLook, standsOut } from './faces';
import type { FontLook } from './faces';

/** Deeper than styles are based on one another; a bound, because a broken file may go in a circle. */
const DEEPEST = 20;

/** Adds `<w:b/>` to runs in a typeface of headings, and to those that a style makes bold. */
export function markFaces(document: Document, styles: Xml | undefined): void {
  const faceOf = inherited(styles, fontOf);
  const weightOf = inherited(styles, boldOf);
  const runs: { run: Element; properties: Element | undefined; look: FontLook; length: number }[] = [];
  for (const paragraph of descendants(document.documentElement, 'p')) {
    const style = value(child(child(toXml(paragraph), 'pPr'), 'pStyle'));
    for (const run of descendants(paragraph, 'r')) {
      const length = descendants(run, 't').reduce((sum, { textContent }) => sum + textContent.length, 0);
      if (length === 0) continue;
      const properties = childElements(run).find(({ localName }) => localName === 'rPr');
      const own = properties === undefined ? undefined : toXml(properties);
      const runStyle = value(child(own, 'rStyle'));
      const name = fontOf(own) ?? faceOf(runStyle) ?? faceOf(style) ?? faceOf(NORMAL) ?? '';
      const bold = boldOf(own) ?? weightOf(runStyle) ?? weightOf(style) ?? weightOf(NORMAL) ?? false;
      runs.push({ run, properties, look: { face: fontLook(name).face, bold }, length });
    }
  }
  const isHeading = standsOut(runs);
  for (const { run, properties, look } of runs) {
    // What says of itself whether it is bold is left alone.
    if (!isHeading(look) || (properties !== undefined && boldOf(toXml(properties)) !== undefined)) continue;
    const prefix = run.prefix === null ? '' : `${run.prefix}:`;
    const make = (name: string): Element => document.createElementNS(run.namespaceURI, prefix + name);
    const place = properties ?? run.insertBefore(make('rPr'), run.firstChild);
    place.appendChild(make('b'));
  }
}

function fontOf(properties: Xml | undefined): string | undefined {
  return child(properties, 'rFonts')?.attribute('eastAsia');
}

/** `<w:b/>`, `<w:b w:val="0"/>` */
function boldOf(properties: Xml | undefined): boolean | undefined {
  const bold = child(properties, 'b');
  return bold === undefined ? undefined : !/^(?:0|false|off)$/.test(bold.attribute('val') ?? '');
}

/** Stands for the style of paragraphs that name none. */
const NORMAL = '';

/** What a style, or the nearest of those it is based on, says of the form of text. */
function inherited<T>(
  styles: Xml | undefined,
  read: (properties: Xml | undefined) => T | undefined,
): (name: string | undefined) => T | undefined {
  const all = styles?.children ?? [];
  const byId = new Map(all.map((style) => [style.attribute('styleId') ?? '', style]));
  const normal = all.find(
    (style) => style.attribute('type') === 'paragraph' && /^(?:1|true)$/.test(style.attribute('default') ?? ''),
  );
  const defaults = child(child(child(styles, 'docDefaults'), 'rPrDefault'), 'rPr');
  return (name) => {
    if (name === NORMAL) return read(child(normal, 'rPr')) ?? read(defaults);
    let style = name === undefined ? undefined : byId.get(name);
    for (let depth = 0; style !== undefined && depth < DEEPEST; depth++) {
      const found = read(child(style, 'rPr'));
      if (found !== undefined) return found;
      style = byId.get(value(child(style, 'basedOn')) ?? NORMAL);
    }
    return undefined;
  };
}
