import type { EcoLabel } from '../../catalogue/line.ts';
import { LABEL_LISTS, type LabelList, labelListsWith } from '../../code-lists/label-codes.ts';
import { LABELS } from '../../code-lists/labels.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'label/not-in-code-list',
  title: {
    nb: 'Miljømerket har en kode som mottakeren kjenner',
    en: 'The eco-label has a code that the receiver knows',
  },
  fault: { nb: 'Miljømerker uten gyldig kode', en: 'Eco-labels without a valid code' },
  because: {
    nb: 'Et merke som mottakerens kodeliste mangler, faller bort når katalogen sendes, og varen finnes ikke som merket.',
    en: "A label that the receiver's code list lacks is lost when the catalogue is sent, and the item is not found as labelled.",
  },
  advice: {
    nb: 'Bruk GS1-koden for merket, slik den står i kodelisten til Peppol eller EHF.',
    en: 'Use the GS1 code of the label, as in the code list of Peppol or EHF.',
  },
  source: {
    nb: 'GS1-kodelisten PackagingMarkedLabelAccreditationCode slik Peppol (870 koder, mai 2025) og EHF Katalog 3.0.4 (691 koder) har den',
    en: 'GS1 code list PackagingMarkedLabelAccreditationCode as Peppol (870 codes, May 2025) and EHF Catalogue 3.0.4 (691 codes) have it',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: ['ecoLabel'],
  replaces: ['label/unknown'],
  options: {
    properties: { list: { type: 'string', enum: LABEL_LISTS } },
    defaults: { list: 'peppol' },
  },
  passes: [
    { why: 'a code of the list', line: { ecoLabel: [{ key: 'svanemerket', text: 'SVANEN' }] } },
    {
      why: 'a code without a name of ours',
      line: { ecoLabel: [{ text: 'GOODS_FROM_FINLAND_BLUE_SWAN' }, { text: 'KLASA' }] },
    },
    { why: 'a name whose code the list has', line: { ecoLabel: [{ key: 'fsc', text: 'FSC' }] } },
    { why: 'no code at all: told by label/unknown', line: { ecoLabel: [{ text: 'Grønt Blad' }] } },
    { why: 'about the company: told by label/unknown', line: { ecoLabel: [{ key: 'iso14001', text: 'ISO 14001' }] } },
  ],
  fails: [
    {
      why: 'a code that someone made up, of a label that has one',
      line: { ecoLabel: [{ key: 'svanemerket', text: 'NORDIC_SWAN' }] },
      finds: [
        {
          field: 'ecoLabel',
          actual: 'NORDIC_SWAN',
          expected: 'SVANEN',
          message: 'otherCode',
          parameters: { label: 'svanemerket' },
        },
      ],
    },
    {
      why: 'a code of nothing',
      line: { ecoLabel: [{ text: 'GREEN_LEAF_LABEL' }] },
      finds: [{ field: 'ecoLabel', actual: 'GREEN_LEAF_LABEL', message: 'noSuchCode' }],
    },
    {
      why: 'in the list of Peppol only',
      line: { ecoLabel: [{ key: 'mobelfakta_se', text: 'Möbelfakta' }] },
      options: { list: 'ehf' },
      finds: [
        {
          field: 'ecoLabel',
          actual: 'Möbelfakta',
          message: 'notReceived',
          parameters: { code: 'MOEBELFAKTA', list: 'EHF' },
        },
      ],
    },
    {
      why: 'a label that has no code',
      line: { ecoLabel: [{ key: 'nyt_norge', text: 'Nyt Norge' }] },
      finds: [{ field: 'ecoLabel', actual: 'Nyt Norge', message: 'noCode', severity: 'info' }],
    },
  ],
  message: {
    otherCode: {
      nb: '«{actual}» er ingen kode; {label:label} har koden {expected:text}',
      en: '"{actual}" is no code; {label:label} has the code {expected:text}',
    },
    noSuchCode: {
      nb: '«{actual}» ser ut som en kode, men står ikke i kodelisten for merker',
      en: '"{actual}" looks like a code, but is not in the code list of labels',
    },
    notReceived: {
      nb: 'Kodelisten til {list} har ikke {code}, som «{actual}» må sendes som',
      en: 'The code list of {list} does not have {code}, which "{actual}" must be sent as',
    },
    noCode: {
      nb: '«{actual}» har ingen GS1-kode, og følger ikke med når katalogen sendes i Peppol eller EHF',
      en: '"{actual}" has no GS1 code, and is lost when the catalogue is sent in Peppol or EHF',
    },
  },
  check({ ecoLabel }, { options }) {
    let problems: Problem[] | undefined;
    for (const label of ecoLabel) {
      const problem = problemOf(label, options.list as LabelList);
      if (problem === undefined) continue;
      problems ??= [];
      problems.push({ field: 'ecoLabel', actual: label.text, ...problem });
    }
    return problems ?? NONE;
  },
});

const NONE: readonly Problem[] = [];
const LIST_NAMES: Readonly<Record<LabelList, string>> = { peppol: 'Peppol', ehf: 'EHF' };
/** Capitals with a low line between: no name is written so. */
const LIKE_A_CODE = /^[A-Z0-9+]{2,}(?:_[A-Z0-9+]+)+$/;

function problemOf({ key, text }: EcoLabel, list: LabelList): Omit<Problem, 'field' | 'actual'> | undefined {
  const label = key === undefined ? undefined : LABELS.get(key);
  const isCode = labelListsWith(text) !== undefined;
  if (!isCode && LIKE_A_CODE.test(text)) {
    if (label?.gs1Code === undefined) return { message: 'noSuchCode' };
    return { message: 'otherCode', expected: label.gs1Code, parameters: { label: label.key } };
  }
  const code = isCode ? text : label?.gs1Code;
  if (code === undefined) {
    return label?.scope === 'product' ? { message: 'noCode', severity: 'info' } : undefined;
  }
  if (label !== undefined && label.scope !== 'product') return undefined;
  return labelListsWith(code)?.includes(list) === true
    ? undefined
    : { message: 'notReceived', parameters: { code, list: LIST_NAMES[list] } };
}
