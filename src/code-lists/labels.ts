/** Eco-labels and their like: finding the one a text names, and what its licence numbers look like. */
import { remembering } from '../catalogue/remembering.ts';
import type { Language, Text } from '../catalogue/text.ts';
import type { LabelKind, LabelScope, LicenceStatus } from './label-table.ts';
import { LABEL_TABLE } from './label-table.ts';

export type { LabelKind, LabelScope, LicenceStatus };

export interface Label {
  /** As in `ecoLabel` of a line and in `anyOf` of an agreement. */
  readonly key: string;
  readonly name: Text;
  readonly kind: LabelKind;
  /** What it speaks of; a label of the `company` says nothing of the article, a `claim` names no scheme. */
  readonly scope: LabelScope;
  readonly gs1Code?: string;
  /** The form of its licence numbers, and how well that form is known; absent where there is no common form. */
  readonly licence?: { readonly pattern: RegExp; readonly status: LicenceStatus };
  /** Without a licence number the label cannot be believed. */
  readonly licenceRequired: boolean;
  readonly spellings: readonly string[];
}

export const LABELS: ReadonlyMap<string, Label> = new Map(
  Object.entries(LABEL_TABLE).map(([key, row]) => [
    key,
    {
      key,
      name: { nb: row.nb, en: row.en },
      kind: row.kind,
      scope: row.scope,
      ...(row.gs1Code === undefined ? {} : { gs1Code: row.gs1Code }),
      ...(row.licencePattern === undefined || row.licenceStatus === undefined
        ? {}
        : { licence: { pattern: new RegExp(row.licencePattern, 'u'), status: row.licenceStatus } }),
      licenceRequired: row.licenceRequired ?? false,
      spellings: row.spellings.split('|').filter((spelling) => spelling !== ''),
    },
  ]),
);

/**
 * Letters by which EHF Catalogue 1.0 to G2 (ended in May 2022) named labels, as its code list `labels` has them; in
 * capitals only, for some are words. Left out: those that are the label's name (FSC, MSC, BCI), and RCS, which today is
 * Recycled Claim Standard to most.
 */
const FORMER_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    NEO: 'svanemerket',
    EEL: 'eu_ecolabel',
    BAL: 'blauer_engel',
    GEA: 'bra_miljoval',
    TCL: 'tco_certified',
    ESU: 'energy_star',
    EEA: 'eu_energy_label',
    PEF: 'pefc',
    Difi1o: 'debio',
    EOP: 'eu_organic',
    KBL: 'krav',
    DOM: 'dk_oekologi',
    DBL: 'demeter',
    SAO: 'soil_association',
    FBL: 'fairtrade',
    MHL: 'max_havelaar',
    FTO: 'wfto',
    RAC: 'rainforest_alliance',
    UCL: 'utz',
    FFF: 'fair_flowers',
    Difi6s: 'sa8000',
    Difi3s: 'fair_wear',
    Difi2s: 'eti_no',
    Difi7s: 'sedex',
    Difi1s: 'eicc_rba',
    GOT: 'gots',
    LBA: 'leaping_bunny',
    Difi1a: 'nyt_norge',
    MEC: 'm1',
    BBL: 'basta',
    'SML-A': 'sundahus',
    'SML-B': 'sundahus',
    'BBH-AC': 'byggvarubedomningen',
    'BBH-RE': 'byggvarubedomningen',
    'BBS-Y': 'bass',
    'BBS-R': 'bass',
    RCL: 'recycled_content',
    Difi999: 'own_label',
  }),
);

/** The label that an outdated code of EHF stands for; `undefined` for any other text. */
export function formerCodeLabel(text: string): Label | undefined {
  const key = FORMER_CODES.get(text);
  return key === undefined ? undefined : LABELS.get(key);
}

/** Between two labels of which a structured file says both for the same certificate: the words as they stand name neither. */
export const CONTRADICTION = ' ≠ ';

/** Labels that are one kind of another: who has FSC Mix has FSC. */
const GENERAL: Readonly<Record<string, string>> = {
  fsc_100: 'fsc',
  fsc_mix: 'fsc',
  fsc_recycled: 'fsc',
  pefc_certified: 'pefc',
  pefc_recycled: 'pefc',
  epeat_gold: 'epeat_unspecified',
  epeat_silver: 'epeat_unspecified',
  epeat_bronze: 'epeat_unspecified',
  rainforest_people_nature: 'rainforest_alliance',
};

/** The label without its level or kind. */
export function generalLabel(key: string): string {
  return GENERAL[key] ?? key;
}

/** Words that stand beside a label's name without changing it. */
const ADDITIONS =
  /(?:merket|merka|merking|merke|märkt|märkning|mærket|mærkning|sertifisert|sertifisering|certifierad|certificeret|certified|zertifiziert|godkjent|registrert)$/;

/** Letters and digits only, so that case, blanks, hyphens, dots and trade-mark signs do not matter; `%` and `+` do. */
function spellingKey(text: string): string {
  return text
    .replace(/[®™©]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%+]/gu, '');
}

/** Earlier labels keep a spelling that a later one has too: the table lists the likelier first. */
const KEY_BY_SPELLING: ReadonlyMap<string, string> = spellingIndex();

function spellingIndex(): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const label of LABELS.values()) {
    for (const spelling of label.spellings) offer(index, spelling, label.key);
  }
  // Names and codes come after all spellings: `FSC` is a spelling of one label and a part of the names of three.
  for (const label of LABELS.values()) {
    for (const spelling of [label.name.nb, label.name.en, label.gs1Code ?? '']) offer(index, spelling, label.key);
  }
  return index;
}

function offer(index: Map<string, string>, spelling: string, key: string): void {
  const spelled = spellingKey(spelling);
  if (spelled !== '' && !index.has(spelled)) index.set(spelled, key);
}

/**
 * The label a text names as a whole; a text that only contains a name (`lik Svanemerket`) names none.
 * Claims (`Miljøvennlig`, `Ja`) and denials (`Nei`, `-`) are entries too: ask for `scope` and `kind`.
 * @param text tolerant of case, blanks, hyphens and a trailing `merket`, `sertifisert` and the like
 */
export function findLabel(text: string): Label | undefined {
  return text.length > LONGEST_REMEMBERED ? labelNamed(text) : remembered(text);
}

/** Thousands of lines have the same few labels, and each is asked about several times. */
const remembered = remembering(labelNamed);
/** Longer texts are descriptions, no two alike. */
const LONGEST_REMEMBERED = 80;

function labelNamed(text: string): Label | undefined {
  const former = formerCodeLabel(text.trim());
  if (former !== undefined) return former;
  const spelled = spellingKey(text);
  if (spelled === '') return /^\s*[-–—]+\s*$/.test(text) ? LABELS.get('negative') : undefined;
  const exact = KEY_BY_SPELLING.get(spelled);
  if (exact !== undefined) return LABELS.get(exact);
  const bare = spelled.replace(ADDITIONS, '');
  // Short stems are letters and words, not names.
  const key = bare.length < 3 || bare === spelled ? undefined : KEY_BY_SPELLING.get(bare);
  const label = key === undefined ? undefined : LABELS.get(key);
  return label === undefined || label.scope === 'claim' ? undefined : label;
}

/**
 * A licence number in the form in which numbers are compared: one kind of dash and blank, capitals. OEKO-TEX numbers
 * keep their case, which tells them apart.
 */
export function normalLicence(label: Label, licence: string): string {
  const text = licence
    .normalize('NFKC')
    .trim()
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-')
    .replace(/\s+/g, ' ');
  const bare = text.replace(LICENCE_WORD, '');
  if (label.key.startsWith('oeko_tex')) return bare;
  const upper = bare.toUpperCase();
  return label.key === 'svanemerket' ? swanNumber(upper) : upper;
}

/** `lisensnr. `, `Licence no: ` in front of the number itself. */
const LICENCE_WORD =
  /^(?:(?:lisens|licens|licen[cs]e|lic)(?:nummer|number|nr|no)?[.:]*(?: (?:nummer|number|nr|no)[.:]*)? ?|(?:nummer|number|nr|no)[.: ] ?)(?=\S* ?\d)/i;

/** `SE 5031 0002`, `3025-0015`, and the `20930001` that spreadsheets make of a number, as `2093 0001`. */
function swanNumber(text: string): string {
  const [, first, second] = /^(?:(?:NO|SE|DK|FI|IS)[ -]?)?(?:(\d{4})[ -]?(\d{4})|\d{3}[ -]\d{3})$/.exec(text) ?? [];
  if (first !== undefined && second !== undefined) return `${first} ${second}`;
  return text.replace(/^(?:NO|SE|DK|FI|IS)[ -]?(?=\d)/, '').replace(/^(\d{3})-(\d{3})$/, '$1 $2');
}

/** Whether the number has the form the label's numbers have; a label without a known form takes any number. */
export function licenceMatches({ key }: Label, licence: string): boolean {
  return LICENCE_TESTS.get(key)?.(licence) ?? false;
}

/** By label. The items of a range share a licence. */
const LICENCE_TESTS: ReadonlyMap<string, (licence: string) => boolean> = new Map(
  [...LABELS.values()].map((label) => [
    label.key,
    remembering((licence) => {
      const number = normalLicence(label, licence);
      return number !== '' && (label.licence === undefined || label.licence.pattern.test(number));
    }),
  ]),
);

/** The label's name as people say it; the key itself for what is no label. */
export function labelName(key: string, language: Language): string {
  return LABELS.get(key)?.name[language] ?? key;
}
