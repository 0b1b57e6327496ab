/**
 * Goods that a safety data sheet must come with, or is asked for by every professional user. Source: REACH, regulation
 * (EC) 1907/2006, article 31 (miljodirektoratet.no: Sikkerhetsdatablad), and the Norwegian regulation on work (forskrift
 * om utførelse av arbeid), which demands a register of them at every workplace; version 2026-01. Both lists hold only what surely is such a thing: articles that merely contain chemicals (batteries,
 * toner, glue sticks) and cosmetics are left out.
 */

/** How the UNSPSC codes begin. */
const CLASSES: readonly string[] = [
  '101915', // pesticides and pest repellents
  '1213', // explosive materials
  '1214', // elements and gases
  '1219', // solvents
  '1510', // fuels
  '1512', // lubricants, oils, greases, anti-corrosives
  '312115', // paints and primers
  '312118', // solvents and thinners
  '471318', // cleaning and disinfecting solutions
  '53131626', // hand sanitizer
];

/** The first word of the name, in small letters. */
const WORDS: ReadonlySet<string> = new Set(
  [
    // Alcohols and solvents
    'aceton|etanol|isopropanol|metanol|propanol|rødsprit|tennsprit|tennvæske|tynner|lynol|terpentin|rensebensin|xylen|toluen|t-rød',
    // Acids and alkalis
    'saltsyre|svovelsyre|salpetersyre|fosforsyre|lut|kaustisk|natriumhydroksid|kaliumhydroksid|hydrogenperoksid|ammoniakk|salmiakk|klorin|natriumhypokloritt',
    // Cleaning and disinfection
    'avløpsåpner|avkalkingsmiddel|ovnsrens|maskinoppvaskmiddel|klesvaskemiddel|desinfeksjonsmiddel|overflatedesinfeksjon|hånddesinfeksjon|allrengjøringsmiddel|grovrengjøringsmiddel|sanitærrengjøringsmiddel|gulvrengjøringsmiddel',
    // Vehicles, gases, paint
    'frostvæske|spylervæske|bremsevæske|motorolje|girolje|hydraulikkolje|diesel|bensin|parafin|propan|butan|acetylen|spraymaling|rustfjerner|malingsfjerner',
    // Swedish, Danish, English
    'lösningsmedel|rödsprit|saltsyra|svavelsyra|spolarvätska|sprit|fortynder|saltsyre|acetone|ethanol|methanol|turpentine|antifreeze',
  ].flatMap((words) => words.split('|')),
);

/** @returns how a code begins that is meant */
export function hazardousClass(unspsc: string): string | undefined {
  if (unspsc.length !== 8) return undefined;
  for (const prefix of CLASSES) if (unspsc.startsWith(prefix)) return prefix;
  return undefined;
}

const LONGEST_WORD = 30;

/**
 * Whether the name begins with a word that names such goods. Further on it may be what the article is for:
 * `Kanne til rødsprit`.
 */
export function isHazardousName(name: string): boolean {
  let end = name.indexOf(' ');
  if (end === -1) end = name.length;
  if (end > 0 && (name[end - 1] === ',' || name[end - 1] === ':')) end--;
  return end <= LONGEST_WORD && WORDS.has(name.slice(0, end).toLowerCase());
}
