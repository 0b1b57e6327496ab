/** `katalogvakt approve RUN` */
import path from 'node:path';
import type { Language, Text } from '../catalogue/text.ts';
import type { ApproveAnswer } from '../pipeline/approve.ts';
import { ALLOW_PLUGINS } from './allow-plugins.ts';
import { command } from './command.ts';
import { progressLine } from './progress.ts';
import { ownProcess } from './surroundings.ts';
import { THREADS, threadsOf } from './threads.ts';

interface ApproveOptions {
  readonly run: string;
  readonly decisions: string | undefined;
  readonly by: string;
  readonly sign: string | undefined;
  readonly agreement: string | undefined;
  readonly allowPartly: boolean;
  readonly allowPlugins: boolean;
  readonly threads: number | undefined;
}

const WORDS = {
  run: { nb: 'mappen kjøringen ligger i', en: 'the folder of the run' },
  decisions: {
    nb: 'avgjørelsene, slik rapporten laster dem ned (decisions.yaml)',
    en: 'the decisions, as the report downloads them (decisions.yaml)',
  },
  agreement: { nb: 'agreement.yaml (ellers den kjøringen brukte)', en: 'agreement.yaml (else that of the run)' },
  allowPartly: {
    nb: 'linjer som er holdt tilbake, rettet eller beholdt, trenger ikke hver sin avgjørelse',
    en: 'lines withheld, corrected or kept need no decision each',
  },
} as const satisfies Record<string, Text>;

export const BY: Text = {
  nb: 'hvem som godkjenner: et navn som tas på ordet, se --sign',
  en: 'who approves: a name that is taken on trust, see --sign',
};
export const SIGN: Text = {
  nb: 'SSH-nøkkelen det signeres med (ssh-keygen), så navnet kan kontrolleres',
  en: 'the SSH key to sign with (ssh-keygen), so that the name can be checked',
};

export default command<ApproveOptions>({
  name: 'approve',
  usage: 'approve <run>',
  namesInNorwegian: { run: 'kjøring' },
  describe: {
    nb: 'godkjenn katalogen fra en kjøring: den blir avtalens neste versjon',
    en: 'approve the catalogue of a run: it becomes the next version of the agreement',
  },
  options: (yargs, language) =>
    yargs
      .positional('run', { type: 'string', demandOption: true, describe: WORDS.run[language] })
      .option('by', { type: 'string', demandOption: true, describe: BY[language] })
      .option('decisions', { type: 'string', describe: WORDS.decisions[language] })
      .option('sign', { type: 'string', describe: SIGN[language] })
      .option('allow-partly', { type: 'boolean', default: false, describe: WORDS.allowPartly[language] })
      .option('allow-plugins', { type: 'boolean', default: false, describe: ALLOW_PLUGINS[language] })
      .option('agreement', { type: 'string', describe: WORDS.agreement[language] })
      .option('threads', { type: 'number', describe: THREADS[language] }) as never,
  async run({ sign, ...options }, context) {
    const { approve } = await import('../pipeline/approve.ts');
    let language = context.language ?? context.locale;
    const progress = progressLine(context.terminal, language, true);
    const around = {
      ...context,
      own: ownProcess(),
      progress: progress.show,
      speaks: (spoken: Language) => {
        language = context.language ?? spoken;
      },
    };
    const request = { ...options, key: sign, threads: threadsOf(options) };
    const answer = await approve(request, around).finally(progress.clear);
    context.terminal.out(approvedText(answer, context.currentFolder, language));
    return answer.kind === 'approved' ? 0 : 1;
  },
});

const ANSWERS = {
  nb: {
    approved: (number: string, name: string, folder: string, lines: number) =>
      `Godkjent: versjon ${number} av ${name}, ${lines === 1 ? '1 linje' : `${lines} linjer`}. Lagret i ${folder}.\n`,
    waivers: (count: number) => `Godtatte avvik lagt til i waivers.yaml: ${count}.\n`,
    pending: (number: string, signed: number, required: number) =>
      `Signert, men ikke godkjent ennå: versjon ${number} har ${signed} av ${required} signaturer. En annen må godkjenne den samme kjøringen.\n`,
    aboveEffect: 'Prisene over avtalt pris utgjør mer i året enn én person kan godkjenne.\n',
    effectUnknown: 'Hva prisene over avtalt pris utgjør i året, er ikke kjent (volumes.csv).\n',
    refused: (why: string) => `Ikke godkjent: katalogen er avvist. ${why}\n`,
    undecided: (lines: number) =>
      `Ikke godkjent: ${lines === 1 ? '1 linje går ikke videre slik den ble sendt' : `${lines} linjer går ikke videre slik de ble sendt`}, og ingen har avgjort det. Ta det med i --decisions, eller godta alt med --allow-partly.\n`,
  },
  en: {
    approved: (number: string, name: string, folder: string, lines: number) =>
      `Approved: version ${number} of ${name}, ${lines === 1 ? '1 line' : `${lines} lines`}. Stored in ${folder}.\n`,
    waivers: (count: number) => `Accepted deviations added to waivers.yaml: ${count}.\n`,
    pending: (number: string, signed: number, required: number) =>
      `Signed, but not approved yet: version ${number} has ${signed} of ${required} signatures. Somebody else must approve the same run.\n`,
    aboveEffect: 'The prices above the agreed ones make more in a year than one person may approve.\n',
    effectUnknown: 'What the prices above the agreed ones make in a year is not known (volumes.csv).\n',
    refused: (why: string) => `Not approved: the catalogue is refused. ${why}\n`,
    undecided: (lines: number) =>
      `Not approved: ${lines === 1 ? '1 line does' : `${lines} lines do`} not go on as sent, and nobody decided so. Say it in --decisions, or accept it all with --allow-partly.\n`,
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
