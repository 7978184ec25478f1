/** Places as the server names them, as the editor has them. */
import { Position, Range } from 'vscode';
import type { CommandPosition, CommandRange } from '../../server/src/lsp/protocol';

export function asPosition({ line, character }: CommandPosition): Position {
  return new Position(line, character);
}

export function asRange({ start, end }: CommandRange): Range {
  return new Range(asPosition(start), asPosition(end));
}
