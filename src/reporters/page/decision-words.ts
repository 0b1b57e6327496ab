/** What the page says where the reader decides on findings; the script shows what is reckoned there. */
import type { Language } from '../../catalogue/text.ts';

export interface DecisionWords {
  readonly title: string;
  readonly intro: string;
  readonly accept: string;
  readonly keepPrevious: string;
  readonly drop: string;
  readonly what: string;
  readonly reason: string;
  readonly until: string;
  readonly add: string;
  readonly clear: string;
  readonly made: string;
  readonly download: string;
  readonly note: string;
  /** For the script: `#` stands for a number, or for what is decided on. */
  readonly script: {
    readonly chosen: readonly [one: string, many: string];
    readonly none: string;
    readonly decisions: readonly [one: string, many: string];
    readonly remove: string;
    readonly wholeRule: string;
    readonly cause: string;
    readonly accepted: string;
    readonly kept: string;
    readonly dropped: string;
    readonly until: string;
    readonly shown: string;
    readonly saved: string;
    readonly heading: string;
  };
}

const nb: DecisionWords = {
  title: 'Avgjørelser',
  intro:
    'Kryss av for linjer, en årsak eller en hel regel, og avgjør hva som skal skje. Avgjørelsene lastes ned som en fil; ingenting sendes.',
  accept: 'Godta avviket',
  keepPrevious: 'Behold forrige',
  drop: 'Ta ut linjen',
  what: 'Hva skal skje?',
  reason: 'Grunn',
  until: 'Godtatt til og med',
  add: 'Legg til',
  clear: 'Fjern kryssene',
  made: 'Avgjort',
  download: 'Last ned decisions.yaml',
  note: 'Ingenting sendes. Filen leses av «katalogvakt approve --decisions».',
  script: {
    chosen: ['# valgt', '# valgt'],
    none: 'Ingenting valgt',
    decisions: ['# avgjørelse', '# avgjørelser'],
    remove: 'Fjern avgjørelsen om #',
    wholeRule: 'hele regelen',
    cause: 'årsaken #',
    accepted: 'Godtas',
    kept: 'Forrige beholdes',
    dropped: 'Tas ut',
    until: 'til og med #',
    shown: 'Viser # av # funn på siden.',
    saved: 'decisions.yaml er lastet ned.',
    heading: 'Avgjort i rapporten av',
  },
};

const en: DecisionWords = {
  title: 'Decisions',
  intro:
    'Select lines, a cause or a whole rule, and decide what happens to them. The decisions are downloaded as a file; nothing is sent.',
  accept: 'Accept the deviation',
  keepPrevious: 'Keep the previous line',
  drop: 'Drop the line',
  what: 'What should happen?',
  reason: 'Reason',
  until: 'Accepted until',
  add: 'Add',
  clear: 'Clear selection',
  made: 'Decided',
  download: 'Download decisions.yaml',
  note: 'Nothing is sent. The file is read by “katalogvakt approve --decisions”.',
  script: {
    chosen: ['# selected', '# selected'],
    none: 'Nothing selected',
    decisions: ['# decision', '# decisions'],
    remove: 'Remove the decision on #',
    wholeRule: 'the whole rule',
    cause: 'the cause #',
    accepted: 'Accepted',
    kept: 'Previous kept',
    dropped: 'Dropped',
    until: 'until #',
    shown: 'Showing # of # findings on the page.',
    saved: 'decisions.yaml was downloaded.',
    heading: 'Decided in the report of',
  },
};

export const DECISION_WORDS: Readonly<Record<Language, DecisionWords>> = { nb, en };
