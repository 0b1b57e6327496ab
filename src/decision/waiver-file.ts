/** `waivers.yaml`: the deviations a buyer has accepted, beside the agreement they are from. */
import type { Text } from '../catalogue/text.ts';
import { nearest } from '../engine/nearest.ts';
import { type ConfigProblem, didYouMean } from '../engine/schema-problems.ts';
import { DRAFT, day, described, type JsonSchema, object, text } from '../engine/schema-words.ts';
import { loadYaml, problemsError } from '../engine/yaml-file.ts';
import type { Covered, Waiver } from './waivers.ts';

export const WAIVER_FILE = 'waivers.yaml';
export const WAIVERS: Text = { nb: 'de godtatte avvikene', en: 'the accepted deviations' };

export interface LoadedWaivers {
  readonly waivers: readonly Waiver[];
  /** As it was asked for. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What stands in the file. */
export interface WaiverFile {
  readonly version: 1;
  readonly waivers: readonly Waiver[];
}

const covered = object({
  item: described(
    'Varenummeret, ellers GTIN. Utelatt: funnet gjelder hele katalogen.',
    'The item number, else the GTIN. Left out: the finding is on the whole catalogue.',
    text('010170'),
  ),
  field: described('Feltet funnet gjelder, hvis det gjelder ett.', 'The field it is about, if any.', text('price')),
  value: described(
    'Verdien som er godtatt. Står det en annen der neste gang, gjelder avviket ikke lenger.',
    'The value that is accepted. If the value is different next time, it is no longer covered.',
    text('54.90'),
  ),
} satisfies Record<keyof Covered, JsonSchema>);

const waiver = object(
  {
    rules: described('Reglene det gjelder.', 'The rules it lifts.', {
      type: 'array',
      items: text('price/above-agreed'),
      minItems: 1,
      uniqueItems: true,
      examples: [['price/above-agreed']],
    }),
    covers: described('Hva som er godtatt, vare for vare.', 'What is accepted, article by article.', {
      type: 'array',
      items: covered,
      minItems: 1,
      examples: [[{ item: '010170', field: 'price', value: '54.90' }]],
    }),
    reason: described('Hvorfor det er godtatt.', 'Why it is accepted.', text('Råvareprisen steg; avtalt i møte')),
    by: described('Hvem som svarer for det.', 'Who answers for it.', text('Kari Nordmann')),
    until: described('Siste dag det gjelder.', 'The last day it applies.', day('2026-12-31')),
  } satisfies Record<keyof Waiver, JsonSchema>,
  ['rules', 'covers', 'reason', 'by', 'until'],
);

/** Draft-07 schema of `waivers.yaml`. */
export const waiverSchema: JsonSchema = {
  $schema: DRAFT,
  title: 'katalogvakt: godtatte avvik / accepted deviations',
  ...described(
    'Avvik som er godtatt, hvert med grunn, ansvarlig og sluttdato.',
    'Deviations that are accepted, each with reason, owner and end date.',
    object(
      {
        version: described('Formatets versjon.', 'Version of the format.', { const: 1 }),
        waivers: described('Avvikene.', 'The deviations.', { type: 'array', items: waiver }),
      } satisfies Record<keyof WaiverFile, JsonSchema>,
      ['version', 'waivers'],
    ),
  ),
};

/**
 * @param path as messages will show it
 * @param rules the ids there are
 * @throws OperationalError that lists what is wrong, by file and line
 */
export async function loadWaivers(path: string, rules: readonly string[]): Promise<LoadedWaivers> {
  const file = await loadYaml<WaiverFile>(path, waiverSchema, WAIVERS);
  const problems = unknownRules(file.value, rules);
  if (problems.length > 0) throw problemsError(file, problems);
  return { waivers: file.value.waivers, path, bytes: file.bytes };
}

/** A waiver of a rule that does not exist would never be missed. */
function unknownRules({ waivers }: WaiverFile, known: readonly string[]): readonly ConfigProblem[] {
  const ids = new Set(known);
  return waivers.flatMap(({ rules }, at) =>
    rules.flatMap((rule, nth): readonly ConfigProblem[] => {
      if (ids.has(rule)) return [];
      const near = nearest(rule, known, 3);
      const hint = near.length > 0 ? didYouMean(near) : { nb: 'Se katalogvakt rules.', en: 'See katalogvakt rules.' };
      return [
        {
          keys: ['waivers', at, 'rules', nth],
          text: {
            nb: `det finnes ingen regel \`${rule}\`. ${hint.nb}`,
            en: `there is no rule \`${rule}\`. ${hint.en}`,
          },
        },
      ];
    }),
  );
}
