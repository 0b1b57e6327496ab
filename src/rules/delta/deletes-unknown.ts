import { type CatalogueProblem, catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'delta/deletes-unknown',
  title: {
    nb: 'Det som slettes, finnes i katalogen',
    en: 'What is deleted is in the catalogue',
  },
  fault: { nb: 'Sletting av varer som ikke finnes', en: 'Deletion of items that are not there' },
  because: {
    nb: 'Da er endringsfilen laget ut fra en annen katalog, eller varenummeret er galt og den rette varen blir stående.',
    en: 'Then the file of changes was made from another catalogue, or the item number is wrong and the item meant remains.',
  },
  advice: {
    nb: 'Kontroller varenummeret, eller send hele katalogen på nytt.',
    en: 'Check the item number, or send the whole catalogue again.',
  },
  source: {
    nb: 'Peppol BIS Catalogue 3, BMEcat 2005: linjer slettes etter varenummer',
    en: 'Peppol BIS Catalogue 3, BMEcat 2005: lines are deleted by item number',
  },
  sets: { recommended: { severity: 'warning' }, supplier: { severity: 'warning' } },
  needs: [],
  passes: [
    { why: 'nothing to remark' },
    { why: 'another remark', remarks: [{ kind: 'lineCount', declared: 2, actual: 1 }] },
  ],
  fails: [
    {
      why: 'an item that is not there',
      remarks: [{ kind: 'deletesUnknown', item: '1001', row: 7 }],
      finds: [{ field: 'itemNumber', actual: '1001', message: 'item' }],
    },
    {
      why: 'a line that names no item',
      remarks: [{ kind: 'deletesUnknown', row: 7 }],
      finds: [{ message: 'nothing' }],
    },
  ],
  message: {
    item: {
      nb: '{actual} skal slettes, men finnes ikke i forrige versjon',
      en: '{actual} is to be deleted, but is not in the previous version',
    },
    nothing: {
      nb: 'Linjen skal slette en vare, men sier ikke hvilken',
      en: 'The line is to delete an item, but does not say which',
    },
  },
  check({ remarks = [] }) {
    return remarks.flatMap((remark): readonly CatalogueProblem[] => {
      if (remark.kind !== 'deletesUnknown') return [];
      const { item, row } = remark;
      return [
        item === undefined ? { message: 'nothing', row } : { field: 'itemNumber', actual: item, message: 'item', row },
      ];
    });
  },
});
