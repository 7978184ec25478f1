/**
 * Names of files as the core sees them: slash-separated strings, either paths or URIs. The core never asks a disk, it
 * only compares names and takes them apart.
 */

/** The name in the form a person would read: percent signs of a URI decoded, a path as it is. */
export function readableName(path: string): string {
  return isUri(path) ? decoded(path) : path;
}

/** The last part of the name, readable. */
export function baseName(path: string): string {
  const name = readableName(path);
  return name.slice(name.lastIndexOf('/') + 1);
}

/**
 * A name for a new file out of words that a person or a document gives: without what would lead into another folder, or
 * what one of the usual systems allows in no name.
 */
export function asFileName(words: string): string {
  // eslint-disable-next-line no-control-regex -- they are what has to go
  return words.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '').replace(/^[.\s]+/, '');
}

/** The folder a file stands in, without a closing slash; the empty string for a bare name. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Whether `path` is `folder` or lies somewhere below it. An empty folder holds everything. */
export function isUnder(path: string, folder: string): boolean {
  if (folder === '') return true;
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path === folder || path.startsWith(prefix);
}

/** The readable name of `path` seen from `folder`; the whole name where it lies elsewhere. */
export function relativeName(path: string, folder: string): string {
  if (folder === '' || path === folder || !isUnder(path, folder)) return readableName(path);
  const name = path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
  return isUri(path) ? decoded(name) : name;
}

/** The readable way from `folder` to `path`, through `..` where it lies elsewhere. Both are of one disk. */
export function wayFrom(folder: string, path: string): string {
  const from = folder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const name = [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
  return isUri(path) ? decoded(name) : name;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

// A scheme before the first colon, of two letters or more (one letter is a Windows drive): `file:///past/2023.txt`.
const URI = /^[A-Za-z][A-Za-z0-9+.-]{1,40}:/u;

function isUri(path: string): boolean {
  return URI.test(path);
}
