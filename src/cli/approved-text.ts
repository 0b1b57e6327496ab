/** What became of an approval, in words: for `approve`, `rollback` and `watch --auto-approve`. */
import path from 'node:path';
import type { Language } from '../catalogue/text.ts';
import type { ApproveAnswer } from '../pipeline/approve.ts';

const ANSWERS = {
  nb: {
    approved: (number: string, name: string, folder: string, lines: number) =>
      `Godkjent: versjon ${number} av ${name}, ${lines === 1 ? '1 linje' : `${lines} linjer`}. Lagret i ${folder}.\n`,
    waivers: (count: number) => `Godtatte avvik lagt til i waivers.yaml: ${count}.\n`,
    pending: (number: string, signed: number, required: number) =>
      `Signert, men ikke godkjent ennå: versjon ${number} har ${signed} av ${required} signaturer. En annen må godkjenne den samme kjøringen.\n`,
    aboveEffect: 'Prisene over avtalt pris koster mer i året enn én person kan godkjenne.\n',
    effectUnknown: 'Det er ikke kjent hva prisene over avtalt pris koster i året (volumes.csv mangler).\n',
    refused: (why: string) => `Ikke godkjent: katalogen er avvist. ${why}\n`,
    undecided: (lines: number) =>
      `Ikke godkjent: ${lines === 1 ? '1 linje går ikke videre slik den ble sendt' : `${lines} linjer går ikke videre slik de ble sendt`}, og ingen har avgjort det. Oppgi avgjørelsene med --decisions, eller godta alt med --allow-partly.\n`,
  },
  en: {
    approved: (number: string, name: string, folder: string, lines: number) =>
      `Approved: version ${number} of ${name}, ${lines === 1 ? '1 line' : `${lines} lines`}. Stored in ${folder}.\n`,
    waivers: (count: number) => `Accepted deviations added to waivers.yaml: ${count}.\n`,
    pending: (number: string, signed: number, required: number) =>
      `Signed, but not approved yet: version ${number} has ${signed} of ${required} signatures. Another person must approve the same run.\n`,
    aboveEffect: 'The prices above the agreed ones cost more in a year than one person may approve.\n',
    effectUnknown: 'What the prices above the agreed ones cost in a year is not known (there is no volumes.csv).\n',
    refused: (why: string) => `Not approved: the catalogue is refused. ${why}\n`,
    undecided: (lines: number) =>
      `Not approved: ${lines === 1 ? '1 line does' : `${lines} lines do`} not pass as sent, and there is no decision about ${lines === 1 ? 'it' : 'them'}. Give the decisions with --decisions, or accept everything with --allow-partly.\n`,
  },
} as const;

export function approvedText(answer: ApproveAnswer, currentFolder: string, language: Language): string {
  const words = ANSWERS[language];
  switch (answer.kind) {
    case 'approved': {
      const { number, agreement, catalogue, waivers } = answer.manifest;
      const folder = path.relative(currentFolder, path.resolve(currentFolder, answer.folder)).split(path.sep).join('/');
      const told = words.approved(number, `${agreement.number} ${agreement.name}`, folder || '.', catalogue.lines);
      return waivers === undefined ? told : `${told}${words.waivers(waivers.added)}`;
    }
    case 'pending': {
      const { number, signed, demand } = answer;
      const because = demand.because === undefined ? '' : words[demand.because];
      return `${words.pending(number, signed, demand.required)}${because}`;
    }
    case 'refused':
      return words.refused(answer.why[language].join(' '));
    case 'undecided':
      return words.undecided(answer.lines);
  }
}
