import * as vscode from 'vscode';
import { equal } from './support';

export function declareHarnessSuite(): void {
  suite('the host', () => {
    test('opens the copied samples as its workspace', () => {
      equal(vscode.workspace.workspaceFolders?.length, 1);
    });
  });
}
