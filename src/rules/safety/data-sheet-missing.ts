import { hazardousClass, isHazardousName } from '../../code-lists/hazardous-goods.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'safety/data-sheet-missing',
  title: { nb: 'Kjemikalier har sikkerhetsdatablad', en: 'Chemicals have a safety data sheet' },
  fault: { nb: 'Kjemikalier uten sikkerhetsdatablad', en: 'Chemicals without a safety data sheet' },
  because: {
    nb: 'Arbeidsgiveren skal ha sikkerhetsdatablad for kjemikaliene i stoffkartoteket, og må ellers lete det opp for hver vare.',
    en: 'The employer must have the safety data sheet of workplace chemicals on file, and would have to find it for every item.',
  },
  advice: {
    nb: 'Legg inn lenke til sikkerhetsdatabladet på norsk.',
    en: 'Give the link to the safety data sheet in the language of the users.',
  },
  source: {
    nb: 'REACH, forordning (EF) nr. 1907/2006, artikkel 31; UNSPSC-klasser og ord i code-lists/hazardous-goods.ts',
    en: 'REACH, regulation (EC) 1907/2006, article 31; UNSPSC classes and words in code-lists/hazardous-goods.ts',
  },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'warning' },
  },
  needs: [],
  columns: ['sds'],
  anyColumn: ['unspsc', 'name'],
  passes: [
    { why: 'a link', line: { unspsc: '47131801', sds: 'https://eksempel.example/sds/1.pdf' } },
    { why: 'where it is to be had', line: { unspsc: '47131801', sds: 'På forespørsel' } },
    { why: 'a cloth', line: { unspsc: '47131502', name: 'Mikrofiberklut' } },
    { why: 'something for chemicals', line: { name: 'Kanne til rødsprit, 5 l' } },
    { why: 'a name of other goods in a class of other goods', line: { unspsc: '44121708', name: 'Sprit-tusj, svart' } },
  ],
  fails: [
    {
      why: 'a cleaner, by its class',
      line: { unspsc: '47131801', name: 'Gulvvask 5 l' },
      finds: [{ field: 'sds', message: 'class', parameters: { unspsc: '47131801' } }],
    },
    {
      why: 'a solvent, by its name',
      line: { name: 'Aceton, 1 l' },
      finds: [{ field: 'sds', message: 'name', parameters: { name: 'Aceton, 1 l' } }],
    },
  ],
  message: {
    class: {
      nb: 'Sikkerhetsdatabladet mangler; UNSPSC {unspsc} er kjemikalier',
      en: 'The safety data sheet is missing; UNSPSC {unspsc} is chemicals',
    },
    name: {
      nb: 'Sikkerhetsdatabladet mangler; etter navnet er «{name}» et kjemikalium',
      en: 'The safety data sheet is missing; by its name, "{name}" is a chemical',
    },
  },
  check({ sds, unspsc, name, unreadable }) {
    if (sds !== undefined || unreadable?.sds !== undefined) return NONE;
    if (unspsc !== undefined && hazardousClass(unspsc) !== undefined)
      return [{ field: 'sds', message: 'class', parameters: { unspsc } }];
    return name !== undefined && isHazardousName(name)
      ? [{ field: 'sds', message: 'name', parameters: { name } }]
      : NONE;
  },
});

const NONE: readonly Problem[] = [];
