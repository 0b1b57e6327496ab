import type { EcoLabel } from '../../catalogue/line.ts';
import { LABELS } from '../../code-lists/labels.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'label/licence-missing',
  title: { nb: 'Miljømerker har lisensnummer', en: 'Eco-labels have a licence number' },
  fault: { nb: 'Miljømerker uten lisensnummer', en: 'Eco-labels without a licence number' },
  because: {
    nb: 'Bare lisensnummeret gjør det mulig å slå opp om varen virkelig har merket.',
    en: 'Only the licence number makes it possible to look up whether the item really has the label.',
  },
  advice: {
    nb: 'Fyll inn lisensnummeret slik det står ved merket på varen.',
    en: 'Fill in the licence number printed beside the label on the item.',
  },
  source: {
    nb: 'Merkeordningenes egne regler: disse merkene vises aldri uten lisensnummer',
    en: "The labels' own rules: these are never shown without the licence number",
  },
  sets: { strict: { severity: 'warning' } },
  needs: ['ecoLabel'],
  passes: [
    { why: 'a number', line: { ecoLabel: [{ key: 'svanemerket', licence: '2093 0001', text: 'Svanemerket' }] } },
    { why: 'a label that is shown without', line: { ecoLabel: [{ key: 'nokkelhullet', text: 'Nøkkelhullet' }] } },
    {
      why: "one number for two labels: it may be this one's",
      line: { ecoLicence: '4711', ecoLabel: [{ key: 'svanemerket', text: 'Svanemerket' }] },
    },
  ],
  fails: [
    {
      why: 'no number',
      line: { ecoLabel: [{ key: 'svanemerket', text: 'Svanemerket' }] },
      finds: [{ field: 'ecoLabel', actual: 'Svanemerket', parameters: { label: 'svanemerket' } }],
    },
  ],
  message: {
    nb: '{label:label} er oppgitt uten lisensnummer',
    en: '{label:label} is given without a licence number',
  },
  check({ ecoLabel, ecoLicence }) {
    if (ecoLicence !== undefined) return NONE;
    let problems: Problem[] | undefined;
    for (const label of ecoLabel) {
      if (!lacksNumber(label)) continue;
      problems ??= [];
      problems.push({ field: 'ecoLabel', actual: label.text, parameters: { label: label.key } });
    }
    return problems ?? NONE;
  },
});

const NONE: readonly Problem[] = [];

function lacksNumber(label: EcoLabel): label is EcoLabel & { readonly key: string } {
  const { key, licence } = label;
  if (key === undefined || licence !== undefined) return false;
  const known = LABELS.get(key);
  return known?.scope === 'product' && known.licenceRequired;
}
