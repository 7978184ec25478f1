/** The part of opencc-js that the core uses; its own types pull in the whole package. */
declare module 'opencc-js/t2cn' {
  export function Converter(options: { from: 'tw' | 'hk' | 'twp' | 't'; to: 'cn' }): (text: string) => string;
}

/** Pairs of a simplified character and its first traditional one: `国 國|产 產`. */
declare module 'opencc-js/dict/STCharacters' {
  const pairs: string;
  export { pairs as default };
}
