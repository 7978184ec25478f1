/**
 * Radicals that stand for characters. Fonts draw both with one glyph, and programs that take text out of a PDF pick the
 * wrong one of the two: ⻓ for 长, ⽣ for 生.
 */

/**
 * The radicals whose compatibility decomposition is missing (most of U+2E80–2EF3) or is the traditional form (⼾ → 戶)
 * while the simplified one is what is meant, with their characters: Unicode 16, EquivalentUnifiedIdeograph.txt.
 */
const RADICALS =
  '⺁厂 ⺄乙 ⺊卜 ⺌小 ⺍小 ⺎兀 ⺒巳 ⺓幺 ⺛旡 ⺜日 ⺝月 ⺠民 ⺧牛 ⺩王 ⺫目 ⺬示 ⺮竹 ⺶羊 ⺷羊 ⺻聿 ⺼月 ⻁虎 ⻃覀 ⻄西 ⻅见 ⻆角 ⻉贝 ⻊足 ⻋车 ⻏邑 ⻑長 ⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻠食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⼾户 ⾭青';

const CHARACTERS = new Map(RADICALS.split(' ').map((pair) => [pair[0] ?? '', pair[1] ?? '']));

/** The character that a radical stands for; any other unit as it is. */
export function characterOf(radical: string): string {
  const code = radical.charCodeAt(0);
  if (code < 0x2e80 || code > 0x2fdf) return radical;
  return CHARACTERS.get(radical) ?? radical.normalize('NFKC');
}

/** A text with characters in place of radicals. Its length stays. */
export function mendRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, characterOf);
}
