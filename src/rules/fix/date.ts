import { fixRule } from './fix-rule.ts';

export default fixRule({
  id: 'fix/date',
  how: 'date',
  title: { nb: 'Datoer skrives på én måte i kolonnen', en: 'Dates are written in one way in the column' },
  fault: { nb: 'Datoer er skrevet om', en: 'Dates were written anew' },
  because: {
    nb: 'Bestillingssystemet leser én skrivemåte. Andre blir feil dato, eller ingen.',
    en: 'The ordering system reads one form. Others become another day, or none.',
  },
  advice: {
    nb: 'Formater hele kolonnen som dato, på samme måte.',
    en: 'Format the whole column as dates, in the same way.',
  },
  source: {
    nb: 'Kolonnens egen vanligste skrivemåte, der den bare kan leses på én måte',
    en: 'The most common form of the column itself, where it can be read in one way only',
  },
  example: { why: 'where the others have points', field: 'validTo', before: '2026-12-31', after: '31.12.2026' },
});
