/** What the form of an agreement file cannot say: numbers with check digits, days in order, names that must exist. */
import { isCurrencyCode } from '../code-lists/currencies.ts';
import { readLeadTime } from '../code-lists/lead-time.ts';
import { nearest } from '../engine/nearest.ts';
import { type ConfigProblem, didYouMean, type KeyPath, keyName } from '../engine/schema-problems.ts';
import type { AgreedParty, Agreement, LabelDemand } from './agreement.ts';
import { isGln, isOrganisationNumber } from './party-ids.ts';

export interface LabelWords {
  /** Key, GS1 code or name of a label to its key. */
  readonly resolveLabel: (text: string) => string | undefined;
  /** Keys to suggest where a word is no label. */
  readonly labelKeys?: readonly string[];
}

/** What is wrong with the values of an agreement, beside its labels. */
export function agreementProblems({
  supplier,
  buyer,
  period,
  currency,
  timeZone,
  delivery,
}: Agreement): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [...partyProblems('supplier', supplier), ...partyProblems('buyer', buyer)];
  // Days in this form compare as text.
  if (period.to < period.from) problems.push(endsBeforeItBegins(period));
  if (!isCurrencyCode(currency)) problems.push(unknownCurrency(currency));
  if (!isTimeZone(timeZone)) problems.push(unknownTimeZone(timeZone));
  if (delivery !== undefined && readLeadTime(delivery.leadTime) === undefined)
    problems.push(unreadableLeadTime(delivery.leadTime));
  return problems;
}

function partyProblems(name: string, party: AgreedParty | undefined): readonly ConfigProblem[] {
  const { organisationNumber, gln } = party ?? {};
  return [
    ...(organisationNumber === undefined || isOrganisationNumber(organisationNumber)
      ? []
      : [wrongCheckDigit([name, 'organisationNumber'], organisationNumber)]),
    ...(gln === undefined || isGln(gln) ? [] : [wrongCheckDigit([name, 'gln'], gln)]),
  ];
}

/**
 * Label demands with the labels' keys.
 * @param problems what is no label is added here
 */
export function labelDemands(
  demands: readonly LabelDemand[],
  words: LabelWords,
  problems: ConfigProblem[],
): readonly LabelDemand[] {
  return demands.map((demand, index) => labelDemand(demand, ['labels', index], words, problems));
}

function labelDemand(demand: LabelDemand, keys: KeyPath, words: LabelWords, problems: ConfigProblem[]): LabelDemand {
  return { unspsc: demand.unspsc, anyOf: labelKeys(demand.anyOf, [...keys, 'anyOf'], words, problems) };
}

/**
 * The labels' keys, each once.
 * @param problems what is no label is added here
 */
export function labelKeys(
  named: readonly string[],
  keys: KeyPath,
  { resolveLabel, labelKeys: known = [] }: LabelWords,
  problems: ConfigProblem[],
): readonly string[] {
  const found = new Set<string>();
  for (const [index, word] of named.entries()) {
    const key = resolveLabel(word);
    if (key !== undefined) {
      found.add(key);
      continue;
    }
    const place = [...keys, index];
    const near = nearest(word, known, 3);
    const meant =
      near.length > 0
        ? didYouMean(near)
        : { nb: 'Bruk en merkekode, slik som `svanemerket`.', en: 'Use a label key, such as `svanemerket`.' };
    problems.push({
      keys: place,
      text: {
        nb: `\`${keyName(place)}\` er \`${word}\`, som ikke er et kjent miljømerke. ${meant.nb}`,
        en: `\`${keyName(place)}\` is \`${word}\`, which is not a known eco-label. ${meant.en}`,
      },
    });
  }
  return [...found];
}

function wrongCheckDigit(keys: KeyPath, number: string): ConfigProblem {
  const name = keyName(keys);
  return {
    keys,
    text: {
      nb: `\`${name}\` er \`${number}\`, men kontrollsifferet stemmer ikke. Sjekk nummeret mot avtalen.`,
      en: `\`${name}\` is \`${number}\`, but its check digit is wrong. Check the number against the agreement.`,
    },
  };
}

function endsBeforeItBegins({ from, to }: Agreement['period']): ConfigProblem {
  return {
    keys: ['period', 'to'],
    text: {
      nb: `\`period.to\` er \`${to}\`, men kan ikke være før \`period.from\`, som er \`${from}\`.`,
      en: `\`period.to\` is \`${to}\`, but must not be before \`period.from\`, which is \`${from}\`.`,
    },
  };
}

function unknownCurrency(currency: string): ConfigProblem {
  return {
    keys: ['currency'],
    text: {
      nb: `\`currency\` er \`${currency}\`, som ikke er en valutakode i ISO 4217. Skriv for eksempel \`currency: NOK\`.`,
      en: `\`currency\` is \`${currency}\`, which is not an ISO 4217 currency code. Write for example \`currency: NOK\`.`,
    },
  };
}

function isTimeZone(name: string): boolean {
  // The usual one, known to be one: to ask for it takes longer than to read the agreement.
  if (name === 'Europe/Oslo') return true;
  // Newer engines take an offset such as +01:00 too; one that knows no summer time is hardly meant.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function unknownTimeZone(name: string): ConfigProblem {
  const near = nearest(name, Intl.supportedValuesOf('timeZone'), 3);
  const meant =
    near.length > 0
      ? didYouMean(near)
      : { nb: 'Skriv for eksempel `timeZone: Europe/Oslo`.', en: 'Write for example `timeZone: Europe/Oslo`.' };
  return {
    keys: ['timeZone'],
    text: {
      nb: `\`timeZone\` er \`${name}\`, som ikke er en kjent tidssone. ${meant.nb}`,
      en: `\`timeZone\` is \`${name}\`, which is not a known time zone. ${meant.en}`,
    },
  };
}

function unreadableLeadTime(leadTime: string): ConfigProblem {
  return {
    keys: ['delivery', 'leadTime'],
    text: {
      nb: `\`delivery.leadTime\` er \`${leadTime}\`, som ikke er en leveringstid. Skriv for eksempel \`leadTime: 5 virkedager\`.`,
      en: `\`delivery.leadTime\` is \`${leadTime}\`, which is not a lead time. Write for example \`leadTime: 5 virkedager\`.`,
    },
  };
}
