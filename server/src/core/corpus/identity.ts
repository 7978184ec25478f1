/** Who reports for which year, as far as the text or the configuration tells. */
export interface Identity {
  readonly issuer: string | null;
  readonly region: string | null;
  readonly planYear: number | null;
}

/**
 * Whether two reports are of one place. Regions tell issuers of one name apart only where both are known; a name that
 * carries its region (云川市青禾区) is the same as the name with the region beside it. `unknown` when a name is missing.
 */
export function compareIssuers(a: Identity, b: Identity): 'same' | 'other' | 'unknown' {
  if (a.issuer === null || b.issuer === null) return 'unknown';
  const left = bareIssuer(a.issuer);
  const right = bareIssuer(b.issuer);
  if (left === right) return regionsDiffer(a.region, b.region) ? 'other' : 'same';
  if (a.region !== null && b.region === null && right === a.region + left) return 'same';
  if (b.region !== null && a.region === null && left === b.region + right) return 'same';
  return 'other';
}

function regionsDiffer(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  // 云川省青禾市 and 青禾市 name one region at different length.
  return !(a === b || a.endsWith(b) || b.endsWith(a));
}

function bareIssuer(issuer: string): string {
  return issuer.endsWith('人民政府') ? issuer.slice(0, -'人民政府'.length) : issuer;
}
