/** `decisions.yaml`: what a person decided of a run's findings, as the report's page writes it and `approve` reads it. */
import type { Text } from '../catalogue/text.ts';
import type { ConfigProblem } from '../engine/schema-problems.ts';
import { DRAFT, day, described, type JsonSchema, object, text } from '../engine/schema-words.ts';
import { loadYaml, problemsError } from '../engine/yaml-file.ts';

/**
 * `accept`: the deviation is all right until a day, and becomes an entry of `waivers.yaml`. `keepPrevious`: the line
 * approved last stays, if it passes today's rules. `drop`: the line is left out.
 */
export const DECISIONS = ['accept', 'keepPrevious', 'drop'] as const;
export type DecisionWord = (typeof DECISIONS)[number];

export interface Decision {
  readonly rule: string;
  /** Only findings that this explains, as the finding's parameters have it: `vatIncluded`. */
  readonly cause?: string;
  /** Absent: everything the rule found. */
  readonly item?: string;
  readonly field?: string;
  readonly value?: string;
  readonly do: DecisionWord;
  readonly reason: string;
  /** `YYYY-MM-DD`; with `accept` only, and always then. */
  readonly until?: string;
}

export interface DecisionFile {
  readonly version: 1;
  /** What was looked at: the name of the run's folder, and the checksum of its `result.json`. */
  readonly run: { readonly id: string; readonly sha256: string };
  readonly decisions: readonly Decision[];
}

const WHAT: Text = { nb: 'avgjørelsene', en: 'the decisions' };

const decision = object(
  {
    rule: described(
      'Regelen, slik den heter i rapporten.',
      'The rule, as the report names it.',
      text('price/above-agreed'),
    ),
    cause: described(
      'Bare funn med denne årsaken, slik rapporten gir den.',
      'Only findings of this cause, as the report gives it.',
      text('above:16'),
    ),
    item: described(
      'Varenummeret, ellers GTIN, slik det står i findings.csv. Utelatt: alt regelen har funnet.',
      'The item number, else the GTIN, as findings.csv has it. Left out: everything the rule found.',
      text('010170'),
    ),
    field: described('Bare funn i dette feltet.', 'Only findings in this field.', text('price')),
    value: described('Bare funn med denne verdien.', 'Only findings with this value.', text('54.9')),
    do: described(
      'accept: avviket godtas til en dag. keepPrevious: linjen som sist ble godkjent, beholdes. drop: linjen holdes tilbake.',
      'accept: the deviation is all right until a day. keepPrevious: the line approved last stays. drop: the line is left out.',
      { type: 'string', enum: DECISIONS },
    ),
    reason: described('Hvorfor.', 'Why.', text('Råvareprisen steg; avtalt i møte')),
    until: described(
      'Siste dag avviket er godtatt. Bare med accept, og alltid da.',
      'The last day the deviation is accepted. With accept only, and always then.',
      day('2026-12-31'),
    ),
  } satisfies Record<keyof Decision, JsonSchema>,
  ['rule', 'do', 'reason'],
);

/** Draft-07 schema of `decisions.yaml`. */
export const decisionSchema: JsonSchema = {
  $schema: DRAFT,
  title: 'katalogvakt: avgjørelser / decisions',
  ...described(
    'Hva en person har avgjort om funnene i en kjøring.',
    'What a person decided of the findings of a run.',
    object(
      {
        version: described('Formatets versjon.', 'Version of the format.', { const: 1 }),
        run: described(
          'Kjøringen avgjørelsene gjelder.',
          'The run that was decided on.',
          object(
            {
              id: described('Navnet på kjøringens mappe.', 'The name of the run\u2019s folder.', text()),
              sha256: described('Sjekksum av kjøringens result.json.', 'Checksum of the run\u2019s result.json.', {
                type: 'string',
                pattern: '^[0-9a-f]{64}$',
              }),
            } satisfies Record<keyof DecisionFile['run'], JsonSchema>,
            ['id', 'sha256'],
          ),
        ),
        decisions: described(
          'Avgjørelsene. Den som sier mest om et funn, gjelder; ellers den første.',
          'The decisions. The one that says most of a finding holds; else the first.',
          { type: 'array', items: decision },
        ),
      } satisfies Record<keyof DecisionFile, JsonSchema>,
      ['version', 'run', 'decisions'],
    ),
  ),
};

/**
 * @param path as messages will show it
 * @throws OperationalError that lists what is wrong, by file and line
 */
export async function loadDecisions(path: string): Promise<DecisionFile> {
  const file = await loadYaml<DecisionFile>(path, decisionSchema, WHAT);
  const problems = file.value.decisions.flatMap(untilProblem);
  if (problems.length > 0) throw problemsError(file, problems);
  return file.value;
}

function untilProblem(decision: Decision, at: number): readonly ConfigProblem[] {
  if ((decision.do === 'accept') === (decision.until !== undefined)) return [];
  const text: Text =
    decision.do === 'accept'
      ? {
          nb: '`until` mangler: et avvik godtas til en dag, slik: `until: 2026-12-31`.',
          en: '`until` is missing: a deviation is accepted until a day, like this: `until: 2026-12-31`.',
        }
      : {
          nb: `\`until\` hører bare til \`accept\`, ikke \`${decision.do}\`. Ta den bort.`,
          en: `\`until\` goes with \`accept\` only, not with \`${decision.do}\`. Leave it out.`,
        };
  return [{ keys: ['decisions', at], text }];
}
