import { catalogueRule } from '../../engine/rule.ts';

/** What the reader met, and the message for it. */
const FILES = /^(\d+) files$/;

export default catalogueRule({
  id: 'file/archive',
  title: {
    nb: 'Arkivet inneholder katalogen og ikke annet',
    en: 'The archive contains the catalogue and nothing else',
  },
  fault: { nb: 'Arkivet kan ikke pakkes ut', en: 'The archive cannot be unpacked' },
  because: {
    nb: 'Av flere filer er det ikke sikkert hvilken som er katalogen, og et arkiv kan være laget for å fylle disken.',
    en: 'Of several files nobody knows which is the catalogue, and an archive can be made to fill the disk.',
  },
  advice: {
    nb: 'Send katalogen upakket, eller alene i en zip- eller gz-fil.',
    en: 'Send the catalogue unpacked, or alone in a zip or gz file.',
  },
  source: {
    nb: 'En fil som ikke kan leses i sin helhet, slipper ingenting gjennom',
    en: 'A file that cannot be read whole lets nothing through',
  },
  sets: {
    recommended: { severity: 'error', disposition: 'refuse' },
    supplier: { severity: 'error', disposition: 'refuse' },
  },
  needs: [],
  passes: [{ why: 'a file that can be used' }, { why: 'another fault', fileProblem: 'damaged' }],
  fails: [
    {
      why: 'a catalogue and its pictures',
      fileProblem: 'archive',
      fileDetail: '12 files',
      finds: [{ actual: '12', message: 'several' }],
    },
    { why: 'nothing in it', fileProblem: 'archive', fileDetail: 'empty', finds: [{ message: 'empty' }] },
    { why: 'an archive in an archive', fileProblem: 'archive', fileDetail: 'nested', finds: [{ message: 'nested' }] },
    { why: 'a file for another folder', fileProblem: 'archive', fileDetail: 'path', finds: [{ message: 'path' }] },
  ],
  message: {
    several: {
      nb: 'Arkivet har {actual} filer. Send bare katalogen',
      en: 'The archive has {actual} files. Send the catalogue alone',
    },
    empty: { nb: 'Arkivet er tomt', en: 'The archive is empty' },
    nested: {
      nb: 'Filen i arkivet er selv et arkiv. Pakk den én gang',
      en: 'The file in the archive is an archive itself. Pack it once',
    },
    path: {
      nb: 'Navnet på filen i arkivet peker ut av arkivet',
      en: 'The name of the file in the archive points outside the archive',
    },
  },
  check({ fileProblem }) {
    if (fileProblem?.problem !== 'archive') return [];
    const { detail = '' } = fileProblem;
    const count = FILES.exec(detail)?.[1];
    return [count === undefined ? { message: detail } : { actual: count, message: 'several' }];
  },
});
