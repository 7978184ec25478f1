import simplifiedPairs from 'opencc-js/dict/STCharacters';
import { Converter } from 'opencc-js/t2cn';
import { isHan } from './characters';

/**
 * Frequent characters of reports that exist in traditional writing only. One in fifty of the Han characters of a
 * traditional report is among them by far; a simplified report has none but for names.
 */
const TRADITIONAL_ONLY = new Uint8Array(0x10000);
for (const character of '會國個產業發經濟區與為實現進設體開關長門問題務員報總資額費貫徹黨習近時書記領導動機構財稅農村鎮鄉縣點線網絡環節約轉達標準獲榮譽優質強創數據價責請議審見億萬兩單職訓學術醫療衛養險圍護綠濕園樹風應對變壓類視聽說話語論證識認讓謝謙計劃訂許評該詳調講貨購買賣賓賽贊輪輸軟載較轄邊還這連遠適選遷鋼鐵錢鏈銷鎖難電靈韌頂項順須預頭顧願顯飛館驗驟齊齡歷歲') {
  TRADITIONAL_ONLY[character.charCodeAt(0)] = 1;
}

/** A traditional report has far more than this share of traditional-only characters; quotations in a simplified one far less. */
const SHARE = 0.03;

/**
 * Whether the text as a whole is written in traditional characters. Only then may it be converted: converters change
 * some characters of simplified texts too.
 */
export function isTraditional(text: string): boolean {
  let traditional = 0;
  for (let i = 0; i < text.length; i++) traditional += TRADITIONAL_ONLY[text.charCodeAt(i)] ?? 0;
  // Hardly any simplified text has three of them: of most texts the others need not be counted.
  if (traditional < 3) return false;
  let han = 0;
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) han++;
  return traditional > han * SHARE;
}

/** Characters of Hong Kong and old prints that the converter's tables leave alone. */
const LEFT: Readonly<Record<string, string>> = {
  衞: '卫',
  敍: '叙',
  枱: '台',
  粧: '妆',
  糭: '粽',
  衹: '只',
  痺: '痹',
  簷: '檐',
};

let converter: ((text: string) => string) | undefined;

/** Simplified form with the same number of UTF-16 units, so that offsets stay. */
export function toSimplified(text: string): string {
  converter ??= Converter({ from: 't', to: 'cn' });
  // Converters leave 著 alone outside the words they list; only in a few words is it not 着.
  const converted = converter(text)
    .replace(/(?<![显名卓编论专土原巨昭合译])著(?![名作称述书录者])/g, '着')
    .replace(/[衞敍枱粧糭衹痺簷]/g, (character) => LEFT[character] ?? character);
  if (converted.length === text.length) return converted;
  let out = '';
  for (const character of text) {
    const one = converter(character);
    out += one.length === character.length ? one : character;
  }
  return out;
}

/** The usual traditional form with the same number of UTF-16 units, character by character. */
export function toTraditional(text: string): string {
  traditional ??= new Map(
    simplifiedPairs.split('|').map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)]),
  );
  let out = '';
  for (const character of text) {
    const other = traditional.get(character);
    out += other?.length === character.length ? other : character;
  }
  return out;
}

let traditional: ReadonlyMap<string, string> | undefined;
