/**
 * Words that say of an item that it is no longer made or sold, or soon will not be: bokmål, nynorsk, Swedish, Danish,
 * English, German. Many of them have another meaning in other company, so what stands around them counts.
 */
const word = (alternatives: string, flags = 'iu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives})(?![\\p{L}\\p{N}-])`, flags);

/** Whatever stands around them. */
const PLAIN = word(
  [
    // nb, nn
    'utgår (?:fra|av) (?:sortiment\\p{L}*|produksjon|lager)|utgått (?:vare|modell|produkt|artikkel|fra produsent|av sortiment\\p{L}*)',
    '(?:varen|produktet|artikkelen|modellen|vara) (?:er )?(?:utgår|utgått|utgåande|fases ut|fasast ut|avvikles|går ut)',
    'utgående (?:vare|modell|artikkel|produkt|sortiment)|går ut av sortiment\\p{L}*|under utfasing',
    'så (?:lenge|langt) (?:lageret|beholdningen|lagerbeholdningen) (?:rekker|rekk|varer)|så lenge (?:lageret|varen) finnes',
    'ikk?j?e lenge[r]? (?:i salg|i sal|i produksjon|i sortiment\\p{L}*)|restparti|restsalg|sluttsalg',
    // sv
    'utgår ur sortiment\\p{L}*|utgången (?:artikel|modell|produkt|vara)|utgående (?:artikel|vara)|så länge lagret räcker|(?:artikeln|varan|produkten) (?:utgår|utgått|har utgått)',
    // da
    'udgår af sortiment\\p{L}*|udgået (?:vare|model|produkt|artikel|af sortiment\\p{L}*)|udgået|så længe lager(?:et)? haves|så længe lageret rækker|(?:varen|produktet) (?:udgår|er udgået)',
    // en
    'discontinued (?:item|product|article|model|line)|(?:item|product|article|model) (?:is |has been |will be )?discontinued|while stocks? lasts?|has reached end of life|no longer (?:in production|manufactured)',
    // de
    'auslaufartikel|auslaufmodell|(?:solange|so lange) (?:der )?vorrat reicht|artikel läuft aus|nicht mehr lieferbar',
  ].join('|'),
);

/** At the very beginning or end, or alone in brackets or between dashes: a note on the item, not a part of a sentence. */
const AS_A_NOTE =
  /(?:^|[([*!–:;,.] ?|[-/] )(utgår|utgått|utgåtte?|udgår|udgået|utgået|discontinued|fases ut|fasas ut|fases ud|utfases|udfases|EOL|auslaufend|ausgelaufen|utgår snart|utgåande)(?= ?(?:$|[)\]*!–:;,.]|[-/] |\s+\d{1,2}[./]|\s+\d{4}|\s+erst|\s+ers[äe]t))/iu;

/** `Utg. Perm A4`; `3. utg.` is an edition, `utg. 12 V` an outlet. */
const ABBREVIATED = /^(?:Utg\.(?= \p{Lu})|UTG\.?(?= ))/u;

/** Replaced by a number: without one it is a sentence about the goods. */
const REPLACED =
  /(?<![\p{L}\p{N}-])(?:erstatt(?:es|et|ast|a) (?:av|med)|erstattes af|erstattet af|ersätts (?:av|med)|ersatt av|replaced by|superseded by|ersetzt durch)[: ]+(?:(?:vare|art\.?|artikkel|artikel|item|varenr\.?|nr\.?|no\.?)[:. ]*){0,2}[\p{L}-]{0,6}\d[\p{L}\d-]{2,24}(?![\p{L}\p{N}])/iu;

/** `Moms: utgår` is Swedish for "VAT is payable", `Frakt - utgår` says that there is none to pay. */
const PAYABLE_BEFORE =
  /(?:moms|mva|frakt|avgift|avgifter|porto|gebyr|pant|ersättning|ränta|rente|provisjon|tillägg|tillegg)\p{L}* ?[:–-] ?$/iu;

/** Most texts hold none of these, and need no closer look. */
const HINT =
  /utg|udg|utfas|udfas|fas[ae]s|fasast|går ut|disconti|eol|end of life|erstatte?[tsa]|ersät|ersatt|ersetz|replaced|superseded|så l[aeäæ]n|while stock|vorrat|auslauf|ausgel|avvikles|restparti|restsalg|sluttsalg|je lenge|ke lenge|no longer|läuft aus|lieferbar/i;

/** @returns the words that say it, as they stand */
export function findDiscontinued(text: string): string | undefined {
  if (!HINT.test(text)) return undefined;
  const plain = PLAIN.exec(text) ?? REPLACED.exec(text) ?? ABBREVIATED.exec(text);
  if (plain !== null) return plain[0];
  const note = AS_A_NOTE.exec(text);
  const [, words] = note ?? [];
  if (note === null || words === undefined) return undefined;
  return PAYABLE_BEFORE.test(text.slice(0, note.index + note[0].length - words.length)) ? undefined : words;
}
