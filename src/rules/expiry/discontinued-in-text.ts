import type { Field } from '../../catalogue/field.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { findDiscontinued } from './discontinued-words.ts';

const FIELDS = ['name', 'lineNote', 'description'] as const satisfies readonly Field[];

export default lineRule({
  id: 'expiry/discontinued-in-text',
  title: {
    nb: 'Teksten sier ikke at varen er på vei ut',
    en: 'The text does not say that the item is on its way out',
  },
  fault: { nb: 'Varer som teksten sier er på vei ut', en: 'Items that the text says are on their way out' },
  because: {
    nb: 'Står det bare i teksten, ser ingen system det: varen blir bestilt, og bestillingen blir liggende.',
    en: 'Where only the text says it, no system sees it: the item is ordered, and the order is left lying.',
  },
  advice: {
    nb: 'Ta varen ut, eller oppgi det i statuskolonnen med sluttdato og hva som erstatter varen. Selges den fortsatt, rett teksten.',
    en: 'Take the item out, or say it in the status column with the end date and what replaces the item. If it is still sold, correct the text.',
  },
  source: {
    nb: 'Vanlige formuleringer i nordiske, engelske og tyske kataloger',
    en: 'Common wordings in Nordic, English and German catalogues',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: [],
  anyColumn: FIELDS,
  passes: [
    { why: 'in the range', line: { name: 'Kulepenn blå' } },
    { why: 'the status says it: told by expiry/discontinued', line: { name: 'Utgår: perm', status: 'discontinued' } },
    { why: 'what it replaces', line: { description: 'Erstatter 1001' } },
    { why: 'payable, in Swedish', line: { description: 'Frakt och moms utgår' } },
    { why: 'begins at', line: { description: 'Kabelen utgår fra venstre side' } },
    { why: 'a shaft', line: { description: 'Utgående aksel 14 mm' } },
    { why: 'the goods in it', line: { description: 'Patronen kan erstattes av brukeren' } },
  ],
  fails: [
    {
      why: 'in the name',
      line: { name: 'UTGÅR - Ringperm A4 svart' },
      finds: [{ field: 'name', actual: 'UTGÅR' }],
    },
    {
      why: 'in the description, with a successor',
      line: { description: 'Perm i kartong. Erstattes av 10020.' },
      finds: [{ field: 'description', actual: 'Erstattes av 10020' }],
    },
    {
      why: 'as long as there are any',
      line: { lineNote: 'Selges så lenge lageret rekker', status: 'active' },
      finds: [{ field: 'lineNote', actual: 'så lenge lageret rekker' }],
    },
  ],
  message: {
    nb: '{field} sier «{actual:text}», men statusen sier ikke at varen er utgått',
    en: '{field} says "{actual:text}", but the status does not say that the item is discontinued',
  },
  check(line) {
    if (line.status === 'discontinued') return NONE;
    for (const field of FIELDS) {
      const text = line[field];
      if (text === undefined) continue;
      const words = findDiscontinued(text);
      if (words !== undefined) return [{ field, actual: words }];
    }
    return NONE;
  },
});

const NONE: readonly Problem[] = [];
