/** The page of the panel with charts. Knows no editor, so that tests can load it in any browser. */
import { escapeHtml } from '../../../server/src/core/pages/html';

export interface ChartsPage {
  readonly title: string;
  readonly language: string;
  /** Addresses of the bundle and its styles, and where they may come from. */
  readonly script: string;
  readonly style: string;
  readonly source: string;
  /** Made anew for each page: only scripts that carry it run. */
  readonly nonce: string;
}

/** A page that loads nothing but its own script and styles: no inline code, no images, no fonts, no network. */
export function chartsHtml({ title, language, script, style, source, nonce }: ChartsPage): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(style)}">
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<div id="tools"></div>
<div id="charts"></div>
<p id="said" role="status" aria-live="polite"></p>
</main>
<script nonce="${nonce}" src="${escapeHtml(script)}"></script>
</body>
</html>
`;
}
