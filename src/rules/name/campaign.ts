import { lineRule, type Problem } from '../../engine/rule.ts';
import { wordsOf } from './words.ts';

export default lineRule({
  id: 'name/campaign',
  title: { nb: 'Navnet er uten reklame, pris og status', en: 'The name has no advertising, price or status' },
  fault: { nb: 'Reklame, pris eller status i navnet', en: 'Advertising, price or status in the name' },
  because: {
    nb: 'Kampanjen tar slutt og navnet blir stående; pris og status i navnet motsier da kolonnene.',
    en: 'The campaign ends and the name stays; price and status in it then contradict their columns.',
  },
  advice: {
    nb: 'Ta det ut av navnet. Pris, periode og status har egne kolonner.',
    en: 'Take it out of the name. Price, period and status have columns of their own.',
  },
  source: {
    nb: 'Navneregler i NOBB: bare det som beskriver varen',
    en: 'NOBB text guide: only what describes the product',
  },
  sets: { recommended: { severity: 'warning' }, supplier: { severity: 'warning' } },
  needs: ['name'],
  options: {
    properties: { ignore: { type: 'array', items: { type: 'string' } } },
    defaults: { ignore: [] as readonly string[] },
  },
  passes: [
    { why: 'what the thing is', line: { name: 'Rømme 20 %' } },
    { why: 'a word the buyer lets pass', line: { name: 'Etikett tilbud, gul' }, options: { ignore: ['tilbud'] } },
    { why: 'an offer as the thing itself', line: { name: 'Plakat «Tilbudsavis»' } },
  ],
  fails: [
    {
      why: 'advertising',
      line: { name: 'TILBUD Kopipapir A4' },
      finds: [{ field: 'name', actual: 'TILBUD Kopipapir A4', message: 'word', parameters: { found: 'TILBUD' } }],
    },
    {
      why: 'exclamation marks',
      line: { name: 'Kulepenn blå!!' },
      finds: [{ field: 'name', actual: 'Kulepenn blå!!', message: 'word', parameters: { found: '!!' } }],
    },
    {
      why: 'a price',
      line: { name: 'Kulepenn blå kr 49,-' },
      finds: [{ field: 'name', actual: 'Kulepenn blå kr 49,-', message: 'price', parameters: { found: 'kr 49' } }],
    },
    {
      why: 'a status',
      line: { name: 'Kulepenn blå (utgår)' },
      finds: [{ field: 'name', actual: 'Kulepenn blå (utgår)', message: 'status', parameters: { found: 'utgår' } }],
    },
  ],
  message: {
    word: { nb: 'Navnet inneholder reklame: «{found}»', en: 'The name contains advertising: "{found}"' },
    price: { nb: 'Navnet inneholder en pris: «{found}»', en: 'The name contains a price: "{found}"' },
    status: {
      nb: 'Navnet sier noe om status: «{found}». Er varen utgått, skal den ut av katalogen',
      en: 'The name tells a status: "{found}". If the item is discontinued, it must leave the catalogue',
    },
  },
  check({ name }, { options: { ignore } }) {
    const shout = name.indexOf('!!');
    if (shout >= 0) return [problem(name, 'word', '!!')];
    const words = wordsOf(name);
    for (let at = 0; at < words.length; at++) {
      const { lower, kind, start, end } = words[at] as (typeof words)[number];
      if (kind !== 'word') continue;
      const message = MEANINGS.get(lower);
      if (message === undefined || ignore.includes(lower)) continue;
      if (message !== 'price') return [problem(name, message, name.slice(start, end))];
      const next = words[at + 1];
      if (next?.kind === 'number' && next.lower.length > 1 && next.start - end <= 2)
        return [problem(name, message, name.slice(start, next.end))];
    }
    return NONE;
  },
});

const NONE: readonly Problem[] = [];

type Meaning = 'word' | 'price' | 'status';
const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...each(
    'tilbud kampanje kampanjepris tilbudspris nyhet nyheter salgspris superpris knallpris prisbombe restsalg rabatt erbjudande kampanj nyhed sonderangebot aktionspreis neuheit bestselger bestseller',
    'word',
  ),
  ...each('kr nok sek dkk', 'price'),
  ...each(
    'utgår utgått utgåtte utgående erstattes udgår udgået udgår utgången discontinued auslaufartikel auslauf',
    'status',
  ),
]);

function each(words: string, meaning: Meaning): readonly (readonly [string, Meaning])[] {
  return words.split(' ').map((word) => [word, meaning] as const);
}

function problem(name: string, message: string, found: string): Problem {
  return { field: 'name', actual: name, message, parameters: { found } };
}
