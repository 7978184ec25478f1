/** Entry point on the desktop and on remote machines: the server is a Node process of its own. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateExtension, type Exports, type Extension } from './client';

let extension: Extension | undefined;

export async function activate(context: ExtensionContext): Promise<Exports> {
  const module = context.asAbsolutePath('dist/server/node.js');
  extension = await activateExtension(
    context,
    (id, name, options) => new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options),
  );
  return extension.exports;
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}
