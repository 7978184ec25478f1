/** The colours of the editor's theme, which the page has as CSS variables. */
export interface Theme {
  readonly text: string;
  readonly grid: string;
  readonly target: string;
  readonly result: string;
  /** Drawn round bars where colours alone may not tell. */
  readonly outline: string;
  readonly background: string;
  readonly font: string;
}

export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const first = (...names: readonly string[]): string =>
    names.map((name) => style.getPropertyValue(name).trim()).find((value) => value !== '') ?? 'gray';
  return {
    text: first('--vscode-foreground', '--vscode-editor-foreground'),
    grid: first('--vscode-charts-lines', '--vscode-editorWidget-border', '--vscode-contrastBorder'),
    target: first('--vscode-charts-yellow', '--vscode-foreground'),
    result: first('--vscode-charts-blue', '--vscode-foreground'),
    outline: first('--vscode-contrastBorder', '--vscode-charts-blue', '--vscode-foreground'),
    background: first('--vscode-editor-background'),
    font: first('--vscode-font-family'),
  };
}

/** Calls back when the person takes another theme. */
export function onThemeChange(changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
}
