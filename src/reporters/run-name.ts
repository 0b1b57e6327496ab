/** What a run is called: the name of its folder, unless that is taken. */
export const MAX_SLUG = 80;
/** A dash before the day, and a dash and four digits behind it. */
const ROOM_FOR_COUNTER = 6;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  å: 'a',
  ö: 'o',
  ä: 'a',
  ü: 'u',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** Words as a folder name that every system can hold: `a-z0-9-`, at most 80. */
export function slug(...words: readonly string[]): string {
  const text = words
    .join(' ')
    .toLowerCase()
    .replace(/[æøåöäüßđðþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, '');
  if (text === '') return 'run';
  return RESERVED.test(text) ? `${text}-run` : text;
}

/** The day comes last and is never cut: long names lose their ends instead. */
export function runName(agreement: string | undefined, catalogue: string, day: string): string {
  const names = slug(...(agreement === undefined ? [] : [agreement]), catalogue);
  return `${names.slice(0, MAX_SLUG - day.length - ROOM_FOR_COUNTER).replace(/-+$/, '')}-${day}`;
}
