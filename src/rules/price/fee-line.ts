import { lineRule, type Problem } from '../../engine/rule.ts';

/** Words that name a fee, a freight charge or a surcharge, alone or at the end of a compound. */
const FEE =
  /(?:^|[\s,(/-])(?:\p{L}*(?:gebyr|avgift)|(?:\p{L}*(?:drivstoff|olje|energi|valuta|bom|minsteordre|småordre|ekspress|hast)-?)tillegg|frakt|fraktkostnad(?:er)?|hjemfrakt|porto|forsendelse|ekspedisjon|fakturering|surcharge|freight|shipping|postage|\p{L}* ?handling (?:fee|charge)|\p{L}* fee)(?=$|[\s,.)/:-])/iu;

export default lineRule({
  id: 'price/fee-line',
  title: { nb: 'Ingen linje er et gebyr', en: 'No line is a fee' },
  fault: { nb: 'Gebyr, frakt eller tillegg som egen vare', en: 'Fee, freight or surcharge as an item' },
  because: {
    nb: 'Et gebyr som kan bestilles som en vare, gjør den avtalte prisen høyere uten at noen ser det.',
    en: 'A fee that can be ordered like an item raises the agreed price without anybody seeing it.',
  },
  advice: {
    nb: 'Ta linjen ut. Gebyrer, frakt og tillegg faktureres bare når avtalen sier det.',
    en: 'Take the line out. Fees, freight and surcharges are invoiced only where the agreement says so.',
  },
  source: {
    nb: 'Offentlige rammeavtaler: prisene omfatter alle kostnader når avtalen ikke sier noe annet',
    en: 'Framework agreements for public purchases: prices include all costs unless the agreement says otherwise',
  },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['name'],
  replaces: ['assortment/not-agreed', 'assortment/outside-scope'],
  passes: [
    { why: 'an item', line: { name: 'Kopipapir A4 80 g, hvit' } },
    { why: 'a word that only begins like one', line: { name: 'Portobok A5' } },
    { why: 'something to carry freight on', line: { name: 'Frakttralle, 300 kg' } },
    {
      why: 'a fee that was agreed',
      line: { itemNumber: '1', name: 'Miljøgebyr' },
      agreed: { itemNumber: '1', price: '25' },
    },
  ],
  fails: [
    {
      why: 'a fee',
      line: { name: 'Ekspedisjonsgebyr' },
      finds: [{ field: 'name', actual: 'Ekspedisjonsgebyr' }],
    },
    { why: 'freight', line: { name: 'Frakt, sone 1' } },
    { why: 'a surcharge', line: { name: 'Drivstofftillegg 4 %' } },
    { why: 'in English', line: { name: 'Small order handling fee' } },
  ],
  message: {
    nb: '«{actual}» ser ut til å være et gebyr, frakt eller et tillegg, som ikke står i avtalen',
    en: '"{actual}" seems to be a fee, freight or a surcharge, which the agreement does not have',
  },
  check({ name }, { agreed }) {
    return agreed === undefined && FEE.test(name) ? [{ field: 'name', actual: name }] : NONE;
  },
});

const NONE: readonly Problem[] = [];
