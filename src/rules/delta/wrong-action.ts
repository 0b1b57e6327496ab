import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'delta/wrong-action',
  title: {
    nb: 'Endringen passer med katalogen den skal endre',
    en: 'The change fits the catalogue it is to change',
  },
  fault: { nb: 'Endringen passer ikke med forrige versjon', en: 'The change does not fit the previous version' },
  because: {
    nb: 'Da er endringsfilen laget ut fra en annen katalog enn den som er godkjent, og mer enn denne linjen kan være galt.',
    en: 'Then the file of changes was made from another catalogue than the one approved, and more than this line may be wrong.',
  },
  advice: {
    nb: 'Rett handlingen på linjen, eller send hele katalogen på nytt.',
    en: 'Put the action of the line right, or send the whole catalogue again.',
  },
  source: {
    nb: 'Peppol BIS Catalogue 3, BMEcat 2005: linjer legges til, endres eller slettes etter varenummer',
    en: 'Peppol BIS Catalogue 3, BMEcat 2005: lines are added, changed or deleted by item number',
  },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: [],
  passes: [
    { why: 'nothing to remark', line: { name: 'Penn' } },
    { why: 'another problem', line: { problems: [{ kind: 'numberCell', field: 'gtin' }] } },
  ],
  fails: [
    {
      why: 'new, but there already',
      line: { problems: [{ kind: 'action', fault: 'addsExisting' }] },
      finds: [{ field: 'action', message: 'addsExisting' }],
    },
    {
      why: 'changed, but not there',
      line: { problems: [{ kind: 'action', fault: 'updatesUnknown' }] },
      finds: [{ field: 'action', message: 'updatesUnknown' }],
    },
    {
      why: 'two changes of one article',
      line: { problems: [{ kind: 'action', fault: 'namedTwice', actual: '14' }] },
      finds: [{ field: 'action', message: 'namedTwice', parameters: { other: '14' } }],
    },
    {
      why: 'a word that is no action',
      line: { problems: [{ kind: 'action', fault: 'unreadable', actual: 'kanskje' }] },
      finds: [{ field: 'action', message: 'unreadable', actual: 'kanskje' }],
    },
  ],
  message: {
    addsExisting: {
      nb: 'Linjen er sendt som ny, men varen finnes i forrige versjon',
      en: 'The line is sent as new, but the item is in the previous version',
    },
    updatesUnknown: {
      nb: 'Linjen er sendt som endret, men varen finnes ikke i forrige versjon',
      en: 'The line is sent as changed, but the item is not in the previous version',
    },
    namedTwice: {
      nb: 'Varen er med to ganger i endringsfilen, også i rad {other}: ingen av dem er tatt i bruk',
      en: 'The item is in the file of changes twice, also in row {other}: neither was applied',
    },
    unreadable: {
      nb: 'Forstår ikke hva som skal gjøres med linjen: {actual}',
      en: 'It is not understood what is to be done with the line: {actual}',
    },
  },
  check({ problems }) {
    if (problems === undefined) return NONE;
    return problems.flatMap((problem): readonly Problem[] => {
      if (problem.kind !== 'action') return NONE;
      const { fault, actual } = problem;
      const about = { field: 'action', message: fault } as const;
      if (actual === undefined) return [about];
      return [fault === 'namedTwice' ? { ...about, parameters: { other: actual } } : { ...about, actual }];
    });
  },
});

const NONE: readonly Problem[] = [];
