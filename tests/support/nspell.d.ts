declare module 'nspell' {
  /** Hunspell's rules and words, as dictionary packages bring them. */
  export default function nspell(dictionary: { aff: Buffer; dic: Buffer }): { correct(word: string): boolean };
}
