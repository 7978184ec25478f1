import type { Line } from './lines';

/** What the front matter of a Markdown file says of the report; a person wrote or confirmed it. */
export interface Told {
  readonly issuer?: string;
  readonly region?: string;
  readonly planYear?: number;
}

/** `issuer: 青禾区`, in reading form, where colons are wide and quotes are Chinese ones. */
const FIELD = /^(issuer|region|planYear)[：:]["“”']?([^"“”']{1,40})["“”']?$/;

/** Longer front matter is something else. */
const MOST_LINES = 30;

/** Reads what stands between the first `---` of a file and the next. */
export function readFrontMatter(lines: readonly Line[]): Told {
  const told: { issuer?: string; region?: string; planYear?: number } = {};
  if (lines[0]?.start !== 0 || lines[0].text !== '---') return told;
  for (const { text } of lines.slice(1, MOST_LINES)) {
    if (text === '---') return told;
    const [, key, value = ''] = FIELD.exec(text) ?? [];
    if (key === 'issuer' || key === 'region') told[key] = value;
    else if (key === 'planYear' && /^(?:19|20)\d\d$/.test(value)) told.planYear = Number(value);
  }
  // A line of dashes that nothing closes is no front matter.
  return {};
}
