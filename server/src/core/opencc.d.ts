/** The part of opencc-js that the core uses; its own types pull in the whole package. */
declare module 'opencc-js/t2cn' {
  export function Converter(options: { from: 'tw' | 'hk' | 'twp' | 't'; to: 'cn' }): (text: string) => string;
}
