/** Where imported reports are written, by names alone. */

/** The folder that past reports from elsewhere come into. */
const pastReports = encodeURIComponent('往年报告');

/** Whether a document lies in one of some folders. */
export function isInside(folders: readonly string[]): (uri: string) => boolean {
  return (uri) => folders.some((folder) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`));
}

/**
 * The folder for the Markdown of a document: its own where it lies in the workspace, so that both stay together, else
 * 往年报告 in the home folder. URIs in and out.
 */
export function targetFolder(source: string, home: string, inWorkspace: (uri: string) => boolean): string {
  if (inWorkspace(source)) return source.slice(0, source.lastIndexOf('/'));
  return `${home.endsWith('/') ? home.slice(0, -1) : home}/${pastReports}`;
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `a.md`, 2 → `a（2）.md` */
export function numberedName(fileName: string, number: number): string {
  const dot = fileName.lastIndexOf('.');
  return `${fileName.slice(0, dot)}（${String(number)}）${fileName.slice(dot)}`;
}
