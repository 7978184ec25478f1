/** A page of tables whose cells lead to their places. Knows no editor, so that tests can read it. */
import { escapeHtml } from '../../server/src/core/pages/html';
import type { CommandLocation } from '../../server/src/lsp/protocol';
import type { ListedPage, ListedPart, ListedTable } from '../../server/src/lsp/writingProtocol';

/** The command that the links of a page run, with a {@link CommandLocation}. */
export const openFromPage = 'policyDrafting.openFromPage';

export interface PageFrame {
  readonly language: string;
  /** Made anew for each page: only the style that carries it is used. */
  readonly nonce: string;
  /** What a link is said to do, by the words it stands on. */
  readonly hint: (words: string) => string;
}

/** A page without scripts, images or network; all it can do is to run {@link openFromPage}. */
export function pageHtml(page: ListedPage, { language, nonce, hint }: PageFrame): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  const notes = page.notes.map((note) => `<p>${escapeHtml(note)}</p>\n`).join('');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<title>${escapeHtml(page.title)}</title>
<style nonce="${escapeHtml(nonce)}">${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(page.title)}</h1>
${notes}${page.tables.map((table) => tableHtml(table, hint)).join('')}</main>
</body>
</html>
`;
}

function tableHtml({ title, head, rows }: ListedTable, hint: PageFrame['hint']): string {
  const heading = title === '' ? '' : `<h2>${escapeHtml(title)}</h2>\n`;
  const columns = head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const lines = rows.map((row) => {
    const cells = row.map((cell) => `<td>${cell.map((part) => partHtml(part, hint)).join('')}</td>`);
    return `<tr>${cells.join('')}</tr>\n`;
  });
  return `${heading}<table>\n<thead><tr>${columns}</tr></thead>\n<tbody>\n${lines.join('')}</tbody>\n</table>\n`;
}

function partHtml({ text, place }: ListedPart, hint: PageFrame['hint']): string {
  const words = escapeHtml(text).replaceAll('\n', '<br>');
  if (place === null) return words;
  const said = escapeHtml(hint(text));
  return `<a href="${escapeHtml(addressOf(place))}" title="${said}" aria-label="${said}">${words}</a>`;
}

function addressOf(place: CommandLocation): string {
  return `command:${openFromPage}?${encodeURIComponent(JSON.stringify([place]))}`;
}

const STYLE = `
body { color: var(--vscode-foreground); background: var(--vscode-editor-background); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); line-height: 1.5; padding: 0 20px 20px; }
h1 { font-size: 1.4em; font-weight: 600; }
h2 { font-size: 1.1em; font-weight: 600; margin: 1.4em 0 0.5em; }
p { color: var(--vscode-descriptionForeground); margin: 0.3em 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, currentColor)); padding: 4px 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; }
a { color: var(--vscode-textLink-foreground); }
a:hover { color: var(--vscode-textLink-activeForeground); }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
`;
