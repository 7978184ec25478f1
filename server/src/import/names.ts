/** What the names around a document say of a report, where its text does not: file, folders, and who published it. */

export interface Guess {
  readonly issuer: string | null;
  readonly planYear: number | null;
}

/** Folders above the file that may be named after the place or the year. */
const HIGHEST = 3;

const YEAR = /(?<!\d)((?:19|20)\d\d)(?!\d)/;

/** 青禾区, 云川市青禾区 → 青禾区; a name of two to six characters and what kind of place it is. */
const PLACE =
  /(?:[省市州盟]|自治区)?(\p{Script=Han}{2,6}?(?:自治州|自治县|自治旗|林区|特区|新区|地区)|\p{Script=Han}{1,5}?[市县区旗])(?![委直级长域])/u;

/** 来源：青禾区人民政府办公室 */
const SOURCE = /(?:来源|信息来源|发布机构|发布单位|主办|主办单位)[：:]\s{0,4}(\p{Script=Han}{2,16}?)(?:人民政府|政府)/u;

/**
 * A guess for a person to look at.
 * @param path name of the file, with the folders it lies in; slashes or backslashes
 * @param text of the document; only its beginning and its end are looked at
 */
export function guessFromNames(path: string, text: string): Guess {
  const names = path
    .split(/[\\/]/)
    .filter((name) => name !== '')
    .slice(-1 - HIGHEST)
    .reverse();
  const source = SOURCE.exec(text.slice(0, 3000))?.[1] ?? SOURCE.exec(text.slice(-1500))?.[1];
  const years = names.flatMap((name) => YEAR.exec(name)?.[1] ?? []);
  return {
    issuer: [...names.slice(0, 1), source, ...names.slice(1)].map(placeIn).find((place) => place !== null) ?? null,
    planYear: years[0] === undefined ? null : Number(years[0]),
  };
}

/** The innermost place that a name names. */
function placeIn(name: string | undefined): string | null {
  if (name === undefined) return null;
  const plain = name.replace(/\.[a-z]{1,5}$/i, '').replace(/全[省市县区旗]|各[省市县区旗]|本[省市县区旗]/g, ' ');
  let found: string | null = null;
  for (const part of plain.split(/\P{Script=Han}/u)) {
    for (let rest = part, match = PLACE.exec(rest); match !== null; match = PLACE.exec(rest)) {
      // What follows right behind another place is a part of it.
      if (found !== null && match.index > 0) break;
      found = match[1] ?? found;
      rest = rest.slice(match.index + match[0].length);
    }
    // 区县 and 市区 say of no place which one it is.
    if (found !== null && /[^省市县区旗州盟城郊地]/.test(found.slice(0, -1))) return found;
    found = null;
  }
  return null;
}
