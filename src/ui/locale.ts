export const locales = ['sv', 'en'] as const;

export type Locale = (typeof locales)[number];

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

export const otherLocale = (locale: Locale): Locale => (locale === 'sv' ? 'en' : 'sv');

/**
 * The shape of a catalogue, its texts set free. Swedish is written first and is the measure:
 * `export const en = { … } satisfies Words<typeof sv>` does not compile while a text is missing.
 */
export type Words<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : Catalogue[Key] extends string
      ? string
      : Words<Catalogue[Key]>;
};
