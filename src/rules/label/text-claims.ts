/**
 * Labels that running text claims for an item. Only words that can mean nothing else are known here, and any hint that
 * the label is compared with, denied or another thing's makes it no claim: a missed one does little harm, a wrong
 * accusation much.
 */

export interface TextClaim {
  /** Key in code-lists/labels.ts. */
  readonly key: string;
  /** The words that claim it. */
  readonly words: string;
}

interface Claimed {
  readonly key: string;
  /** Any of these in the label field honours the claim too. */
  readonly or?: readonly string[];
  readonly pattern: RegExp;
}

const word = (alternatives: string, flags = 'giu') =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, flags);

/** Common words in capitals only: `krav` is Norwegian for demand. */
const CAPITALS = 'gu';

const CLAIMED: readonly Claimed[] = [
  {
    key: 'svanemerket',
    pattern: word(
      'svanemerket|svanemerka|svanemerke|svanemærket|svanen[- ]?merket|svanmärkt|svanenmärkt|miljømerket svanen|nordic swan(?: ecolabel(?:led)?)?',
    ),
  },
  { key: 'eu_ecolabel', pattern: word('eu[- ]ecolabel|eu[- ]blomsten|eu[- ]miljømerket|miljømerket eu[- ]blomsten') },
  { key: 'blauer_engel', pattern: word('(?:der )?blaue[r]? engel|den blå engel|blue angel') },
  { key: 'bra_miljoval', pattern: word('bra miljöval|bra miljøvalg') },
  { key: 'tco_certified', pattern: word('tco[- ](?:certified|sertifisert)') },
  {
    key: 'epeat_unspecified',
    or: ['epeat_gold', 'epeat_silver', 'epeat_bronze'],
    pattern: word('EPEAT', CAPITALS),
  },
  {
    key: 'fsc',
    or: ['fsc_100', 'fsc_mix', 'fsc_recycled'],
    pattern: word('FSC(?:[- ](?:merket|sertifisert))?|fsc[- ](?:merket|sertifisert)', CAPITALS),
  },
  {
    key: 'pefc',
    or: ['pefc_certified', 'pefc_recycled'],
    pattern: word('PEFC(?:[- ](?:merket|sertifisert))?|pefc[- ](?:merket|sertifisert)', CAPITALS),
  },
  { key: 'msc', pattern: word('msc[- ](?:merket|sertifisert|certified)|marine stewardship council') },
  { key: 'asc', pattern: word('asc[- ](?:merket|sertifisert|certified)|aquaculture stewardship council') },
  { key: 'debio', pattern: word('debio(?:[- ]?(?:merket|godkjent|sertifisert))?|ø-merket') },
  { key: 'krav', pattern: word('KRAV[- ]?(?:märkt|merket|sertifisert)|Kravmerket', CAPITALS) },
  { key: 'fairtrade', pattern: word('fairtrade(?:[- ]?(?:merket|sertifisert|certified))?') },
  {
    key: 'rainforest_alliance',
    or: ['rainforest_people_nature'],
    pattern: word('rainforest alliance(?:[- ](?:merket|sertifisert|certified))?'),
  },
  { key: 'oeko_tex_100', or: ['oeko_tex_mig'], pattern: word('(?:oeko|øko|öko)-?tex(?: standard 100)?') },
  { key: 'gots', pattern: word('GOTS(?:[- ](?:merket|sertifisert|certified))?', CAPITALS) },
];

/** Most texts hold none of these, and need no closer look. */
const HINT =
  /svane|svan(?:en)?märkt|svanemærket|swan|eu[- ](?:eco|blom|milj)|engel|angel|milj[öø]val|tco|EPEAT|FSC|fsc[- ]|PEFC|pefc[- ]|msc[- ]|asc[- ]|stewardship|debio|ø-merket|krav|fairtrade|rainforest|[oøö]e?ko-?tex|GOTS/i;

/** Earlier in the sentence: the label's demands are met, which is not the label. `KRAV-merket` is one. */
const DEMANDS_BEFORE = word(
  'oppfyller|oppfylle|oppfylt|møter|kriterier|kriteriene|krav(?!-)|kravene|kravet|meets?|meeting|compl(?:y|ies|iant)|according|criteria|uppfyller',
  'iu',
);

/** Earlier in the clause: the label is denied, applied for, or another thing is like it. */
const DOUBT_BEFORE = word(
  'ikke|ingen|uten|verken|ei|lik|likt|lignende|tilsvarende|tilsvarer|ekvivalent|etter|ihht|iht|henhold|søkt|søker|hvis|not|non|no|without|equivalent|similar|like|motsvarande|motsvarar|inte|ej|utan|ikkje',
  'iu',
);

/** Right before the label: it is another thing's, or one of several. */
const OTHERS_BEFORE =
  /(?<!\p{L})(?:som|as|til|for|eller|or|(?:emballasje|innpakning|eske|kartong|etikett|packaging|box|carton)(?: (?:av|i|med|of|in|with))?)\s+$/iu;

/** Right after the label: its demands, its criteria, something else that carries it. */
const DOUBT_AFTER =
  /^(?:s|ets)?[-–: ]*(?:krav|kriteri|criteria|requirement|ingredien|approved|innhold|emballasje|eske|kartong|innpakning|packaging|box|carton|bygg|hotell|kontor|bedrift|virksomhet|trykkeri|renhold|rengjøring|produksjon|fabrikk|alternativ|lignende|tilsvarende|er ikke|ikke)/iu;

const CLAUSE_END = /[,.;!?:()\n\r](?!\p{L}|\p{N})/gu;
const SENTENCE_END = /[.;!?\n\r](?!\p{L}|\p{N})/gu;
const LOOK_AROUND = 80;

/** @returns the labels the text claims, each once, without regard to the label field */
export function findTextClaims(text: string): readonly (TextClaim & { readonly honouredBy: readonly string[] })[] {
  if (!HINT.test(text)) return NONE;
  return CLAIMED.flatMap(({ key, or, pattern }) => {
    for (const match of text.matchAll(pattern)) {
      if (isDoubtful(text, match.index, match.index + match[0].length)) continue;
      return [{ key, words: match[0], honouredBy: [key, ...(or ?? [])] }];
    }
    return [];
  });
}

const NONE: readonly never[] = [];

function isDoubtful(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - LOOK_AROUND), from);
  return (
    DEMANDS_BEFORE.test(lastPart(before, SENTENCE_END)) ||
    DOUBT_BEFORE.test(lastPart(before, CLAUSE_END)) ||
    OTHERS_BEFORE.test(before) ||
    DOUBT_AFTER.test(text.slice(to, to + LOOK_AROUND))
  );
}

function lastPart(text: string, end: RegExp): string {
  const last = [...text.matchAll(end)].at(-1);
  return last === undefined ? text : text.slice(last.index + 1);
}
