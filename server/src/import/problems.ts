import type { Bilingual } from '../core/model';
import type { RefusedFormat } from './formats';

/** Documents of more bytes than this are not read: their pictures alone fill it, and they are no reports. */
export const LARGEST_DOCUMENT = 40_000_000;

/** Why a document could not be brought in. */
export type Problem =
  | RefusedFormat
  | 'encrypted'
  | 'corrupt'
  | 'huge'
  | 'scanned'
  | 'empty'
  | 'slow'
  | 'binary'
  | 'unknown'
  | 'unavailable';

/** What came of a conversion: the text, or the one reason why there is none. */
export type Conversion =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'problem'; readonly problem: Problem };

/** A reason with what to do about it, to stand behind the name of the file and a colon. */
export const PROBLEMS: Readonly<Record<Problem, Bilingual>> = {
  old: {
    zh: '这种格式请先用 Word 或 WPS 另存为 .docx',
    en: 'save a file of this format as .docx with Word or WPS first',
  },
  ofd: {
    zh: 'OFD 版式文件请先用 WPS 或 OFD 阅读器另存为 .docx 或 .pdf',
    en: 'save this OFD file as .docx or .pdf with WPS or a reader of OFD first',
  },
  encrypted: {
    zh: '文件设有密码，请取消密码另存后再导入',
    en: 'the file is protected by a password; save a copy without it',
  },
  corrupt: {
    zh: '文件已损坏，或者内容与扩展名不符，请重新获取或另存',
    en: 'the file is damaged or not what its ending says; get it again or save it anew',
  },
  huge: {
    zh: '文件过大，不像一份报告',
    en: 'the file is too large for a report',
  },
  scanned: {
    zh: '文件是扫描图片，没有文字，请先做文字识别（OCR）',
    en: 'the file holds scanned pages without text; recognise its characters (OCR) first',
  },
  empty: {
    zh: '文件中没有文字',
    en: 'the file holds no text',
  },
  slow: {
    zh: '文件用时过长，未能读完，请另存为 .docx 或 .txt 后再导入',
    en: 'reading took too long; save the file as .docx or .txt first',
  },
  binary: {
    zh: '不是文本文件',
    en: 'it is not text',
  },
  unknown: {
    zh: '不支持这种格式，可用 .docx、.html、.pdf、.txt、.md',
    en: 'this format is not read; .docx, .html, .pdf, .txt and .md are',
  },
  unavailable: {
    zh: '浏览器版不能读取这种格式，请在桌面版中导入，或者先另存为 .docx 或 .txt',
    en: 'the browser version cannot read this format; import it on the desktop, or save it as .docx or .txt first',
  },
};

/** Thrown by converters for what is wrong with a document as a whole. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem);
  }
}
