import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './lsp/server';
import { guardProcess, nodeHost } from './platform/host.node';

// The transport is named by the arguments: --stdio, --node-ipc, --pipe or --socket.
const connection = createConnection(ProposedFeatures.all);
guardProcess((message) => {
  connection.console.error(message);
});
serve(connection, nodeHost);
