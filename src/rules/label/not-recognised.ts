import { LABELS } from '../../code-lists/labels.ts';
import { lineRule } from '../../engine/rule.ts';
import { carries } from './carried.ts';

export default lineRule({
  id: 'label/not-recognised',
  title: { nb: 'Miljømerket er et av dem kjøperen regner med', en: 'The eco-label is one that the buyer recognises' },
  fault: {
    nb: 'Merker kjøperen ikke regner som miljømerker',
    en: 'Labels that the buyer does not count as eco-labels',
  },
  because: {
    nb: 'Varen ser miljømerket ut i butikken, men teller ikke i miljørapporten.',
    en: 'The item looks eco-labelled in the web shop, but does not count in the environmental report.',
  },
  advice: {
    nb: 'Har varen også et merke på listen, fyll det inn. Ellers er det ikke noe å rette.',
    en: 'If the item also has a label on the list, fill it in. Otherwise there is nothing to correct.',
  },
  source: { nb: 'Avtalen: merkene kjøperen regner med', en: 'The agreement: labels that the buyer counts' },
  sets: { recommended: { severity: 'info' } },
  needs: ['ecoLabel', 'recognisedLabels'],
  passes: [
    {
      why: 'one of them is on the list',
      line: {
        ecoLabel: [
          { key: 'fsc_mix', text: 'FSC Mix' },
          { key: 'svanemerket', text: 'Svanen' },
        ],
      },
      agreement: { recognisedLabels: ['svanemerket'] },
    },
    {
      why: 'a kind of one on the list',
      line: { ecoLabel: [{ key: 'fsc_mix', text: 'FSC Mix' }] },
      agreement: { recognisedLabels: ['fsc'] },
    },
    {
      why: 'no label of the product: told by label/unknown',
      line: { ecoLabel: [{ key: 'iso14001', text: 'ISO 14001' }, { text: 'Ja' }] },
      agreement: { recognisedLabels: ['svanemerket'] },
    },
  ],
  fails: [
    {
      why: 'another label only',
      line: { ecoLabel: [{ key: 'pefc', text: 'PEFC' }] },
      agreement: { recognisedLabels: ['svanemerket', 'eu_ecolabel'] },
      finds: [{ field: 'ecoLabel', actual: 'PEFC', expected: 'svanemerket, eu_ecolabel' }],
    },
  ],
  message: {
    nb: 'Kjøperen regner ikke {actual} som miljømerke, bare {expected:anylabel}',
    en: 'The buyer does not count {actual} as an eco-label, only {expected:anylabel}',
  },
  check(line, { agreement: { recognisedLabels } }) {
    const given = line.ecoLabel.filter(({ key }) => key !== undefined && LABELS.get(key)?.scope === 'product');
    if (given.length === 0 || recognisedLabels.some((key) => carries(line, key))) return [];
    const actual = given.map(({ text }) => text).join(', ');
    return [{ field: 'ecoLabel', actual, expected: recognisedLabels.join(', ') }];
  },
});
