import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'expiry/older-than-previous',
  title: {
    nb: 'Katalogen er ikke eldre enn den som sist ble godkjent',
    en: 'The catalogue is not older than the one approved last',
  },
  fault: {
    nb: 'Katalogen er eldre enn den som sist ble godkjent',
    en: 'The catalogue is older than the one approved last',
  },
  because: {
    nb: 'En gammel katalog som sendes på nytt, setter prisene og sortimentet tilbake.',
    en: 'An old catalogue that is sent again sets prices and assortment back.',
  },
  advice: {
    nb: 'Send den nyeste katalogen. Er det denne, gi den dagens dato.',
    en: 'Send the newest catalogue. If this is it, give it the date of today.',
  },
  source: {
    nb: 'Datoen i filen, mot den sist godkjente versjonen',
    en: 'The date in the file, against the version approved last',
  },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'refuse' },
  },
  needs: ['previousVersion'],
  passes: [
    { why: 'newer', issued: { day: '2026-06-01', previous: '2026-01-01' } },
    { why: 'the same day, as when a catalogue is sent twice', issued: { day: '2026-01-01', previous: '2026-01-01' } },
    { why: 'the file does not tell' },
  ],
  fails: [
    {
      why: 'a day older',
      issued: { day: '2025-12-31', previous: '2026-01-01' },
      finds: [{ parameters: { day: '2025-12-31', previous: '2026-01-01' } }],
    },
  ],
  message: {
    nb: 'Katalogen er datert {day:date}, men den som sist ble godkjent {previous:date}',
    en: 'The catalogue is dated {day:date}, but the one approved last {previous:date}',
  },
  check({ issued }) {
    if (issued === undefined || issued.day >= issued.previous) return [];
    return [{ parameters: issued }];
  },
});
