/** Which field a column heading means. Headings only: the cells below have no say here. */
import type { Field } from '../catalogue/field.ts';
import { FIELD_NAMES, isField } from '../catalogue/field.ts';
import { findCurrency } from '../code-lists/currencies.ts';
import { HEADING_WORDS } from '../code-lists/headings.ts';
import type { LabelKind } from '../code-lists/labels.ts';
import { findLabel } from '../code-lists/labels.ts';
import { findUnit } from '../code-lists/units.ts';

/**
 * Why a heading was taken for a field: our own field name, a heading we know, one with notes around it, a form of
 * words, the name of an eco-label, what a person said, or that it is the only column that can be it.
 */
export type HeadingReason =
  | 'fieldName'
  | 'knownHeading'
  | 'knownHeadingWithNotes'
  | 'wordsInHeading'
  | 'labelName'
  | 'saidByOperator'
  | 'onlyCandidate';

export interface RecognisedHeading {
  readonly field: Field;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: HeadingReason;
}

const KNOWN = 0.95;
/** A word that says little by itself (`Type`, `Kolli`). */
const WEAK = 0.6;
const WITH_NOTES = 0.9;

const EXACT: ReadonlyMap<string, RecognisedHeading> = headingIndex();

function headingIndex(): ReadonlyMap<string, RecognisedHeading> {
  const index = new Map<string, RecognisedHeading>();
  for (const field of FIELD_NAMES) {
    for (const words of Object.values(HEADING_WORDS[field] ?? {})) {
      for (const word of words.split('|')) {
        const key = headingKey(word);
        const confidence = word.endsWith('~') ? WEAK : KNOWN;
        if (!index.has(key)) index.set(key, { field, confidence, reason: 'knownHeading' });
      }
    }
  }
  return index;
}

/** Letters, digits and `%` only, in small letters: two headings with one key are the same heading to us. */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]/gu, '');
}

/** As words between single blanks, camel case taken apart. */
function inWords(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .replace(/\bm v a\b/g, 'mva')
    .trim();
}

/**
 * @param heading as it stands in the file; tolerant of case, punctuation, notes and units
 * @returns `undefined` when the heading is none we know: the column travels along as an extra
 */
export function recogniseHeading(heading: string): RecognisedHeading | undefined {
  if (heading.length > LONGEST_HEADING) return undefined;
  const own = heading.trim();
  if (isField(own)) return { field: own, confidence: 1, reason: 'fieldName' };
  const key = headingKey(heading);
  if (key === '') return undefined;
  const words = inWords(heading);
  // Before everything that drops notes: with VAT is not the same price.
  if (isWithVat(words)) return { field: 'grossPriceInclVat', confidence: WITH_NOTES, reason: 'wordsInHeading' };
  return EXACT.get(key) ?? withoutNotes(heading, words) ?? byForm(words) ?? byLabel(heading);
}

/** Cells of data are asked, too, whether they are headings, and what looks at their letters may look at each often. */
const LONGEST_HEADING = 200;

const VAT = '(?:mva|moms|vat|mwst|ust|tax|avgift|avgifter|merverdiavgift)';
const WITH_VAT = wholeWords(`(?:inkl|incl|inc|inklusive?|inclusive|including|med|mit)(?: \\d+ ?%?)? ${VAT}|inkl${VAT}`);
const WITHOUT_VAT = wholeWords(
  `(?:eks|ekskl|eksl|eksklusive?|exklusive?|uten|utan|ex|excl|exkl|excluding|exclusive|ohne|før|e)(?: of)? ${VAT}|eks${VAT}|netto ${VAT}`,
);
const PRICE = /pris|price|preis|beløp|amount|^inkl|^incl|^med/u;

/** `\b` knows no æøå; blanks and ends do. */
function wholeWords(pattern: string): RegExp {
  return new RegExp(`(?<=^| )(?:${pattern})(?=$| )`, 'gu');
}

function isWithVat(words: string): boolean {
  return words.search(WITH_VAT) >= 0 && PRICE.test(words);
}

const CURRENCY_WORDS = wholeWords('(?:i )?(?:nok|kr|kroner|sek|dkk|eur|euro|usd|gbp|nkr)');
const UNIT_NOTES = wholeWords(
  '(?:i )?(?:dager|dagar|dage|days|tage|virkedager|arbeidsdager|uker|weeks|stk|gram|g|cm|mm|ml|m|m3|prosent|percent|pst|pct|%|ja nei|y n|j n)',
);
const PER_UNIT = wholeWords(
  '(?:pr|per|pro|for)(?: (?:1|en))? (?:enhet|stk|stykk|pakke|pk|pakn|pakning|forpakning|salgsenhet|bestillingsenhet|each|unit|pcs|kartong|eske)',
);
const ASIDES = wholeWords(
  '(?:pr|per|fra|from|gjeldende|gyldig)(?= \\d)|gjeldende|ny|nye|din|deres|tilbudt|iht avtale|i henhold til avtale|\\d{1,2} \\d{1,2} (?:20)?\\d\\d|(?:19|20)\\d\\d',
);
/** Says that the column holds something else than its noun does: last year's, a difference, a sum, the buyer's own. */
const OTHER_THING = wholeWords(
  'gammel|gammal|gamle|gml|tidligere|forrige|old|previous|fjorårets|historisk|differanse|diff|endring|økning|change|sum|total|totalt|totalpris|estimert|antatt|forbruk|kundens?|kjøpers?|oppdragsgivers?|vårt|vår|buyers?|customers?|konkurrents?|konkurrerende',
);

function withoutNotes(heading: string, words: string): RecognisedHeading | undefined {
  const bare = heading.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  const unbracketed = EXACT.get(headingKey(bare));
  // What brackets say may still matter: `Pris (gammel)` is not the price.
  if (words.search(OTHER_THING) >= 0) return undefined;
  if (unbracketed !== undefined) return allowed(noted(unbracketed), words);
  const stripped = inWords(bare)
    .replace(WITHOUT_VAT, ' ')
    .replace(CURRENCY_WORDS, ' ')
    .replace(PER_UNIT, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(ASIDES, ' ')
    .replace(UNIT_NOTES, ' ');
  const known =
    EXACT.get(headingKey(stripped)) ??
    EXACT.get(headingKey(stripped.replace(/ \d+ *$/, ''))) ??
    EXACT.get(headingKey(withoutFirstNumber(bare)));
  return known === undefined ? undefined : allowed(noted(known), words);
}

const PROGRAM_WORDS = /^[A-Za-z][A-Za-z_]*$/;
const SECOND_WORD = /[A-Z_]/g;

/** `priceAmount1` beside `priceAmount2`: the first of several, as programs name their columns. */
function withoutFirstNumber(heading: string): string {
  const trimmed = heading.trimEnd();
  const stem = trimmed.slice(0, -1);
  SECOND_WORD.lastIndex = 1;
  return trimmed.endsWith('1') && PROGRAM_WORDS.test(stem) && SECOND_WORD.test(stem) ? stem : heading;
}

function noted(known: RecognisedHeading): RecognisedHeading {
  return {
    field: known.field,
    confidence: known.confidence === WEAK ? WEAK - 0.05 : WITH_NOTES,
    reason: 'knownHeadingWithNotes',
  };
}

const IN_MONEY = wholeWords('nok|kr|kroner|sek|dkk|eur|euro|usd');
const CODE = wholeWords('kode|code|kod');

/** What the notes rule out: a discount or a VAT in kroner is no rate, a VAT code neither. */
function allowed(recognised: RecognisedHeading, words: string): RecognisedHeading | undefined {
  const { field } = recognised;
  const isRate = field === 'discountPercent' || field === 'vatRate';
  return isRate && (words.search(IN_MONEY) >= 0 || words.search(CODE) >= 0) ? undefined : recognised;
}

const NUMBER = '(?:nr|nummer|numre|number|num|no|kode|code|kod|id)';

/** Forms of words, the more special first; tried on the heading in words. */
const FORMS: readonly (readonly [RegExp, Field, number])[] = [
  [/unspsc/u, 'unspsc', 0.8],
  [
    /(?:erstattes av|erstattet av|erstatta av|replaced by|superseded by|ny(?:tt)? (?:vare|artikkel|art) ?(?:nr|nummer))/u,
    'replacedBy',
    0.75,
  ],
  [/(?:erstatter|gammelt|tidligere|forrige|replaces|previous|old) .*(?:nr|nummer|number|no|id)$/u, 'replaces', 0.75],
  [/(?:lisens|licen[cs]e|licens|sertifikat|certifikat|certificate) ?(?:nr|nummer|number|no|id)/u, 'ecoLicence', 0.8],
  [/(?:svane|miljømerke|ecolabel|fsc|pefc).*(?:lisens|licen[cs]e|licens)/u, 'ecoLicence', 0.75],
  [
    new RegExp(`(?:produsent|fabrikant|manufacturer|mfr|oem|hersteller|tillverkar|producent).*${NUMBER}(?: |$)`, 'u'),
    'manufacturerItemNumber',
    0.8,
  ],
  [/(?:produsent|fabrikant|manufacturer|producent).*navn$|manufacturer name/u, 'manufacturer', 0.75],
  [/(?:miljø|eco|environment).*(?:merk|label|sertifi|krav)/u, 'ecoLabel', 0.75],
  [/(?:^| )(?:kilo|liter|meter|jamfør|jämför|sammenlignings)pris/u, 'comparisonPrice', 0.8],
  [
    /(?:pris|price|preis) (?:(?:kr|nok) )?(?:(?:pr|per) )?(?:kg|kilo|liter|litre|ltr|l|100 g|meter|m|m2)(?: |$)/u,
    'comparisonPrice',
    0.75,
  ],
  [/(?:^| )(?:gtin|ean|strekkode|barcode)/u, 'gtin', 0.75],
  [
    /^(?:antall|ant|stk|qty|quantity|antal)(?: (?:pr|per|i|in))? (?:pk|pakn\w*|pakke|forpakning\w*|eske|kartong|krt|kolli|förp\w*|pack|pkt|boks|pose|f pak|d pak)$/u,
    'packQuantity',
    0.8,
  ],
  [
    /^(?:min|minste|minimum|minimums)(?: |best|ordre|antall|kvantum).*(?:best|ordre|order|antall|kvantum|qty|quantity)/u,
    'minOrderQuantity',
    0.75,
  ],
  [
    /^(?:maks|max|største|maksimum|maximum)(?: |best|ordre|antall|kvantum).*(?:best|ordre|order|antall|kvantum|qty|quantity)/u,
    'maxOrderQuantity',
    0.75,
  ],
  [
    /^(?:pris|price)(?: er| is)? (?:gyldig|gjelder|valid|giltigt?|gäller) (?:fra|from|fom|f o m|fr o m|från)(?: |$)/u,
    'priceValidFrom',
    0.75,
  ],
  [
    /^(?:pris|price)(?: er| is)? (?:gyldig|gjelder|valid|giltigt?|gäller) (?:til|to|until|tom|t o m|till)(?: |$)/u,
    'priceValidTo',
    0.75,
  ],
  [/(?:gyldig|gjelder|valid|giltig|gäller).* (?:fra|from|fom|f o m|fr o m|från)(?: |$)/u, 'validFrom', 0.75],
  [/(?:gyldig|gjelder|valid|giltig|gäller).* (?:til|to|until|tom|t o m|till)(?: |$)/u, 'validTo', 0.75],
  [/^(?:leveringstid|lev tid|levetid ordre|lead ?time|leveranstid)/u, 'leadTime', 0.75],
  [
    new RegExp(
      `^(?:lev|leverandør|leverandørens|supplier|suppliers) ?(?:vare|art|artikkel|item|part|product|produkt) ?${NUMBER}$`,
      'u',
    ),
    'itemNumber',
    0.85,
  ],
  [new RegExp(`^(?:vare|art|artikkel|produkt|item|product|article) ?${NUMBER}(?: |$)`, 'u'), 'itemNumber', 0.7],
  [/^(?:vare|produkt|artikkel)navn|^(?:product|item|article) name/u, 'name', 0.7],
  [/^(?:bilde|image|picture|produktbilde)(?: |$)/u, 'imageUrl', 0.7],
];

/** Wholesalers' outer packs have a number of their own. */
const OUTER_PACK = wholeWords('kartong|krt|d pak|dpak|pall|kolli|ytterkartong|case|outer|pallet|tu');

function byForm(words: string): RecognisedHeading | undefined {
  const other = words.search(OTHER_THING) >= 0;
  for (const [form, field, confidence] of FORMS) {
    if (!form.test(words)) continue;
    if (other && field !== 'replaces' && field !== 'replacedBy') continue;
    if (field === 'gtin' && words.search(OUTER_PACK) >= 0) return undefined;
    return { field, confidence, reason: 'wordsInHeading' };
  }
  return undefined;
}

/** Whether the heading says that the column is about something else: last year's, another pack's, the buyer's own. */
export function isOfOtherThing(heading: string): boolean {
  const words = inWords(heading);
  return words.search(OTHER_THING) >= 0 || words.search(OUTER_PACK) >= 0;
}

const KINDS_WITH_COLUMNS: ReadonlySet<LabelKind> = new Set([
  'ecoTypeI',
  'it',
  'forestry',
  'fish',
  'fairTrade',
  'textile',
]);

/** A column headed `FSC` or `EU Ecolabel`. */
function byLabel(heading: string): RecognisedHeading | undefined {
  const label = findLabel(heading.replace(/\([^()]*\)/g, ' '));
  if (label === undefined || headingKey(heading).length < 3) return undefined;
  return label.scope === 'product' && KINDS_WITH_COLUMNS.has(label.kind)
    ? { field: 'ecoLabel', confidence: 0.8, reason: 'labelName' }
    : undefined;
}

const HEADING_CURRENCY = /(?<!\p{L})(NOK|SEK|DKK|EUR|USD|GBP|CHF|ISK|PLN|€|kr)(?!\p{L})/iu;

/**
 * The currency a price heading names: `Pris (NOK)`, `Pris EUR`. `kr` beside `moms` is Swedish or Danish, and not read.
 * @returns ISO 4217 code
 */
export function headingCurrency(heading: string): string | undefined {
  const named = HEADING_CURRENCY.exec(heading)?.[1];
  if (named === undefined) return undefined;
  return named.toLowerCase() === 'kr' && /moms/i.test(heading) ? undefined : findCurrency(named);
}

/** What a price heading says of what its prices are for. */
export interface PriceHeading {
  /** ISO 4217. */
  readonly currency?: string;
  /** UN/ECE code of the unit, where it is told by name: not by `per enhet`, which may be any. */
  readonly unit?: string;
  /** Of how many. */
  readonly baseQuantity?: '10' | '100' | '1000';
  readonly vat?: 'excluded' | 'included';
}

const FOR_EACH =
  /(?:(?<!\p{L})(?:pr\.?|per|pro|à)\s|\/|(?<!\p{L})(?:pr|per)(?=\.\s?\p{L}))\s*(\d+)?\s*(\p{L}[\p{L}²³]*|m[23])?/giu;
const ANY_UNIT: ReadonlySet<string> = new Set([
  'enhet',
  'enh',
  'unit',
  'each',
  'einheit',
  'eining',
  'enhed',
  'eenheid',
]);
const BASE_QUANTITIES = ['10', '100', '1000'] as const;

/** `Pris/stk eks. mva (NOK)`: the unit, what VAT it has, the currency; `Pris pr. 100`: of how many. */
export function priceHeading(heading: string): PriceHeading {
  const currency = headingCurrency(heading);
  const words = inWords(heading);
  const vat = words.search(WITHOUT_VAT) >= 0 ? 'excluded' : words.search(WITH_VAT) >= 0 ? 'included' : undefined;
  const basis = [...heading.normalize('NFKC').matchAll(FOR_EACH)].flatMap(([, count, word]) => basisOf(count, word))[0];
  return {
    ...(currency === undefined ? {} : { currency }),
    ...(vat === undefined ? {} : { vat }),
    ...basis,
  };
}

function basisOf(
  count: string | undefined,
  word: string | undefined,
): readonly Pick<PriceHeading, 'unit' | 'baseQuantity'>[] {
  const baseQuantity = BASE_QUANTITIES.find((one) => one === count);
  // `pr 01.01.2026` is a day, and `pr 12 stk` a pack that we leave to its own column.
  if (count !== undefined && count !== '1' && baseQuantity === undefined) return [];
  const unit = word === undefined || ANY_UNIT.has(word.toLowerCase()) ? undefined : findUnit(word);
  if (unit === undefined && baseQuantity === undefined) return [];
  return [{ ...(unit === undefined ? {} : { unit }), ...(baseQuantity === undefined ? {} : { baseQuantity }) }];
}

/** Whether `yes` in a status column means that the article is sold or that it is not: `Aktiv`, `Utgått`. */
export function headingStatusSense(heading: string): 'active' | 'discontinued' | undefined {
  const words = inWords(heading);
  if (/^(?:aktiv|active)(?: |$)/u.test(words)) return 'active';
  const gone =
    /^(?:utgå|utgår|utgått|utgången|avviklet|avvecklad|udgå|udfaset|auslauf|ausgelaufen|abgekündigt|eingestellt|discontinued|obsolete|inactive|inaktiv|end of life|eol)/u;
  return gone.test(words) ? 'discontinued' : undefined;
}
