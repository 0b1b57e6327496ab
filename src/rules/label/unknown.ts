import type { EcoLabel } from '../../catalogue/line.ts';
import { labelListsWith } from '../../code-lists/label-codes.ts';
import { CONTRADICTION, findLabel, LABELS } from '../../code-lists/labels.ts';
import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'label/unknown',
  title: {
    nb: 'Miljømerkefeltet inneholder bare kjente miljømerker',
    en: 'The eco-label field contains known eco-labels only',
  },
  fault: { nb: 'Ikke et kjent miljømerke', en: 'Not a known eco-label' },
  because: {
    nb: 'En påstand uten et merke bak kan ikke etterprøves, og varen regnes ikke som miljømerket.',
    en: 'A claim with no label behind it cannot be verified, and the item does not count as eco-labelled.',
  },
  advice: {
    nb: 'Skriv navnet på merket, for eksempel «Svanemerket» eller «EU Ecolabel», og lisensnummeret. Er varen ikke merket, la feltet stå tomt.',
    en: 'Write the name of the label, such as "Nordic Swan Ecolabel" or "EU Ecolabel", and its licence number. If the item has none, leave the field empty.',
  },
  source: {
    nb: 'Merketabellen: GS1-kodene, og skrivemåtene kataloger bruker',
    en: 'Table of labels: GS1 codes, and the spellings catalogues use',
  },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'warning' },
  },
  needs: ['ecoLabel'],
  passes: [
    { why: 'a label', line: { ecoLabel: [{ key: 'svanemerket', text: 'Svanen' }] } },
    { why: 'declared without', line: { ecoLabel: [] } },
    { why: 'a GS1 code that has no name of ours', line: { ecoLabel: [{ text: 'KLASA' }] } },
  ],
  fails: [
    {
      why: 'no such label',
      line: { ecoLabel: [{ text: 'Grønnsvanen' }] },
      finds: [{ field: 'ecoLabel', actual: 'Grønnsvanen', message: 'unknown' }],
    },
    {
      why: 'a bare claim',
      line: { ecoLabel: [{ text: 'Miljøvennlig' }] },
      finds: [{ field: 'ecoLabel', actual: 'Miljøvennlig', message: 'claim' }],
    },
    {
      why: 'a certificate of the company, beside a label',
      line: {
        ecoLabel: [
          { key: 'fsc', text: 'FSC' },
          { key: 'miljofyrtarn', text: 'Miljøfyrtårn' },
        ],
      },
      finds: [{ field: 'ecoLabel', actual: 'Miljøfyrtårn', message: 'company' }],
    },
    {
      why: 'a certificate that contradicts itself',
      line: { ecoLabel: [{ text: `EEL${CONTRADICTION}NEO` }] },
      finds: [{ field: 'ecoLabel', actual: `EEL${CONTRADICTION}NEO`, message: 'contradiction' }],
    },
  ],
  message: {
    contradiction: {
      nb: 'Merket er oppgitt som to forskjellige: {actual:text}',
      en: 'The label is given as two different ones: {actual:text}',
    },
    unknown: {
      nb: '«{actual}» er ikke et kjent miljømerke',
      en: '"{actual}" is not a known eco-label',
    },
    claim: {
      nb: '«{actual}» er en påstand, ikke et miljømerke: hvilket merke har varen?',
      en: '"{actual}" is a claim, not an eco-label: which label does the item have?',
    },
    company: {
      nb: '«{actual}» gjelder virksomheten, ikke varen',
      en: '"{actual}" is about the company, not the item',
    },
  },
  check({ ecoLabel }) {
    return ecoLabel.flatMap((label) => {
      const message = whatIsWrong(label);
      return message === undefined ? [] : [{ field: 'ecoLabel', actual: label.text, message }];
    });
  },
});

function whatIsWrong({ key, text }: EcoLabel): 'contradiction' | 'unknown' | 'claim' | 'company' | undefined {
  if (key === undefined && text.includes(CONTRADICTION)) return 'contradiction';
  const label = key === undefined ? findLabel(text) : LABELS.get(key);
  if (label?.kind === 'none') return undefined;
  if (label?.scope === 'company' || label?.scope === 'claim') return label.scope;
  return key === undefined && labelListsWith(text) === undefined ? 'unknown' : undefined;
}
