import process from 'node:process';
import { createConnection } from 'vscode-languageserver/node';
import { serve } from '../lsp/server';
import { guardProcess, nodeHost } from '../platform/host.node';

/** Serves an editor over standard input and output. The connection ends the process when the editor goes. */
export function lsp(): Promise<never> {
  const connection = createConnection(process.stdin, process.stdout);
  guardProcess((message) => {
    connection.console.error(message);
  });
  serve(connection, nodeHost);
  return new Promise(() => undefined);
}
