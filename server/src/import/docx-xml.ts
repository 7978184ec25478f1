/** The XML parts of a Word document as trees. */
import { DOMParser } from '@xmldom/xmldom';
import type { Xml } from './docx-numbering';
import { ProblemError } from './problems';

export function parseXml(content: string): Document {
  const fail = (): never => {
    throw new ProblemError('corrupt');
  };
  const parser = new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } });
  return parser.parseFromString(content, 'text/xml');
}

export function toXml(element: Element): Xml {
  return {
    name: element.localName,
    get children() {
      return childElements(element).map(toXml);
    },
    attribute: (name) => {
      for (const one of Array.from(element.attributes)) if (one.localName === name) return one.value;
      return undefined;
    },
  };
}

export function childElements(element: Element): Element[] {
  return Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);
}

/** The elements below one in the order of the document, of one name where it is given. */
export function descendants(element: Element, name?: string): Element[] {
  const found: Element[] = [];
  const visit = (above: Element): void => {
    for (const one of childElements(above)) {
      if (name === undefined || one.localName === name) found.push(one);
      visit(one);
    }
  };
  visit(element);
  return found;
}
