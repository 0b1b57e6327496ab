import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'expiry/ends-before-start',
  title: { nb: 'Sluttdatoen kommer ikke før startdatoen', en: 'The end date does not come before the start date' },
  fault: { nb: 'Sluttdato før startdato', en: 'End date before start date' },
  because: {
    nb: 'En vare som slutter før den begynner, kan aldri bestilles; én av datoene er feil.',
    en: 'An item that ends before it begins can never be ordered; one of the dates is wrong.',
  },
  advice: { nb: 'Rett den av de to datoene som er feil.', en: 'Correct whichever of the two dates is wrong.' },
  source: { nb: 'Gyldighetsperioden på linjen selv', en: "The line's own validity period" },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['validFrom', 'validTo'],
  replaces: ['expiry/line-ended', 'expiry/not-started'],
  passes: [
    { why: 'a period', line: { validFrom: '2026-01-01', validTo: '2026-12-31' } },
    { why: 'a single day', line: { validFrom: '2026-01-01', validTo: '2026-01-01' } },
  ],
  fails: [
    {
      why: 'the dates are swapped',
      line: { validFrom: '2026-12-31', validTo: '2026-01-01' },
      finds: [{ field: 'validTo', actual: '2026-01-01', parameters: { from: '2026-12-31' } }],
    },
  ],
  message: {
    nb: 'Varen gjelder fra {from:date}, men bare til {actual:date}',
    en: 'The item is valid from {from:date}, but only until {actual:date}',
  },
  check({ validFrom, validTo }) {
    return validTo < validFrom ? [{ field: 'validTo', actual: validTo, parameters: { from: validFrom } }] : [];
  },
});
