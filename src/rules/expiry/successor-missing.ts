import { successionRule } from '../../engine/rule.ts';

export default successionRule({
  id: 'expiry/successor-missing',
  title: {
    nb: 'Varen som erstatter en annen, er i katalogen',
    en: 'The item that replaces another is in the catalogue',
  },
  fault: { nb: 'Erstatninger som ikke er i katalogen', en: 'Replacements that are not in the catalogue' },
  because: {
    nb: 'Den som bestiller varen, blir vist videre til et nummer som ikke kan bestilles.',
    en: 'Whoever orders the item is sent on to a number that cannot be ordered.',
  },
  advice: {
    nb: 'Ta med varen som erstatter, eller rett nummeret. Er den ikke på avtalen, la feltet stå tomt.',
    en: 'Include the replacement, or correct its number. If it is not on the agreement, leave the field empty.',
  },
  source: { nb: 'Linjen selv: «erstattet av»', en: 'The line itself: "replaced by"' },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: ['replacedBy'],
  passes: [
    {
      why: 'in the catalogue',
      lines: [{ itemNumber: '1001', replacedBy: '1002' }, { itemNumber: '1002' }],
    },
    {
      why: 'by its GTIN, and with zeros lost',
      lines: [
        { itemNumber: '1001', replacedBy: '7038010000003' },
        { itemNumber: '1003', replacedBy: '1004' },
        { itemNumber: '001004', gtin: '07038010000003' },
      ],
    },
    { why: 'a number that two lines share', lines: [{ replacedBy: '2' }, { itemNumber: '2' }, { itemNumber: '2' }] },
    { why: 'words', lines: [{ itemNumber: '1001', replacedBy: 'Se vår nettside' }] },
    { why: 'one of several', lines: [{ itemNumber: '1001', replacedBy: '1002/1003' }] },
  ],
  fails: [
    {
      why: 'not in the catalogue',
      lines: [{ itemNumber: '1001', replacedBy: '1002' }, { itemNumber: '1003' }],
      finds: [{ row: 2, field: 'replacedBy', actual: '1002' }],
    },
  ],
  message: {
    nb: 'Varen er erstattet av {actual:text}, som ikke er i katalogen',
    en: 'The item is replaced by {actual:text}, which is not in the catalogue',
  },
  check({ replacedBy }, { isMissing }) {
    if (!isMissing || replacedBy === undefined || !LIKE_A_NUMBER.test(replacedBy)) return [];
    return [{ field: 'replacedBy', actual: replacedBy }];
  },
});

/** Words, and several numbers in one cell, are no number that must be found. */
const LIKE_A_NUMBER = /^(?=\D{0,12}\d)[\p{L}\p{N}._-]{1,40}$/u;
