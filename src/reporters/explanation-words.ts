/** Why a price is not the agreed one, in words: what else would give the same price, and what many findings share. */
import type { Finding } from '../catalogue/finding.ts';
import type { Language } from '../catalogue/text.ts';
import type { FindingGroup } from './finding-groups.ts';
import { formatCount, formatDecimal, formatPercent } from './format-number.ts';
import { formatDate, formatKind } from './format-value.ts';

type Say = (figure: string, language: Language) => string;

const decimals: Say = (figure, language) => formatDecimal(figure, language, 'prose');
const percents: Say = (figure, language) => formatPercent(figure, language, 'prose');
const units: Say = (figure, language) => formatKind('unit', figure, language, 'prose');

/** By cause; `#` stands for its figure. */
const CAUSES: Readonly<Record<string, { readonly nb: string; readonly en: string; readonly figure?: Say }>> = {
  above: { nb: '# over avtalt pris', en: '# above the agreed price', figure: percents },
  below: { nb: '# under avtalt pris', en: '# below the agreed price', figure: percents },
  perPack: { nb: 'pris per pakning og per stykk blandet', en: 'price per pack and per piece confused' },
  perMeasure: { nb: 'prisen gjelder per #', en: 'the price is per #', figure: units },
  baseQuantity: { nb: 'prisen gjelder for #', en: 'the price is for #', figure: decimals },
  smallerPack: { nb: 'mindre i pakningen til samme pris', en: 'less in the pack at the same price' },
  listPrice: { nb: 'rabatten på # er ikke trukket fra', en: 'the discount of # is not deducted', figure: percents },
  discountTwice: {
    nb: 'rabatten på # er trukket fra to ganger',
    en: 'the discount of # is deducted twice',
    figure: percents,
  },
  ended: { nb: 'prisen gjaldt til og med #', en: 'the price was valid until #', figure: formatDate },
  notStarted: { nb: 'prisen gjelder fra #', en: 'the price is valid from #', figure: formatDate },
  previous: { nb: 'det er prisen fra forrige versjon', en: 'it is the price from the previous version' },
  decimalShift: { nb: 'desimaltegnet står feil (ganger #)', en: 'the decimal point is misplaced (times #)' },
  vatIncluded: { nb: '# mva. er lagt til', en: '# VAT is added', figure: percents },
  unitWord: { nb: 'enheten heter «#»', en: 'the unit is called "#"' },
  foreignAmount: { nb: 'beløpet er i #', en: 'the amount is in #' },
};

/** @param code of an explanation, `vatIncluded:25`; one that this version of the tool does not know stands as it is */
function causeInWords(code: string, language: Language): string {
  const colon = code.indexOf(':');
  const name = colon < 0 ? code : code.slice(0, colon);
  const figure = colon < 0 ? '' : code.slice(colon + 1);
  const cause = CAUSES[name];
  if (cause === undefined) return code;
  const shown = name === 'decimalShift' ? powerOfTen(figure, language) : (cause.figure?.(figure, language) ?? figure);
  return cause[language].replace('#', shown);
}

/** `2` as 100, `-2` as 0.01. */
function powerOfTen(shift: string, language: Language): string {
  const places = Number(shift);
  return decimals(places < 0 ? `0.${'1'.padStart(-places, '0')}` : `1${'0'.repeat(places)}`, language);
}

const ALSO = {
  nb: (others: string) => `Samme pris får en også hvis ${others}`,
  en: (others: string) => `The same price also results if ${others}`,
};
const OR = { nb: ' eller ', en: ' or ' };

/** What follows the sentence on a price that has other explanations too; empty for all others. */
export function alsoInWords({ parameters }: Finding, language: Language): string {
  const also = parameters?.['also'];
  if (also === undefined || also === '') return '';
  const others = also.split(' ').map((code) => causeInWords(code, language));
  return ALSO[language](others.join(OR[language]));
}

/** So many findings are told as one. */
const FEWEST = 10;

const HEADLINE = {
  nb: (count: string, of: string, cause: string) => `Én årsak for ${count} av ${of}: ${cause}`,
  en: (count: string, of: string, cause: string) => `One cause for ${count} of ${of}: ${cause}`,
};

/** The same as sentences behind the message of the first finding of the group. */
export function causesBehind(group: FindingGroup, language: Language): string {
  return causeHeadlines(group, language)
    .map((cause) => `. ${cause}`)
    .join('');
}

export interface ToldCause {
  /** As the findings' parameters name it. */
  readonly code: string;
  readonly headline: string;
}

/** What many findings of a group have in common, most first; none where each has a cause of its own. */
export function toldCauses({ causes, count }: FindingGroup, language: Language): readonly ToldCause[] {
  return causes
    .filter((cause) => cause.count >= FEWEST)
    .map((cause) => ({
      code: cause.code,
      headline: HEADLINE[language](
        formatCount(cause.count, language),
        formatCount(count, language),
        causeInWords(cause.code, language),
      ),
    }));
}

export function causeHeadlines(group: FindingGroup, language: Language): readonly string[] {
  return toldCauses(group, language).map(({ headline }) => headline);
}
