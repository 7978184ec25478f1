import { ProblemError, PROBLEMS } from '../import/problems';

/**
 * Where the command line writes and how it ends. Standard output is only the result; everything said beside it goes to
 * standard error, a line each.
 */
export interface Output {
  result(content: string | Uint8Array): void;
  complain(line: string): void;
}

export type Lang = 'zh-cn' | 'en';

/** A mistake of the caller or of the system that is told in one line; ends the command with exit code 2. */
export class CommandError extends Error {}

/** The message in the language asked for. */
export function say(lang: Lang, zh: string, en: string): string {
  return lang === 'en' ? en : zh;
}

/** Why the file system refused and what to do, in words. Unknown reasons keep the system's code. */
export function reasonOf(error: unknown, lang: Lang): string {
  if (error instanceof ProblemError) return say(lang, PROBLEMS[error.problem].zh, PROBLEMS[error.problem].en);
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return say(lang, '不存在，请核对路径', 'does not exist, check the path');
    case 'EACCES':
    case 'EPERM':
      return say(lang, '没有权限，请检查访问权限', 'permission denied, check the access rights');
    case 'EISDIR':
      return say(lang, '是文件夹，应为文件', 'is a folder, name a file');
    case 'ENOTDIR':
      return say(lang, '路径中有一段不是文件夹，请核对路径', 'a part of the path is not a folder, check the path');
    default:
      return code !== '' ? code : error instanceof Error ? error.message : String(error);
  }
}
