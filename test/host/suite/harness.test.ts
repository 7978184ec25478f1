import * as vscode from 'vscode';
import { equal, ok } from './support';

/** Holds without a server, so a failure here is one of the host and not of the extension. */
export function declareHarnessSuite(): void {
  suite('the host', () => {
    test('opens a copy of the samples', () => {
      equal(vscode.workspace.workspaceFolders?.length, 1);
    });

    test('loads the extension', () => {
      const extension = vscode.extensions.getExtension('policy-drafting.policy-drafting');
      ok(extension !== undefined, 'The extension is not there.');
    });
  });
}
