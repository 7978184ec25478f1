/** Pages to print: no scripts, nothing fetched, everything from reports escaped. */

export interface Page {
  readonly lang: 'zh' | 'en';
  readonly title: string;
  /** Already HTML. */
  readonly body: string;
}

/** One self-contained page for paper and screen. */
export function htmlPage({ lang, title, body }: Page): string {
  return `<!DOCTYPE html>
<html lang="${lang === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}</body>
</html>
`;
}

/**
 * A table of texts, whose line breaks are kept; `name` is the class that its columns are styled by. With `id` its rows can
 * be pointed at: `figure-1`, `figure-2`, ….
 */
export function htmlTable(
  name: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  id?: string,
): string {
  const cells = (row: readonly string[], tag: string): string =>
    row.map((one) => `<${tag}>${escapeHtml(one).replaceAll('\n', '<br>')}</${tag.split(' ')[0] ?? tag}>`).join('');
  const body = rows
    .map((row, i) => `<tr${id === undefined ? '' : ` id="${id}-${String(i + 1)}"`}>${cells(row, 'td')}</tr>`)
    .join('\n');
  return `<table class="${name}">\n<thead><tr>${cells(head, 'th scope="col"')}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>\n`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const STYLE = `
:root { color-scheme: light; }
body { font-family: "Songti SC", "SimSun", "Noto Serif CJK SC", serif; color: #111; background: #fff; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; line-height: 1.6; }
h1 { font-size: 1.5rem; text-align: center; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 0.4rem; }
.summary { font-weight: bold; text-align: center; }
.sources, .signature { color: #444; font-size: 0.85rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th, td { border: 1px solid #777; padding: 0.25rem 0.45rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #eee; }
.numbered td:first-child, .numbered th:first-child { text-align: right; width: 2.5rem; white-space: nowrap; }
.items td:nth-child(2), .items td:nth-child(6) { white-space: nowrap; }
ul { padding-left: 1.4rem; columns: 2; font-size: 0.9rem; }
li { break-inside: avoid; }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
`;
