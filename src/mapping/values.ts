/** Reading one cell of the simpler kinds. Every reader gives `undefined` for what it does not understand. */
import type { LineStatus } from '../catalogue/line.ts';
import { readDate } from './dates.ts';

const YES: ReadonlySet<string> = new Set(
  'ja|j|yes|y|x|true|1|sann|sant|wahr|✓|✔|aktiv|active|bestillbar|kan bestilles|tilgjengelig|på lager|available|in stock|orderable'.split(
    '|',
  ),
);
const NO: ReadonlySet<string> = new Set(
  'nei|nej|nein|n|no|false|0|usann|usant|falsch|inaktiv|inactive|ikke bestillbar|kan ikke bestilles|ikke tilgjengelig|ikke på lager|not available|not orderable|unavailable|out of stock'.split(
    '|',
  ),
);

const NONE = /^(?:[-–—]+|n\/a|i\/a|ingen)$/i;
const LONGEST_NONE = 5;
const ZERO = 48;
const NINE = 57;

/** `-`, `n/a`, `ingen`: how people leave a cell without a value. @param text trimmed */
export function saysNone(text: string): boolean {
  if (text.length > LONGEST_NONE) return false;
  // Most short cells are numbers.
  const first = text.charCodeAt(0);
  return !(first >= ZERO && first <= NINE) && NONE.test(text);
}

/** In small letters, blanks collapsed, without a closing full stop: as the word lists below have them. */
function asWord(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '');
}

export function readBoolean(text: string): boolean | undefined {
  const word = asWord(text);
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

const STATUS_WORDS: Readonly<Record<LineStatus, string>> = {
  active:
    'aktiv|aktivt|aktive|active|lagerføres|føres på lager|lagerførast|endret|uendret|endra|uendra|prisendring|ingen endring|under utfasing|changed|unchanged|i salg|salgbar|kan bestilles|under utfasning|under udfasning|tilgjengeleg|i sortiment|i produksjon|gyldig|gjeldende|normal|ordinær|bestillbar|tilgjengelig|på lager|lagerført|lagervare|skaffevare|bestillingsvare|available|in stock|orderable|aktuell|i lager|verfügbar|lieferbar',
  discontinued:
    'utgått|utgår|utg|utgåande|utgjengen|utgående|utgående vare|utgående artikkel|utgående modell|utgått modell|går ut|går ut av sortiment|går ut av sortimentet|ikke lenger i salg|ikkje lenger i sal|ikke lenger i sortiment|ikke lenger i produksjon|fasast ut|fasa ut|vert fasa ut|blir faset ut|utfases|så langt lageret rekker|så lenge lageret rekk|sluttsalg|utgår når lageret er tomt|utgått produkt|utgått fra produsent|utgår fra sortiment|stoppet|avsluttet|utgåtte|utgåtte vare|utgått vare|utgått artikkel|utgår av sortiment|utgått av sortiment|utgått av sortimentet|utgatt|avviklet|avvikles|fases ut|faset ut|utfaset|ikke i produksjon|ute av produksjon|slettet|restparti|restsalg|så lenge lageret rekker|erstattet|erstattes|inaktiv|udgået|udgår|udgående|udfaset|udfases|fases ud|udgår af sortiment|udgår af sortimentet|udgået af sortiment|udgået af sortimentet|udgået vare|så længe lager haves|så længe lageret rækker|utgången|utgår ur sortimentet|utgår ur sortiment|utgången artikel|utgående artikel|utfasad|fasas ut|så länge lagret räcker|avvecklad|slutsåld|auslaufartikel|auslaufend|auslaufmodell|läuft aus|ausgelaufen|entfällt|entfallen|nicht mehr lieferbar|solange vorrat reicht|solange der vorrat reicht|abgekündigt|eingestellt|discontinued|obsolete|no longer available|while stocks last|phase out|phasing out|end of life|eol|superseded|inactive|deleted|delete|withdrawn|expired|phased out|out of production',
  temporarilyUnavailable:
    'midlertidig utsolgt|midlertidig utilgjengelig|midlertidig ute|utsolgt|ikke på lager|i restordre|restordre|rest|sperret|midlertidig sperret|ikke bestillbar|ikke tilgjengelig|temporarily unavailable|temporarily out of stock|out of stock|sold out|back order|backorder|on back order|unavailable|slut i lager|tillfälligt slut|restnoterad|udsolgt|midlertidigt udsolgt|i restordre|nicht lieferbar|nicht verfügbar|ausverkauft',
  new: 'ny|nytt|nye|nyhet|nyhed|ny vare|ny artikkel|ny i sortiment|new|new item|neu|neuheit|kommer|kommende|upcoming',
};

const STATUS_BY_WORD: ReadonlyMap<string, LineStatus> = new Map(
  (Object.entries(STATUS_WORDS) as [LineStatus, string][]).flatMap(([status, words]) =>
    // Formats that name their own fields have the canonical word.
    [...words.split('|'), status.toLowerCase()].map((word) => [word, status] as const),
  ),
);

const STATUS_NAMES: ReadonlySet<string> = new Set(Object.keys(STATUS_WORDS));

/**
 * @param sense what `yes` means in this column: `Aktiv: Ja`, `Utgått: Ja`; absent: the column has words of its own
 */
export function readStatus(text: string, sense?: 'active' | 'discontinued'): LineStatus | undefined {
  if (sense !== undefined) {
    const yes = readBoolean(text);
    const status = STATUS_BY_WORD.get(asWord(text));
    // `Utgått: utgått` and `Utgått: aktiv` mean what they say.
    if (status !== undefined) return status;
    if (sense === 'active' && asWord(text) === 'a') return 'active';
    if (yes !== undefined) return yes === (sense === 'active') ? 'active' : 'discontinued';
  }
  return STATUS_NAMES.has(text) ? (text as LineStatus) : (STATUS_BY_WORD.get(asWord(text)) ?? replacedStatus(text));
}

const REPLACED =
  /^(?:(?:utgår|utgått|utg|utgåande|udgår|udgået|discontinued|obsolete)[.,;:]?[ –-]+(?:og |och |and )?)?(?:erstatt(?:es|et|ast|a) (?:av|med)|erstattes af|erstattet af|ersätts (?:av|med)|ersatt av|replaced by|superseded by|ersetzt durch)[: ]+\S/;

/** `Utgår, erstattes av 10020`: gone, whatever replaces it. */
function replacedStatus(text: string): LineStatus | undefined {
  return REPLACED.test(asWord(text)) ? 'discontinued' : undefined;
}

const ENDS_ON =
  /^(?:utgår|utgått|utgåande|utgår fra sortiment|fases ut|avvikles|udgår|udgået|discontinued|end of life|eol)(?: (?:per|pr\.?|fra|from|den|dato|on|as of))?:? (\S.*)$/;

/**
 * `Utgår 31.12.2026`, or only the day in a column headed `Utgår`: sold until that day.
 * @param asOf the day asked about, `YYYY-MM-DD`; absent: before every day named
 * @param sense what `yes` means in this column, as for {@link readStatus}
 */
export function endingStatus(
  text: string,
  asOf: string | undefined,
  sense?: 'active' | 'discontinued',
): LineStatus | undefined {
  const bare = sense === 'discontinued' ? readDate(text) : undefined;
  const day = bare ?? readDate(ENDS_ON.exec(asWord(text))?.[1] ?? '');
  if (day === undefined) return undefined;
  return asOf !== undefined && day <= asOf ? 'discontinued' : 'active';
}

const GONE =
  /utg[aåæ]|udg[aå]|avvik|avvec|fase|udfas|sperr|slett|erstatt|stopp|slutt|utsolgt|midlertid|inakt|inact|discont|obsol|withdr|delet|expir|supersed|replac|end of|\beol\b|auslauf|ausgel|eingestellt|abgek/;

/**
 * Whether the cell says whether the article is sold, understood or not; a supplier's own word (`Kampanje`) does not.
 * @param sense what `yes` means in this column, as for {@link readStatus}
 */
export function saysStatus(text: string, sense?: 'active' | 'discontinued'): boolean {
  return (
    readStatus(text, sense) !== undefined ||
    endingStatus(text, undefined, sense) !== undefined ||
    GONE.test(asWord(text))
  );
}

/** What to write for a status so that {@link readStatus} gives it again, where the column shows no word of its own. */
export const STATUS_TEXT: Readonly<Record<LineStatus, string>> = {
  active: 'Aktiv',
  discontinued: 'Utgått',
  temporarilyUnavailable: 'Midlertidig utsolgt',
  new: 'Ny',
};

const DIGITS = /^\d+$/;

/**
 * Digits as they stand: zeros kept, blanks and hyphens between digits left out, and the apostrophe with which people
 * make a spreadsheet keep text. A `.0` or an exponent means that digits were lost, and is not understood.
 */
export function readGtin(text: string): string | undefined {
  if (DIGITS.test(text)) return text;
  const digits = text
    .trim()
    .replace(/^['’]/, '')
    .replace(/(?<=\d)[\s\u00AD-]+(?=\d)/g, '');
  return DIGITS.test(digits) ? digits : undefined;
}

/** Digits as they stand; `44.12.17.06` and blanks between are taken together. */
export function readUnspsc(text: string): string | undefined {
  if (DIGITS.test(text)) return text;
  const digits = text.trim().replace(/^['’]/, '');
  if (/^\d\d(?:[. -]\d\d){1,4}$/.test(digits)) return digits.replace(/[. -]/g, '');
  const joined = digits.replace(/(?<=\d)\s+(?=\d)/g, '');
  return DIGITS.test(joined) ? joined : undefined;
}
