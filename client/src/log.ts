import type { LogOutputChannel } from 'vscode';

/**
 * The same log, where a traced message keeps its first line only: name, number and duration. What follows, or what a
 * trace in JSON holds, is the payload, and the payload of a document is the text of a report, which belongs in no log.
 */
export function withoutPayload(log: LogOutputChannel): LogOutputChannel {
  return {
    get name() {
      return log.name;
    },
    get logLevel() {
      return log.logLevel;
    },
    get onDidChangeLogLevel() {
      return log.onDidChangeLogLevel;
    },
    trace: (message) => {
      log.trace(headOfTrace(message));
    },
    debug: (message) => {
      log.debug(headOfTrace(message));
    },
    info: (message) => {
      log.info(headOfTrace(message));
    },
    warn: (message) => {
      log.warn(headOfTrace(message));
    },
    error: (message) => {
      log.error(headOfTrace(typeof message === 'string' ? message : message.message));
    },
    append: (value) => {
      log.append(headOfTrace(value));
    },
    appendLine: (value) => {
      log.appendLine(headOfTrace(value));
    },
    replace: (value) => {
      log.replace(headOfTrace(value));
    },
    clear: () => {
      log.clear();
    },
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- one of its two forms is; a wrapper has to have both
    show: () => {
      log.show();
    },
    hide: () => {
      log.hide();
    },
    // The channel belongs to the extension, which disposes it.
    dispose: () => undefined,
  };
}

/** The first line of a traced message; of one in JSON only that there was one. */
export function headOfTrace(message: string): string {
  if (message.startsWith('{')) return 'message (payload left out)';
  const end = message.search(/[\r\n]/);
  return end < 0 ? message : message.slice(0, end);
}
