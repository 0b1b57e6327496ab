import { fileRule } from './file-rule.ts';

export default fileRule({
  id: 'file/cut-off',
  problem: 'cutOff',
  unlike: 'damaged',
  title: { nb: 'Filen er komplett', en: 'The file is complete' },
  because: {
    nb: 'Varer som mangler fordi filen er avkuttet, ville blitt tatt for utgåtte.',
    en: 'Items missing because the file was cut off would be taken for discontinued.',
  },
  advice: {
    nb: 'Send filen på nytt; den ble trolig avbrutt under eksport eller overføring.',
    en: 'Send the file again; its export or transfer was probably interrupted.',
  },
  message: { nb: 'Filen er avkuttet: slutten mangler', en: 'The file is cut off: its end is missing' },
});
