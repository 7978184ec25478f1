import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './lsp/server';
import { createNodeHost, guardProcess } from './platform/host.node';

// The transport is named by the arguments: --stdio, --node-ipc, --pipe or --socket.
const connection = createConnection(ProposedFeatures.all);
guardProcess((message) => {
  connection.console.error(message);
});
serve(connection, createNodeHost(path.join(__dirname, '../import/thread.js')));
