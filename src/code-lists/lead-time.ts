/** Lead times as people write them: `2`, `2-3 virkedager`, `1 uke`, `48 t`, `5 DAY`, `P3D`. */

/** `days`: working days or days of the calendar, the word does not tell. */
export type LeadUnit = 'days' | 'workingDays' | 'weeks' | 'months';

export interface LeadTime {
  /** The longest of what is said: `2-3 dager` is 3. */
  readonly amount: number;
  readonly unit: LeadUnit;
}

const UNITS: Readonly<Record<LeadUnit | 'hours', string>> = {
  hours: 't|time|timer|timar|tim|timmar|h|hr|hrs|hour|hours|stunde|stunden|std|hur',
  days: 'd|dag|dager|dagar|dage|døgn|dygn|day|days|tag|tage|kalenderdag|kalenderdager|kalenderdagar|kalenderdage|calendar day|calendar days|kalendertage',
  workingDays:
    'virkedag|virkedager|virkedagar|yrkedag|yrkedagar|arbeidsdag|arbeidsdager|arbeidsdagar|vd|hverdag|hverdager|kvardagar|arbetsdag|arbetsdagar|vardag|vardagar|arbejdsdag|arbejdsdage|hverdage|working day|working days|work days|business day|business days|weekdays|werktag|werktage|arbeitstag|arbeitstage|e49',
  weeks: 'u|uke|uker|veke|veker|vecka|veckor|v|uge|uger|w|wk|wks|week|weeks|woche|wochen|wee',
  months: 'mnd|måned|måneder|månader|månad|mån|md|mdr|month|months|monat|monate|mon',
};

const UNIT_BY_WORD: ReadonlyMap<string, LeadUnit | 'hours'> = new Map(
  (Object.keys(UNITS) as (LeadUnit | 'hours')[]).flatMap((unit) =>
    UNITS[unit].split('|').map((word): [string, LeadUnit | 'hours'] => [word, unit]),
  ),
);

/** In front of what counts: `ca. 5 dager`, `inntil 2 uker`. */
const ABOUT = /^(?:ca|cirka|inntil|maks|max|maksimalt|opptil|innen|normalt|upp till|op til|up to|within|bis)[. ]+/;
const SAID = /^(\d{1,4})(?:[.,]0+)?(?: ?(?:-|–|til|till|to|bis) ?(\d{1,4})(?:[.,]0+)?)? ?([\p{L} ]{0,24}\d{0,2})\.?$/u;
/** ISO 8601. */
const DURATION = /^p(\d{1,4})([dwm])$/;
const LONGEST = 60;

/** @returns nothing for what is not understood: `på lager`, `etter avtale` */
export function readLeadTime(text: string): LeadTime | undefined {
  if (text.length > LONGEST) return undefined;
  const words = text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ').replace(ABOUT, '');
  const [, count, letter] = DURATION.exec(words) ?? [];
  if (count !== undefined)
    return { amount: Number(count), unit: letter === 'd' ? 'days' : letter === 'w' ? 'weeks' : 'months' };
  const [, first, last, word = ''] = SAID.exec(words) ?? [];
  if (first === undefined) return undefined;
  const amount = Math.max(Number(first), Number(last ?? first));
  const unit = word.trim() === '' ? 'days' : UNIT_BY_WORD.get(word.trim());
  if (unit === undefined) return undefined;
  // Half a day is a day for whoever waits.
  return unit === 'hours' ? { amount: Math.ceil(amount / 24), unit: 'days' } : { amount, unit };
}

/**
 * Whether the one is longer than the other, however either is meant: where a working day may be a day of the calendar,
 * that speaks for the one that is offered.
 */
export function isSurelyLonger(offered: LeadTime, agreed: LeadTime): boolean {
  if (offered.unit === agreed.unit) return offered.amount > agreed.amount;
  return fewestDays(offered) > mostDays(agreed);
}

const WORKING_DAYS = 5;

/**
 * As formats have it that know working days only: `3 DAY` as 3, two weeks as 10.
 * @returns nothing for what is not understood, and for months, which have no number of working days
 */
export function workingDays(text: string): string | undefined {
  const read = readLeadTime(text);
  if (read === undefined || read.unit === 'months') return undefined;
  return String(read.unit === 'weeks' ? WORKING_DAYS * read.amount : read.amount);
}

/** In days of the calendar, begun on the best day of the week. */
function fewestDays({ amount, unit }: LeadTime): number {
  switch (unit) {
    case 'days':
      return amount;
    case 'workingDays':
      return 7 * Math.floor(amount / WORKING_DAYS) + (amount % WORKING_DAYS);
    case 'weeks':
      return 7 * amount;
    case 'months':
      return 28 * amount;
  }
}

/** In days of the calendar, begun on the worst day of the week; `days` may be working days. */
function mostDays({ amount, unit }: LeadTime): number {
  switch (unit) {
    case 'days':
    case 'workingDays':
      return 7 * Math.floor(amount / WORKING_DAYS) + (amount % WORKING_DAYS === 0 ? 0 : (amount % WORKING_DAYS) + 2);
    case 'weeks':
      return 7 * amount;
    case 'months':
      return 31 * amount;
  }
}
