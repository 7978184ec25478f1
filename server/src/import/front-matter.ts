/** What an imported report says of itself above its text. */
export interface FrontMatter {
  readonly issuer: string | null;
  readonly region: string | null;
  readonly planYear: number | null;
  /** Name of the file it was made from. */
  readonly source: string;
}

/** YAML front matter with a closing line, to be put before the text. What is not known is left for a person to fill in. */
export function frontMatter({ issuer, region, planYear, source }: FrontMatter): string {
  const lines = [
    `issuer: ${issuer ?? ''}`,
    ...(region === null ? [] : [`region: ${region}`]),
    `planYear: ${planYear === null ? '' : String(planYear)}`,
    `source: ${quote(source)}`,
  ];
  return `---\n${lines.map((line) => line.trimEnd()).join('\n')}\n---\n\n`;
}

/** Quoted where YAML would read more than a name in it. */
function quote(name: string): string {
  return /^[\p{L}\p{N}（）()《》·._ -]+$/u.test(name) && /^[\p{L}（《]/u.test(name) ? name : JSON.stringify(name);
}
