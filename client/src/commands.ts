/** The commands of the palette, those that a hover may link to, and the one that quick fixes run. */
import { commands, l10n, Location, Uri, window } from 'vscode';
import type { Disposable, LogOutputChannel } from 'vscode';
import {
  ChangeConfigurationCommand,
  HoverCommands,
  RereadMethod,
  type ChangedConfiguration,
  type CommandLocation,
  type CommandPosition,
  type ConfigurationChange,
  type RereadResult,
} from '../../server/src/lsp/protocol';
import { changeConfiguration } from './configuration';
import { peekElsewhere } from './elsewhere';
import { shownUri } from './importedText';
import { asPosition, asRange } from './places';
import { choosePrecedent } from './precedent';
import { showPlace } from './views/places';
import { openSamples } from './samples';
import type { StatusItems } from './statusItems';

interface Parts {
  readonly log: LogOutputChannel;
  readonly status: StatusItems;
  readonly restart: () => Promise<void>;
  readonly request: <Result>(method: string) => Promise<Result>;
  readonly pause: (paused: boolean) => Promise<void>;
  /** Where the extension is installed. */
  readonly extension: Uri;
}

/** Registers every command of the extension. */
export function registerCommands({ log, status, restart, request, pause, extension }: Parts): Disposable[] {
  return [
    commands.registerCommand('policyDrafting.restartServer', restart),
    commands.registerCommand('policyDrafting.rereadReports', async () => {
      try {
        await request<RereadResult>(RereadMethod);
      } catch {
        await offerRestart();
      }
    }),
    commands.registerCommand('policyDrafting.togglePause', () => pause(!status.paused)),
    commands.registerCommand(ChangeConfigurationCommand, (target: ChangedConfiguration, change: ConfigurationChange) =>
      changeConfiguration(target, change),
    ),
    commands.registerCommand('policyDrafting.openSettings', () =>
      commands.executeCommand('workbench.action.openSettings', '@ext:policy-drafting.policy-drafting'),
    ),
    commands.registerCommand('policyDrafting.openSamples', (folder?: Uri) => openSamples(extension, folder)),
    commands.registerCommand('policyDrafting.showLog', () => {
      log.show();
    }),
    commands.registerCommand('policyDrafting.choosePrecedent', async () => {
      const document = window.activeTextEditor?.document;
      const draft = document && status.draftOf(document);
      if (document === undefined || (draft === undefined && document.languageId !== 'policy-report')) {
        await window.showInformationMessage(l10n.t('Open the draft first: the report is chosen for it.'));
        return;
      }
      await choosePrecedent(document, draft);
    }),
    commands.registerCommand(HoverCommands.peekElsewhere, peekElsewhere),
    commands.registerCommand(HoverCommands.openLocation, async (location: CommandLocation) => {
      await showPlace(location);
    }),
    commands.registerCommand(
      HoverCommands.showLocations,
      async (uri: string, position: CommandPosition, locations: readonly CommandLocation[]) => {
        await commands.executeCommand(
          'editor.action.showReferences',
          Uri.parse(uri),
          asPosition(position),
          locations.map((location) => new Location(shownUri(Uri.parse(location.uri)), asRange(location.range))),
        );
      },
    ),
  ];
}

async function offerRestart(): Promise<void> {
  const restart = l10n.t('Restart');
  const answer = await window.showErrorMessage(
    l10n.t('The reports were not read: the language server does not answer.'),
    restart,
  );
  if (answer === restart) await commands.executeCommand('policyDrafting.restartServer');
}
