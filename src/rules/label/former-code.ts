import type { LineValues } from '../../catalogue/line.ts';
import { formerCodeLabel, labelName } from '../../code-lists/labels.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'label/former-code',
  title: {
    nb: 'Miljømerker er oppgitt med dagens koder eller med navn',
    en: 'Eco-labels are given by current codes, or by name',
  },
  fault: { nb: 'Utgåtte koder for miljømerker', en: 'Outdated codes of eco-labels' },
  because: {
    nb: 'Kodene fra EHF Katalog G2 gjelder ikke lenger. Nettverket avviser dem, og mottakeren viser varen uten merke.',
    en: 'The codes of EHF Catalogue G2 are no longer valid. The network rejects them, and the receiver shows the item without a label.',
  },
  advice: {
    nb: 'Bytt koden ut med GS1-koden for merket, for eksempel SVANEN i stedet for NEO.',
    en: 'Replace the code by the GS1 code of the label, such as SVANEN instead of NEO.',
  },
  source: {
    nb: 'EHF Katalog 3.0: GS1-koder siden mai 2022; EHF Katalog G2, kodelisten for merker',
    en: 'EHF Catalogue 3.0: GS1 codes since May 2022; EHF Catalogue G2, code list of labels',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: ['ecoLabel'],
  corrects: true,
  passes: [
    { why: 'the code of today', line: { ecoLabel: [{ key: 'svanemerket', text: 'SVANEN' }] } },
    { why: 'the name', line: { ecoLabel: [{ key: 'svanemerket', text: 'Svanemerket' }] } },
    { why: 'a name that was a code too', line: { ecoLabel: [{ key: 'fsc', text: 'FSC' }] } },
  ],
  fails: [
    {
      why: 'EHF Catalogue G2',
      line: {
        ecoLabel: [
          { key: 'svanemerket', licence: '2093 0001', text: 'NEO' },
          { key: 'fsc', text: 'FSC' },
        ],
      },
      finds: [
        { field: 'ecoLabel', actual: 'NEO', expected: 'SVANEN', message: 'code', parameters: { label: 'svanemerket' } },
      ],
    },
    {
      why: 'a label that GS1 has no code for',
      line: { ecoLabel: [{ key: 'nyt_norge', text: 'Difi1a' }] },
      finds: [{ field: 'ecoLabel', actual: 'Difi1a', message: 'name', parameters: { label: 'nyt_norge' } }],
    },
  ],
  message: {
    code: {
      nb: '«{actual}» er den gamle koden for {label:label}; i dag heter den {expected:text}',
      en: '"{actual}" is the old code of {label:label}; today it is {expected:text}',
    },
    name: {
      nb: '«{actual}» er den gamle koden for {label:label}, som ikke har noen kode i dag',
      en: '"{actual}" is the old code of {label:label}, which has no code today',
    },
  },
  check({ ecoLabel }) {
    let problems: Problem[] | undefined;
    for (const { text } of ecoLabel) {
      const label = formerCodeLabel(text);
      if (label === undefined) continue;
      problems ??= [];
      problems.push({
        field: 'ecoLabel',
        actual: text,
        ...(label.gs1Code === undefined ? { message: 'name' } : { message: 'code', expected: label.gs1Code }),
        parameters: { label: label.key },
        correction: corrected(ecoLabel),
      });
    }
    return problems ?? NONE;
  },
});

const NONE: readonly Problem[] = [];

/** Every old code of the line is put right at once: each of its problems gives the same line. */
function corrected(labels: NonNullable<LineValues['ecoLabel']>): LineValues {
  return {
    ecoLabel: labels.map((given) => {
      const label = formerCodeLabel(given.text);
      return label === undefined ? given : { ...given, text: label.gs1Code ?? labelName(label.key, 'nb') };
    }),
  };
}
