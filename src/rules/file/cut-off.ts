import { fileRule } from './file-rule.ts';

export default fileRule({
  id: 'file/cut-off',
  problem: 'cutOff',
  unlike: 'damaged',
  title: { nb: 'Filen er komplett', en: 'The file is complete' },
  fault: { nb: 'Avkuttet fil', en: 'File cut off' },
  because: {
    nb: 'Varer som mangler fordi filen er avkuttet, ville blitt tatt for utgåtte.',
    en: 'Items missing because the file was cut off would be taken for discontinued.',
  },
  advice: {
    nb: 'Eksporter og send filen på nytt. Trolig ble eksporten eller overføringen avbrutt.',
    en: 'Export and send the file again. The export or the transfer was probably interrupted.',
  },
  message: { nb: 'Filen er avkuttet: slutten mangler', en: 'The file is cut off: its end is missing' },
});
