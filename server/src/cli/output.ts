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

/** Why a file could not be read or written, in words. Unknown reasons keep the system's code. */
export function reasonOf(error: unknown, lang: Lang): string {
  if (error instanceof ProblemError) return say(lang, PROBLEMS[error.problem].zh, PROBLEMS[error.problem].en);
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return say(lang, '不存在', 'does not exist');
    case 'EACCES':
    case 'EPERM':
      return say(lang, '没有权限', 'permission denied');
    case 'EISDIR':
      return say(lang, '是文件夹', 'is a folder');
    case 'ENOTDIR':
      return say(lang, '路径中有一段不是文件夹', 'a part of the path is not a folder');
    default:
      return code !== '' ? code : error instanceof Error ? error.message : String(error);
  }
}
