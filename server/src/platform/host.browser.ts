import { createScriptConverter } from '../import/converter.browser';
import type { Gb18030Decoder } from './decode';
import type { Host } from './host';

export const gb18030: Gb18030Decoder = (bytes) => {
  try {
    return new TextDecoder('gb18030').decode(bytes);
  } catch {
    return null;
  }
};

/** A server in a worker of a browser has no disk: files come from the client. */
export const browserHost: Host = {
  files: null,
  gb18030,
  converter: createScriptConverter,
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
};
