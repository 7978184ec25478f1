import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

export interface ShownProgress {
  report(done: number, total: number): void;
  done(): void;
}

/** Progress in the client's own way. Nothing waits for the client to make room for it, and it may refuse. */
export function startProgress(connection: Connection, message: string): ShownProgress {
  let shown: WorkDoneProgressServerReporter | undefined;
  let over = false;
  connection.window.createWorkDoneProgress().then(
    (progress) => {
      if (over) return;
      shown = progress;
      progress.begin('Policy Drafting', 0, message, false);
    },
    () => undefined,
  );
  return {
    report: (done, total) => shown?.report(Math.floor((done / total) * 100), `${String(done)}/${String(total)}`),
    done() {
      over = true;
      shown?.done();
    },
  };
}
