/** `katalogvakt watch DIR` */
import path from 'node:path';
import { OperationalError } from '../catalogue/error.ts';
import type { Language, Text } from '../catalogue/text.ts';
import type { WatchEvent } from '../pipeline/watch.ts';
import { approvedText } from './approved-text.ts';
import { type CommandContext, command } from './command.ts';
import { ownProcess } from './surroundings.ts';

interface WatchOptions {
  readonly folder: string;
  readonly once: boolean;
  readonly autoApprove: boolean;
  readonly by: string | undefined;
}

const WORDS = {
  noName: {
    nb: '--auto-approve trenger --by: hvem som er ansvarlig for det som godkjennes.',
    en: '--auto-approve needs --by: the person responsible for what is approved.',
  },
} as const satisfies Record<string, Text>;

const TOLD = {
  nb: {
    watching: (agreements: number) =>
      `Følger med på innboksen til ${agreements} ${agreements === 1 ? 'avtale' : 'avtaler'}. Ctrl-C avslutter.`,
    failed: 'KAN IKKE KONTROLLERES',
  },
  en: {
    watching: (agreements: number) =>
      `Watching the inbox of ${agreements} ${agreements === 1 ? 'agreement' : 'agreements'}. Ctrl-C ends.`,
    failed: 'CANNOT BE CHECKED',
  },
} as const satisfies Record<Language, object>;

/** Long enough for programs that write a file in pieces, short enough for people who wait. */
const PACE = { lookMs: 1_000, quietMs: 3_000, againMs: 60_000 };

export default command<WatchOptions>({
  name: 'watch',
  usage: 'watch <folder>',
  namesInNorwegian: { folder: 'mappe' },
  describe: {
    nb: 'kontroller kataloger etter hvert som de kommer i innboksen',
    en: 'check catalogues as they arrive in an inbox',
  },
  positionals: {
    folder: {
      type: 'string',
      demandOption: true,
      describe: {
        nb: 'mappen med avtalene, eller én avtales mappe',
        en: 'folder with the agreements, or the folder of one agreement',
      },
    },
  },
  options: {
    once: {
      type: 'boolean',
      default: false,
      describe: { nb: 'kontroller det som ligger der nå, og avslutt', en: 'check what is there now, then stop' },
    },
    'auto-approve': {
      type: 'boolean',
      default: false,
      describe: {
        nb: 'godkjenn kataloger som det ikke er noen feil ved; krever --by',
        en: 'approve catalogues that have no errors; needs --by',
      },
    },
    by: {
      type: 'string',
      describe: {
        nb: 'hvem som er ansvarlig for det som godkjennes',
        en: 'the person responsible for what is approved',
      },
    },
  },
  run: watchFolder,
});

async function watchFolder({ folder, once, autoApprove, by }: WatchOptions, context: CommandContext): Promise<number> {
  if (autoApprove && by === undefined) throw new OperationalError(WORDS.noName);
  const { watch } = await import('../pipeline/watch.ts');
  const { WORDS: reported } = await import('../reporters/words.ts');
  const { currentFolder, locale, signal, terminal } = context;
  const language = context.language ?? locale;
  const clock = (): Date => new Date();
  const words = TOLD[language];
  const shown = (file: string): string => path.relative(currentFolder, path.resolve(currentFolder, file)) || file;
  const tell = (event: WatchEvent): void => {
    if (event.kind === 'watching') {
      if (!once) terminal.out(`${words.watching(event.agreements)}\n`);
    } else if (event.kind === 'failed') {
      terminal.err(`${shown(event.file)}: ${words.failed}. ${event.error.in(language)}\n`);
    } else {
      const { result, approval } = event;
      terminal.out(`${shown(event.file)}: ${reported[language].outcome[result.outcome]} → ${shown(event.folder)}\n`);
      if (approval !== undefined) terminal.out(approvedText(approval, currentFolder, language));
    }
  };
  const approver = (name: string) => async (run: string, agreement: string) => {
    const { approve } = await import('../pipeline/approve.ts');
    return approve({ run, agreement, by: name }, { currentFolder, locale, signal, now: clock(), own: ownProcess() });
  };
  await watch(
    { folder, once, ...(context.language === undefined ? {} : { language: context.language }) },
    { currentFolder, locale, signal, clock, pace: PACE, tell, ...(autoApprove ? { approve: approver(by ?? '') } : {}) },
  );
  return 0;
}
