/** The upper halves of single-byte encodings: the letters of the bytes 80 to FF. The lower half is ASCII in all. */
import type { Encoding } from './reader.ts';

export type SingleByte = Exclude<Encoding, 'utf-8' | 'utf-16le' | 'utf-16be'>;

const LATIN_1 = Array.from({ length: 128 }, (_, at) => String.fromCharCode(0x80 + at)).join('');

/** The 32 places where Windows-1252 has letters and ISO-8859-1 has control characters; five are empty. */
export const WINDOWS_1252_C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Where ISO-8859-15 differs from ISO-8859-1. */
const LATIN_9: Readonly<Record<string, string>> = {
  '¤': '€',
  '¦': 'Š',
  '¨': 'š',
  '´': 'Ž',
  '¸': 'ž',
  '¼': 'Œ',
  '½': 'œ',
  '¾': 'Ÿ',
};

/** @see https://www.unicode.org/Public/MAPPINGS/ */
export const UPPER_HALVES: Readonly<Record<SingleByte, string>> = {
  'windows-1252': WINDOWS_1252_C1 + LATIN_1.slice(32),
  'iso-8859-1': LATIN_1,
  'iso-8859-15': LATIN_1.replace(/[¤¦¨´¸¼½¾]/g, (letter) => LATIN_9[letter] ?? letter),
  macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
    '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  cp865:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø₧ƒáíóúñÑªº¿⌐¬½¼¡«¤░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
};
