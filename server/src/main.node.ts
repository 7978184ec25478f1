import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './lsp/server';
import { nodeHost } from './platform/host.node';

// The transport is named by the arguments: --stdio, --node-ipc, --pipe or --socket.
serve(createConnection(ProposedFeatures.all), nodeHost);
