/** Languages a person can read the tool in. */
export const LANGUAGES = ['nb', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages that names of articles are told to be in. */
export const NAME_LANGUAGES = ['nb', 'nn', 'sv', 'da', 'de', 'en'] as const;
export type NameLanguage = (typeof NAME_LANGUAGES)[number];

/** The same words in every language; the type makes a missing one a compile error. */
export type Text = Readonly<Record<Language, string>>;
