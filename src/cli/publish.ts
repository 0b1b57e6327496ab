/** `katalogvakt publish AGREEMENT` */
import { homedir } from 'node:os';
import process from 'node:process';
import { answerLanguage } from './answer-language.ts';
import { type CommandContext, command } from './command.ts';
import { COULD_NOT, toldIn } from './failure.ts';
import { REQUIRED_AGREEMENT } from './shared-options.ts';
import { ownProcess } from './surroundings.ts';

interface PublishOptions {
  readonly agreement: string;
  readonly target: string | undefined;
  readonly dryRun: boolean;
}

export default command<PublishOptions>({
  name: 'publish',
  usage: 'publish <agreement>',
  namesInNorwegian: { agreement: 'avtale' },
  describe: {
    nb: 'send katalogen som sist ble godkjent, til mottakerne i avtalen',
    en: 'send the latest approved catalogue to the receivers in the agreement',
  },
  positionals: { agreement: REQUIRED_AGREEMENT },
  options: {
    target: { type: 'string', describe: { nb: 'bare denne mottakeren', en: 'this receiver only' } },
    'dry-run': {
      type: 'boolean',
      default: false,
      describe: {
        nb: 'vis hva som ville blitt sendt, og send ingenting',
        en: 'show what would be sent, and send nothing',
      },
    },
  },
  run: publishAgreement,
});

async function publishAgreement(
  { agreement: named, target, dryRun }: PublishOptions,
  context: CommandContext,
): Promise<number> {
  const { agreementFileOf } = await import('../pipeline/inputs/named-agreement.ts');
  const { publish } = await import('../pipeline/publish.ts');
  const { hasFailed } = await import('../targets/fate.ts');
  const { USUAL_PACE } = await import('../targets/retries.ts');
  const { beginningText, fateText } = await import('../reporters/publishing-text.ts');
  const { currentFolder, signal, terminal } = context;
  const language = answerLanguage(context);
  const request = {
    agreement: await agreementFileOf(named, currentFolder),
    dryRun,
    ...(target === undefined ? {} : { target }),
  };
  return toldIn(language.now, context, async () => {
    const failed = await publish(request, {
      currentFolder,
      signal,
      own: ownProcess(),
      environment: process.env,
      homeFolder: homedir(),
      clock: () => new Date(),
      pace: { ...USUAL_PACE, random: Math.random },
      speaks: language.speaks,
      begins: ({ manifest }) => terminal.out(beginningText(manifest, language.now())),
      tell(fate) {
        if (hasFailed(fate)) terminal.err(fateText(fate, language.now()));
        else terminal.out(fateText(fate, language.now()));
      },
    });
    return failed === 0 ? 0 : COULD_NOT;
  });
}
