/** Files larger than this many bytes are no reports and are not read. */
export const LARGEST_FILE = 4_000_000;
