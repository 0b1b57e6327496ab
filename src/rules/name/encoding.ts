import type { Field } from '../../catalogue/field.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { findDamage } from './damage.ts';

const FIELDS = ['name', 'description'] as const satisfies readonly Field[];

export default lineRule({
  id: 'name/encoding',
  title: { nb: 'Navn og beskrivelse er lesbar tekst', en: 'Name and description are readable text' },
  fault: { nb: 'Ødelagt tekst i navn eller beskrivelse', en: 'Damaged text in name or description' },
  because: {
    nb: 'Ødelagte bokstaver gjør at varen ikke blir funnet i søk, og at katalogen ser useriøs ut.',
    en: 'Garbled letters keep the item from being found, and make the catalogue look careless.',
  },
  advice: {
    nb: 'Eksporter på nytt med riktig tegnsett (UTF-8), og fjern HTML og usynlige tegn.',
    en: 'Export again in the right encoding (UTF-8), and remove HTML and invisible characters.',
  },
  source: {
    nb: 'Tekst lest i et annet tegnsett enn den er skrevet i; rester av koder fra nettbutikk eller regneark',
    en: 'Text read in another encoding than it was written in; markup left over from a web shop or a workbook',
  },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'warning' },
  },
  needs: [],
  passes: [
    { why: 'Norwegian letters', line: { name: 'Blåbærsyltetøy på boks', description: 'Søt\r\nog god' } },
    { why: 'an ordinary ampersand, less-than and question mark', line: { name: 'Salt & pepper <5 g?' } },
  ],
  fails: [
    {
      why: 'UTF-8 read as Windows-1252',
      line: { name: 'BlÃ¥bÃ¦rsyltetÃ¸y' },
      finds: [{ field: 'name', actual: 'BlÃ¥bÃ¦rsyltetÃ¸y', message: 'mojibake', parameters: { found: 'Ã¥' } }],
    },
    {
      why: 'letters lost for good',
      line: { name: 'Bl\uFFFDb\uFFFDr' },
      finds: [{ field: 'name', actual: 'Bl\uFFFDb\uFFFDr', message: 'lost', parameters: { found: '\uFFFD' } }],
    },
    {
      why: 'HTML',
      line: { description: 'Myk &amp; god' },
      finds: [{ field: 'description', actual: 'Myk &amp; god', message: 'markup', parameters: { found: '&amp;' } }],
    },
    {
      why: 'a line break as a workbook stores it',
      line: { name: 'Penn_x000D_blå' },
      finds: [{ field: 'name', actual: 'Penn_x000D_blå', message: 'markup', parameters: { found: '_x000D_' } }],
    },
    {
      why: 'a character nobody sees',
      line: { name: 'Kopi\u00ADpapir' },
      finds: [{ field: 'name', actual: 'Kopi\u00ADpapir', message: 'invisible', parameters: { found: 'U+00AD' } }],
    },
  ],
  message: {
    mojibake: {
      nb: '{field} har ødelagte bokstaver («{found}»): teksten er lest med feil tegnsett',
      en: '{field} has garbled letters ("{found}"): the text was read in the wrong encoding',
    },
    lost: {
      nb: '{field} har mistet bokstaver; i stedet står «{found}»',
      en: '{field} has lost letters; "{found}" is in their place',
    },
    markup: {
      nb: '{field} inneholder koder som ikke hører hjemme i teksten: {found}',
      en: '{field} contains codes that do not belong in the text: {found}',
    },
    invisible: {
      nb: '{field} inneholder et usynlig tegn ({found})',
      en: '{field} contains an invisible character ({found})',
    },
  },
  check(line) {
    let problems: Problem[] | undefined;
    for (const field of FIELDS) {
      const text = line[field];
      const damage = text === undefined ? undefined : findDamage(text, field === 'description');
      if (text === undefined || damage === undefined) continue;
      problems ??= [];
      problems.push({ field, actual: text, message: damage.kind, parameters: { found: damage.found } });
    }
    return problems ?? NONE;
  },
});

const NONE: readonly Problem[] = [];
