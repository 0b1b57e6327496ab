/** `katalogvakt waive RUN` */
import { command } from './command.ts';
import { checkedDay } from './days.ts';
import { AGREEMENT_OF_RUN, RUN } from './shared-options.ts';
import { ownProcess } from './surroundings.ts';

interface WaiveOptions {
  readonly run: string;
  readonly rule: string;
  readonly item: readonly string[] | undefined;
  readonly field: string | undefined;
  readonly reason: string;
  readonly by: string;
  readonly until: string;
  readonly agreement: string | undefined;
}

const DONE = {
  nb: (covers: number, rules: string, file: string) =>
    `Godtatt: ${covers} funn av ${rules}. Skrevet i ${file}; gjelder fra neste kontroll.\n`,
  en: (covers: number, rules: string, file: string) =>
    `Accepted: ${covers} findings of ${rules}. Written to ${file}; applies from the next check.\n`,
};

export default command<WaiveOptions>({
  name: 'waive',
  usage: 'waive <run>',
  namesInNorwegian: { run: 'kjøring' },
  describe: {
    nb: 'godta avvik som en kjøring har funnet, med grunn og sluttdato',
    en: 'accept deviations found by a run, with a reason and an end date',
  },
  positionals: { run: RUN },
  options: {
    rule: {
      type: 'string',
      demandOption: true,
      describe: { nb: 'regelens id, slik den står i rapporten', en: 'the id of the rule, as in the report' },
    },
    item: {
      type: 'string',
      array: true,
      nargs: 1,
      describe: {
        nb: 'varenummer, kan gjentas (ellers alle regelen har funnet)',
        en: 'item number, can be repeated (default: all that the rule found)',
      },
    },
    field: { type: 'string', describe: { nb: 'bare funn i dette feltet', en: 'only findings in this field' } },
    reason: {
      type: 'string',
      demandOption: true,
      describe: { nb: 'hvorfor avviket godtas', en: 'why the deviation is accepted' },
    },
    by: {
      type: 'string',
      demandOption: true,
      describe: { nb: 'hvem som er ansvarlig for avgjørelsen', en: 'who is responsible for the decision' },
    },
    until: {
      type: 'string',
      demandOption: true,
      describe: { nb: 'siste dag det gjelder, 2026-12-31', en: 'the last day it applies, 2026-12-31' },
    },
    agreement: AGREEMENT_OF_RUN,
  },
  async run({ run, rule, item, field, reason, by, until, agreement }, context) {
    const { waive } = await import('../pipeline/waive.ts');
    const request = {
      run,
      rule,
      reason,
      by,
      until: checkedDay(until, '--until'),
      ...(item === undefined ? {} : { items: item }),
      ...(field === undefined ? {} : { field }),
      ...(agreement === undefined ? {} : { agreement }),
    };
    const answer = await waive(request, ownProcess());
    const language = context.language ?? context.locale;
    context.terminal.out(DONE[language](answer.covers, answer.rules.join(', '), answer.file));
    return 0;
  },
});
