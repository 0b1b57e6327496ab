/** Words that are written in small letters in any name, wherever they stand: no name of a brand is one of them. */

const LITTLE_WORDS =
  'av|for|fra|i|med|og|på|til|uten|ved|m|u|eller|per|pr|stor|liten|lang|kort|ny|tykk|tynn|bred|smal|høy|lav';
const COLOURS =
  'hvit|hvitt|hvite|sort|svart|grå|grått|blå|blått|rød|rødt|røde|grønn|grønt|gul|gult|brun|brunt|rosa|lilla|oransje|beige|klar|transparent|assortert';

/** Behind a number. */
export const SMALL_UNIT_WORDS: ReadonlySet<string> = new Set(
  'g|kg|mg|l|ml|cl|dl|mm|cm|m|stk|pk|ark|lag|par|rull|ruller|x|w|v'.split('|'),
);

export const PLAIN_WORDS: readonly string[] = [...LITTLE_WORDS.split('|'), ...COLOURS.split('|')];
