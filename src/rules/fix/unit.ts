import { fixRule } from './fix-rule.ts';

export default fixRule({
  id: 'fix/unit',
  how: 'unit',
  title: { nb: 'Enheten skrives på én måte i filen', en: 'The unit is written in one way in the file' },
  fault: { nb: 'Enheter er skrevet om', en: 'Units were written anew' },
  because: {
    nb: 'Bestillingssystemet kjenner koden eller ordet det er satt opp med, ikke alle måter å skrive det på.',
    en: 'The ordering system knows the code or word it was set up with, not every way to write it.',
  },
  advice: {
    nb: 'Bruk samme ord eller kode for enheten i alle linjer.',
    en: 'Use the same word or code for the unit in every line.',
  },
  source: 'UNECE Recommendations 20 and 21',
  example: { why: 'where the others say stk', field: 'unit', before: 'Stk.', after: 'stk' },
});
