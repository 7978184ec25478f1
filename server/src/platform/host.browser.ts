import type { Host } from './host';

/** A server in a worker of a browser has no disk: files come from the client. */
export const browserHost: Host = {
  files: null,
  gb18030: (bytes) => {
    try {
      return new TextDecoder('gb18030').decode(bytes);
    } catch {
      return null;
    }
  },
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
};
