/** Why the approved catalogue of a file of changes is not written as they came, in words. */
import { isField } from '../catalogue/field.ts';
import { FORMAT_TITLES } from '../catalogue/output-formats.ts';
import type { Language } from '../catalogue/text.ts';
import type { LeftOut } from '../writers/catalogue-content.ts';
import { formatCount } from './format-number.ts';
import { fieldTitle } from './format-value.ts';
import { oneLine } from './one-line.ts';
import type { AsLines, Result } from './result.ts';
import { WORDS } from './words.ts';

/** Longer ones are cut. */
const LENGTH = 1000;
/** What the format has no place for, beyond the first few, is counted. */
const NAMED = 5;

/** @returns nothing where it is in the format that the changes came in, under their headings, and where there is none */
export function whyNotAsSent({ delta }: Result, language: Language): string | undefined {
  if (delta?.usualHeadings !== undefined) return oneLine(HEADINGS[language](delta.usualHeadings), LENGTH);
  if (delta?.asLines === undefined) return undefined;
  const because = BECAUSE[language](delta.asLines);
  const told =
    language === 'nb'
      ? `Den godkjente katalogen er skrevet som JSON-linjer, fordi ${because}`
      : `The approved catalogue is written as lines of JSON, because ${because}`;
  return oneLine(told, LENGTH);
}

const HEADINGS: Readonly<Record<Language, (lost: readonly LeftOut[]) => string>> = {
  nb: (lost) =>
    `Den godkjente katalogen har vanlige overskrifter, ikke leverandørens: med dem leses den ikke likt igjen${lost.length === 0 ? '' : `, for da mangler ${leftOutInWords(lost, 'nb')}`}.`,
  en: (lost) =>
    `The approved catalogue has the usual headings and not the supplier's: with those it does not read the same again${lost.length === 0 ? '' : `, as they lose ${leftOutInWords(lost, 'en')}`}.`,
};

const BECAUSE: Readonly<Record<Language, (why: AsLines) => string>> = {
  nb(why) {
    if (why.reason === 'notWritten') return 'katalogvakt ikke skriver formatet endringene kom i.';
    const format = FORMAT_TITLES[why.format].nb;
    switch (why.reason) {
      case 'lacking':
        return `${format} må ha opplysninger som verken avtalen eller filen har: ${why.lacking.join(', ')}. Med --header kan convert få dem og skrive ${format}.`;
      case 'notInFormat':
        return `den ikke kan skrives som ${format}. ${why.text.nb}`;
      case 'leftOut':
        return `${format} ikke har plass til alt i den: ${leftOutInWords(why.leftOut, 'nb')}.`;
      case 'readsOtherwise':
        return `den har andre linjer når den skrives som ${format} og leses igjen.`;
    }
  },
  en(why) {
    if (why.reason === 'notWritten') return 'katalogvakt does not write the format that the changes came in.';
    const format = FORMAT_TITLES[why.format].en;
    switch (why.reason) {
      case 'lacking':
        return `${format} needs what neither the agreement nor the file has: ${why.lacking.join(', ')}. With --header, convert can be given it and write ${format}.`;
      case 'notInFormat':
        return `it cannot be written as ${format}. ${why.text.en}`;
      case 'leftOut':
        return `${format} cannot hold all of it: ${leftOutInWords(why.leftOut, 'en')}.`;
      case 'readsOtherwise':
        return `it has other lines when it is written as ${format} and read again.`;
    }
  },
};

function leftOutInWords(leftOut: readonly LeftOut[], language: Language): string {
  const words = WORDS[language];
  const more = leftOut.length - NAMED;
  const named = leftOut.slice(0, NAMED).map(({ what, lines, first }) => {
    const name = isField(what) ? fieldTitle(what, language) : what;
    return `${name} (${OF_LINES[language](lines, first)})`;
  });
  return `${named.join(', ')}${more > 0 ? ` ${words.andMore(more)}` : ''}`;
}

const OF_LINES: Readonly<Record<Language, (lines: number, first: string) => string>> = {
  nb: (lines, first) => (lines === 1 ? `vare ${first}` : `${formatCount(lines, 'nb')} linjer, den første er ${first}`),
  en: (lines, first) => (lines === 1 ? `item ${first}` : `${formatCount(lines, 'en')} lines, the first is ${first}`),
};
