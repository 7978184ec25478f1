/** Entry point in the browser (vscode.dev): the server is a web worker. */
/// <reference lib="webworker" />
import { Uri, workspace, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateExtension, type Exports, type Extension } from './client';

let extension: Extension | undefined;

export async function activate(context: ExtensionContext): Promise<Exports> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server/browser.js');
  let worker: Worker | undefined;
  // A restart asks for a new transport, and a worker that has shut down does not go away by itself.
  const connect = async () => {
    worker?.terminate();
    worker = new Worker(await addressOf(script));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  const converters = await addressOf(Uri.joinPath(context.extensionUri, 'dist/import/browser.js'));
  extension = await activateExtension(context, (id, name, options) => new LanguageClient(id, name, connect, options), {
    converters,
  });
  return extension.exports;
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}

/** An address that a worker can load: an extension that lies on a remote machine has none, so its script comes along. */
async function addressOf(script: Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const source = new TextDecoder().decode(await workspace.fs.readFile(script));
  return URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
}
