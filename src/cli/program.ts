/** The start of the program for suppliers without Node: the command, and files can be dropped onto it. */
import path from 'node:path';
import process from 'node:process';
import type { Text } from '../catalogue/text.ts';
import { droppedWords } from './dropped.ts';
import { askedLanguage, systemLanguage } from './surroundings.ts';

const WORDS = {
  noFile: {
    nb: 'Dra en katalogfil (Excel, CSV, XML …) hit og slipp den på programmet. Legg settet fra kjøperen (…kit.zip) i samme mappe som programmet.',
    en: "Drag a catalogue file (Excel, CSV, XML …) here and drop it onto the program. Put the buyer's kit (…kit.zip) into the program's folder.",
  },
  enter: { nb: 'Trykk Enter for å lukke vinduet.', en: 'Press Enter to close the window.' },
} as const satisfies Record<string, Text>;

const given = process.argv.slice(2);
const language = askedLanguage(given) ?? systemLanguage(process.env);
const dropped = droppedWords(given, {
  currentFolder: process.cwd(),
  programFolder: path.dirname(process.execPath),
});
/** Windows opens a window for a program that is clicked or dropped onto, and closes it when the program ends. */
const hasOwnWindow = process.platform === 'win32' && process.stdin.isTTY === true;

if (hasOwnWindow && (dropped !== undefined || given.length === 0)) {
  process.once('beforeExit', () => {
    process.stdout.write(`\n${WORDS.enter[language]}\n`);
    process.stdin.once('data', () => process.exit());
  });
}
if (hasOwnWindow && given.length === 0) process.stdout.write(`${WORDS.noFile[language]}\n`);
else {
  if (dropped !== undefined) process.argv.splice(2, given.length, ...dropped);
  await import('./main.ts');
}
