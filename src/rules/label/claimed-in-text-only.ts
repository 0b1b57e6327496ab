import type { Field } from '../../catalogue/field.ts';
import type { CatalogueLine, LineValues } from '../../catalogue/line.ts';
import { LABELS, labelName } from '../../code-lists/labels.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { findTextClaims } from './text-claims.ts';

const FIELDS = ['name', 'description'] as const satisfies readonly Field[];

export default lineRule({
  id: 'label/claimed-in-text-only',
  title: {
    nb: 'Miljømerker i teksten står også i miljømerkefeltet',
    en: 'Eco-labels in the text are also in the eco-label field',
  },
  fault: { nb: 'Miljømerker som bare står i teksten', en: 'Eco-labels in the text only' },
  because: {
    nb: 'Den som søker etter miljømerkede varer, finner ikke varen, og den teller ikke med i statistikken.',
    en: 'Whoever searches for eco-labelled items does not find it, and it is left out of the statistics.',
  },
  advice: {
    nb: 'Fyll inn merket og lisensnummeret i miljømerkefeltet. Har varen ikke merket, ta det ut av teksten.',
    en: 'Fill in the label and its licence number in the eco-label field. If the item does not have it, take it out of the text.',
  },
  source: {
    nb: 'Bestillingssystemer finner miljømerkede varer på feltet, ikke på teksten',
    en: 'Ordering systems find eco-labelled items by the field, not by the text',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: [],
  anyColumn: FIELDS,
  corrects: true,
  passes: [
    {
      why: 'in the field too',
      line: { name: 'Såpe, Svanemerket', ecoLabel: [{ key: 'svanemerket', text: 'Svanen' }] },
    },
    { why: 'a kind of it in the field', line: { name: 'Papir FSC', ecoLabel: [{ key: 'fsc_mix', text: 'FSC Mix' }] } },
    { why: 'only compared with', line: { description: 'Oppfyller kravene til Svanemerket' } },
    { why: 'another swan', line: { name: 'Serviett med svane' } },
  ],
  fails: [
    {
      why: 'in the name only',
      line: { name: 'Såpe, Svanemerket' },
      finds: [{ field: 'name', actual: 'Svanemerket', expected: 'svanemerket' }],
    },
    {
      why: 'in the description, beside another label in the field',
      line: {
        description: 'Produsert i Norge. FSC-sertifisert papir.',
        ecoLabel: [{ key: 'svanemerket', text: 'Svanen' }],
      },
      finds: [{ field: 'description', actual: 'FSC-sertifisert', expected: 'fsc' }],
    },
  ],
  message: {
    nb: '{field} nevner «{actual:text}», men {expected:label} står ikke i miljømerkefeltet',
    en: '{field} mentions "{actual:text}", but {expected:label} is not in the eco-label field',
  },
  check(line) {
    let problems: Problem[] | undefined;
    for (const field of FIELDS) {
      const text = line[field];
      if (text === undefined) continue;
      for (const { key, words, honouredBy } of findTextClaims(text)) {
        if (honouredBy.some((label) => isInField(line, label))) continue;
        // Name and description often claim the same label: told once.
        if (problems?.some(({ expected }) => expected === key)) continue;
        problems ??= [];
        problems.push({ field, actual: words, expected: key });
      }
    }
    return problems === undefined ? NONE : withCorrection(problems, line);
  },
});

const NONE: readonly Problem[] = [];

/**
 * The field filled with every label the text claims, beside those it has: the same for each of the line's problems.
 * Where the field says that there is none, or something that is not understood, nobody knows which of the two is right.
 */
function withCorrection(problems: readonly Problem[], { ecoLabel, unreadable }: CatalogueLine): readonly Problem[] {
  const given = ecoLabel ?? [];
  const isClear = unreadable?.ecoLabel === undefined && given.every(({ key }) => key !== undefined && LABELS.has(key));
  if (!isClear || ecoLabel?.length === 0) return problems;
  const claimed = problems.flatMap(({ expected: key }) =>
    key === undefined ? [] : [{ key, text: labelName(key, 'nb') }],
  );
  const correction: LineValues = { ecoLabel: [...given, ...claimed] };
  return problems.map((problem) => ({ ...problem, correction }));
}

function isInField({ ecoLabel }: CatalogueLine, key: string): boolean {
  return ecoLabel?.some((label) => label.key === key) === true;
}
