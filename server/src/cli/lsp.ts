import process from 'node:process';
import { createConnection } from 'vscode-languageserver/node';
import { serve } from '../lsp/server';
import { createNodeHost, guardProcess } from '../platform/host.node';
import { CONVERTER_THREAD } from './documents';

/** Serves an editor over standard input and output. The connection ends the process when the editor goes. */
export function lsp(): Promise<never> {
  const connection = createConnection(process.stdin, process.stdout);
  guardProcess((message) => {
    connection.console.error(message);
  });
  serve(connection, createNodeHost(CONVERTER_THREAD));
  return new Promise(() => undefined);
}
