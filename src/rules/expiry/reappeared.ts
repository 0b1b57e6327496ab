import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'expiry/reappeared',
  title: { nb: 'Varer som var utgått, kommer ikke tilbake', en: 'Items that were discontinued do not come back' },
  fault: { nb: 'Utgåtte varer som er tilbake', en: 'Discontinued items that are back' },
  because: {
    nb: 'En utgått vare som dukker opp igjen, kommer ofte fra en gammel liste, med gammel pris og gammelt innhold.',
    en: 'A discontinued item that turns up again often comes from an old list, with an old price and old contents.',
  },
  advice: {
    nb: 'Sjekk at varen virkelig selges igjen, og at erstatningen ikke står der også.',
    en: 'Check that the item is really sold again, and that its replacement is not there too.',
  },
  source: { nb: 'Den sist godkjente versjonen', en: 'The version approved last' },
  sets: { recommended: { severity: 'warning' } },
  needs: ['previous'],
  anyColumn: ['status', 'validTo'],
  passes: [
    { why: 'never gone', line: { status: 'active' }, previous: { status: 'active' } },
    { why: 'still gone', line: { status: 'discontinued' }, previous: { status: 'discontinued' } },
    { why: 'out of stock for a while', line: { status: 'active' }, previous: { status: 'temporarilyUnavailable' } },
    {
      why: 'extended in time',
      asOf: '2026-06-01',
      line: { validTo: '2027-12-31' },
      previous: { validTo: '2026-06-30' },
    },
  ],
  fails: [
    {
      why: 'back in the range',
      line: { status: 'active' },
      previous: { status: 'discontinued' },
      finds: [{ field: 'status', message: 'discontinued' }],
    },
    {
      why: 'it had been replaced',
      line: {},
      previous: { status: 'discontinued', replacedBy: '1002' },
      finds: [{ field: 'status', message: 'replaced', parameters: { replacedBy: '1002' } }],
    },
  ],
  message: {
    discontinued: {
      nb: 'Varen var utgått i forrige versjon, men er nå tilbake',
      en: 'The item was discontinued in the previous version, but is back now',
    },
    replaced: {
      nb: 'Varen var utgått og erstattet av {replacedBy} i forrige versjon, men er nå tilbake',
      en: 'The item was discontinued and replaced by {replacedBy} in the previous version, but is back now',
    },
  },
  check({ status, orderable, unreadable }, { previous }) {
    if (previous.status !== 'discontinued' || status === 'discontinued') return [];
    // What nobody understands may say that it is gone.
    if (orderable === false || unreadable?.status !== undefined) return [];
    const { replacedBy } = previous;
    if (replacedBy === undefined) return [{ field: 'status', message: 'discontinued' }];
    return [{ field: 'status', message: 'replaced', parameters: { replacedBy } }];
  },
});
