import { fileRule } from './file-rule.ts';

export default fileRule({
  id: 'file/no-previous',
  problem: 'noPrevious',
  unlike: 'noLines',
  title: {
    nb: 'En endringsfil har en katalog å endre',
    en: 'A file of changes has a catalogue to change',
  },
  fault: { nb: 'Endringsfil uten forrige versjon', en: 'A file of changes without a previous version' },
  because: {
    nb: 'Uten forrige versjon vet ingen hvordan hele katalogen blir, og filen alene ville fjernet alle andre varer.',
    en: 'Without the previous version nobody knows what the whole catalogue becomes, and the file alone would remove all other items.',
  },
  advice: {
    nb: 'Send hele katalogen, med alle linjene.',
    en: 'Send the whole catalogue, with all its lines.',
  },
  message: {
    nb: 'Filen endrer eller sletter linjer, men det finnes ingen forrige versjon å endre',
    en: 'The file changes or deletes lines, but there is no previous version to change',
  },
  hint: {
    nb: 'Oppgi versjonen som ble godkjent sist: --previous FIL',
    en: 'Name the version approved last: --previous FILE',
  },
});
