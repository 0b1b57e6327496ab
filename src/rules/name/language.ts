import { NAME_LANGUAGES, type NameLanguage } from '../../catalogue/text.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { LANGUAGE_OF_WORD } from './language-words.ts';
import { wordsOf } from './words.ts';

export default lineRule({
  id: 'name/language',
  title: { nb: 'Navnet er skrevet på avtalt språk', en: 'The name is in the agreed language' },
  fault: { nb: 'Navn på et annet språk', en: 'Names in another language' },
  because: {
    nb: 'Den som bestiller, søker på sitt eget språk og finner ikke varen.',
    en: 'Whoever orders searches in their own language and misses the item.',
  },
  advice: { nb: 'Oversett navnet til det avtalte språket.', en: 'Translate the name into the agreed language.' },
  source: {
    nb: 'Avtalen: catalogueLanguages; uten det norsk, som NOBB krever. Språket kjennes på småord, farger og emballasje; i tvil sier regelen ingenting',
    en: 'The agreement: catalogueLanguages; without it Norwegian, as NOBB demands. The language is recognised by function words, colours and packs; in doubt nothing is reported',
  },
  sets: { recommended: { severity: 'info' }, strict: { severity: 'warning' }, supplier: { severity: 'info' } },
  needs: ['name'],
  options: {
    properties: { languages: { type: 'array', items: { type: 'string', enum: [...NAME_LANGUAGES] }, minItems: 1 } },
    // Absent: what the agreement says, see NORWEGIAN.
    defaults: {} as { readonly languages?: readonly NameLanguage[] },
  },
  passes: [
    { why: 'Norwegian', line: { name: 'Kulepenn svart, 50 stk' } },
    { why: 'one word tells too little', line: { name: 'Black Velvet kaffe' } },
    { why: 'words of both', line: { name: 'White paper, kopipapir uten tre, hvit' } },
    {
      why: 'a language that was agreed',
      line: { name: 'Ballpoint pen black' },
      agreement: { catalogueLanguages: ['nb', 'en'] },
    },
    {
      why: 'the rule set goes before the agreement',
      line: { name: 'Ballpoint pen black' },
      agreement: { catalogueLanguages: ['nb'] },
      options: { languages: ['en'] },
    },
  ],
  fails: [
    {
      why: 'English',
      line: { name: 'Ballpoint pen black' },
      finds: [
        {
          field: 'name',
          actual: 'Ballpoint pen black',
          message: 'en',
          parameters: { words: 'ballpoint, pen, black' },
        },
      ],
    },
    {
      why: 'Swedish',
      line: { name: 'Toalettpapper vitt, utan doft' },
      finds: [
        {
          field: 'name',
          actual: 'Toalettpapper vitt, utan doft',
          message: 'sv',
          parameters: { words: 'toalettpapper, vitt' },
        },
      ],
    },
    {
      why: 'Danish',
      line: { name: 'Kuglepen uden hætte, hvid' },
      finds: [
        {
          field: 'name',
          actual: 'Kuglepen uden hætte, hvid',
          message: 'da',
          parameters: { words: 'kuglepen, uden, hvid' },
        },
      ],
    },
    {
      why: 'German',
      line: { name: 'Kugelschreiber blau und schwarz' },
      finds: [
        {
          field: 'name',
          actual: 'Kugelschreiber blau und schwarz',
          message: 'de',
          parameters: { words: 'kugelschreiber, blau, und, schwarz' },
        },
      ],
    },
    {
      why: 'Norwegian, where English was agreed',
      line: { name: 'Kulepenn svart uten hette' },
      agreement: { catalogueLanguages: ['en'] },
      finds: [
        {
          field: 'name',
          actual: 'Kulepenn svart uten hette',
          message: 'nb',
          parameters: { words: 'svart, uten' },
        },
      ],
    },
    {
      why: 'nynorsk, where bokmål was agreed',
      line: { name: 'Kvitt papir, ikkje bleikt' },
      options: { languages: ['nb'] },
      finds: [
        {
          field: 'name',
          actual: 'Kvitt papir, ikkje bleikt',
          message: 'nn',
          parameters: { words: 'kvitt, ikkje' },
        },
      ],
    },
  ],
  message: {
    nb: { nb: 'Navnet ser ut til å være på bokmål ({words})', en: 'The name seems to be Norwegian bokmål ({words})' },
    nn: { nb: 'Navnet ser ut til å være på nynorsk ({words})', en: 'The name seems to be Norwegian nynorsk ({words})' },
    sv: { nb: 'Navnet ser ut til å være på svensk ({words})', en: 'The name seems to be Swedish ({words})' },
    da: { nb: 'Navnet ser ut til å være på dansk ({words})', en: 'The name seems to be Danish ({words})' },
    de: { nb: 'Navnet ser ut til å være på tysk ({words})', en: 'The name seems to be German ({words})' },
    en: { nb: 'Navnet ser ut til å være på engelsk ({words})', en: 'The name seems to be English ({words})' },
  },
  check({ name }, { agreement, options: { languages = agreement?.catalogueLanguages ?? NORWEGIAN } }) {
    let language: NameLanguage | undefined;
    let telling = 0;
    let all = 0;
    let last = '';
    const words = wordsOf(name);
    for (const { lower, kind } of words) {
      if (kind !== 'word' || lower.length < SHORTEST) continue;
      all++;
      const told = LANGUAGE_OF_WORD.get(lower);
      if (told === undefined || lower === last) continue;
      // Any word of an agreed language, or of a third one: nothing is sure.
      if (languages.includes(told) || (language !== undefined && language !== told)) return NONE;
      language = told;
      last = lower;
      telling++;
    }
    // Names of brands and tastes are English everywhere: most words must tell.
    if (language === undefined || telling < (language === 'en' ? ENOUGH_ENGLISH : ENOUGH) || 2 * telling < all)
      return NONE;
    const told = words.flatMap(({ lower }) => (LANGUAGE_OF_WORD.get(lower) === language ? [lower] : []));
    return [{ field: 'name', actual: name, message: language, parameters: { words: told.join(', ') } }];
  },
});

const NONE: readonly Problem[] = [];
const NORWEGIAN: readonly NameLanguage[] = ['nb', 'nn'];
/** Shorter ones are units and codes. */
const SHORTEST = 3;
/** One word may be part of a brand; of English two: `Black & White`. */
const ENOUGH = 2;
const ENOUGH_ENGLISH = 3;
