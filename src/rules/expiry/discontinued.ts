import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'expiry/discontinued',
  title: { nb: 'Varen er ikke utgått', en: 'The item is not discontinued' },
  fault: { nb: 'Utgåtte varer', en: 'Discontinued items' },
  because: {
    nb: 'En utgått vare kan ikke leveres, og bestillingen blir liggende som en restordre ingen rydder opp i.',
    en: 'A discontinued item cannot be delivered, and the order is left as a back order that nobody clears up.',
  },
  advice: {
    nb: 'Ta varen ut. Finnes det en erstatning på avtalen, ta den med og oppgi hva den erstatter.',
    en: 'Take the item out. If the agreement has a replacement, include it and say what it replaces.',
  },
  source: { nb: 'Statusen på linjen selv', en: "The line's own status" },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['status'],
  passes: [
    { why: 'in the range', line: { status: 'active' } },
    { why: 'out of stock for a while', line: { status: 'temporarilyUnavailable' } },
  ],
  fails: [
    {
      why: 'discontinued',
      line: { status: 'discontinued' },
      finds: [{ field: 'status', actual: 'discontinued', message: 'discontinued' }],
    },
    {
      why: 'discontinued, with a successor',
      line: { status: 'discontinued', replacedBy: '1002' },
      finds: [{ field: 'status', actual: 'discontinued', message: 'replaced', parameters: { replacedBy: '1002' } }],
    },
  ],
  message: {
    discontinued: {
      nb: 'Leverandøren oppgir at varen er utgått',
      en: 'The supplier says that the item is discontinued',
    },
    replaced: {
      nb: 'Leverandøren oppgir at varen er utgått og erstattet av {replacedBy}',
      en: 'The supplier says that the item is discontinued and replaced by {replacedBy}',
    },
  },
  check({ status, replacedBy }) {
    if (status !== 'discontinued') return [];
    const about = { field: 'status', actual: status } as const;
    if (replacedBy === undefined) return [{ ...about, message: 'discontinued' }];
    return [{ ...about, message: 'replaced', parameters: { replacedBy } }];
  },
});
