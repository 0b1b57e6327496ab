import { successionRule } from '../../engine/rule.ts';

export default successionRule({
  id: 'expiry/without-successor',
  title: { nb: 'Utgåtte varer har en erstatning', en: 'Discontinued items have a replacement' },
  fault: { nb: 'Utgåtte varer uten erstatning', en: 'Discontinued items without a replacement' },
  because: {
    nb: 'De som bestiller varen fast, står uten, og avtaleforvalteren vet ikke om leverandøren skylder en erstatning.',
    en: 'Those who order the item regularly are left without, and the agreement manager does not know whether a replacement is due.',
  },
  advice: {
    nb: 'Oppgi hva som erstatter varen, eller si fra at den går ut uten erstatning.',
    en: 'Say what replaces the item, or that it goes without a replacement.',
  },
  source: { nb: 'Linjen selv: status og «erstattet av»', en: 'The line itself: status and "replaced by"' },
  sets: {
    recommended: { severity: 'info' },
    supplier: { severity: 'info' },
  },
  needs: ['status'],
  anyColumn: ['replacedBy', 'replaces'],
  passes: [
    {
      why: 'it says by what it is replaced',
      lines: [{ itemNumber: '1001', status: 'discontinued', replacedBy: '1002' }],
    },
    {
      why: 'the other says what it replaces',
      lines: [
        { itemNumber: '1001', status: 'discontinued' },
        { itemNumber: '1002', replaces: '1001' },
      ],
    },
    { why: 'in the range', lines: [{ itemNumber: '1001', status: 'active', replaces: '1000' }] },
  ],
  fails: [
    {
      why: 'nobody says',
      lines: [
        { itemNumber: '1001', status: 'discontinued' },
        { itemNumber: '1002', replaces: '1003' },
      ],
      finds: [{ row: 2, field: 'replacedBy' }],
    },
  ],
  message: {
    nb: 'Varen er utgått, og ingen vare er oppgitt som erstatning',
    en: 'The item is discontinued, and no item is given as its replacement',
  },
  check({ status, replacedBy }, { chain }) {
    if (status !== 'discontinued' || replacedBy !== undefined || chain.length > 0) return [];
    return [{ field: 'replacedBy' }];
  },
});
