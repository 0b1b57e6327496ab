/** The door to liquidjs: a letter's template, which holds words and names of facts, and can do nothing but put them together. */
import { OperationalError } from '../../catalogue/error.ts';
import type { Text } from '../../catalogue/text.ts';
import { nearest } from '../../engine/nearest.ts';

export interface Template {
  /** As messages name it. */
  readonly file: string;
  readonly text: string;
}

/** What the day of the clock or chance would decide. */
const NOT_REPEATABLE = [
  'date',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
  'sample',
];
/** A letter has some thousand signs. */
const LIMITS = { parseLimit: 200_000, renderLimit: 20_000, memoryLimit: 20_000_000 } as const;

/**
 * @param facts by the names that the template uses
 * @param show how a value is written: what it says must stay text in the form the template is in
 * @throws OperationalError with file and line, for what the template says and nobody knows
 */
export async function renderTemplate(
  template: Template,
  facts: object,
  show: (value: unknown) => string,
): Promise<string> {
  const { Liquid } = await import('liquidjs');
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    // What may be absent is asked for with `if` first.
    lenientIf: true,
    ownPropertyOnly: true,
    outputEscape: show,
    // In place of the disk: there is nothing to include.
    templates: {},
    ...LIMITS,
  });
  for (const name of NOT_REPEATABLE) delete engine.filters[name];
  // Would let a value through as it is.
  engine.registerFilter('raw', (value: unknown) => value);
  try {
    return (await engine.parseAndRender(template.text, facts)) as string;
  } catch (error) {
    throw templateError(template.file, error, facts);
  }
}

/** As the engine's errors are made; its types do not say so much. */
interface EngineError extends Error {
  readonly token?: { readonly getPosition?: () => readonly [line: number, column: number] };
  readonly originalError?: Error & { readonly variableName?: string };
}

const HELP: Text = {
  nb: 'Hva en mal kan si, står i docs/deviation-notice.md.',
  en: 'docs/deviation-notice.md says what a template may hold.',
};

function templateError(file: string, error: unknown, facts: object): OperationalError {
  const { message, token, originalError } = error as EngineError;
  const line = token?.getPosition?.()[0];
  const place: Text =
    line === undefined ? { nb: file, en: file } : { nb: `${file}, linje ${line}`, en: `${file}, line ${line}` };
  const unknown = originalError?.variableName ?? /undefined variable: ([\w.[\]]+)/.exec(message)?.[1];
  if (unknown !== undefined) return unknownName(place, unknown, facts, error);
  const said = message.replace(/, (?:file|line|col):.*$/s, '');
  return new OperationalError(
    {
      nb: `${place.nb}: malen kan ikke leses (${said}). ${HELP.nb}`,
      en: `${place.en}: the template cannot be read (${said}). ${HELP.en}`,
    },
    { cause: error },
  );
}

function unknownName(place: Text, name: string, facts: object, cause: unknown): OperationalError {
  const [near] = nearest(name, Object.keys(facts));
  const meant: Text =
    near === undefined ? HELP : { nb: `Mente du \`${near}\`? ${HELP.nb}`, en: `Did you mean \`${near}\`? ${HELP.en}` };
  return new OperationalError(
    {
      nb: `${place.nb}: \`${name}\` finnes ikke, eller mangler for denne avtalen. ${meant.nb}`,
      en: `${place.en}: there is no \`${name}\`, or this agreement lacks it. ${meant.en}`,
    },
    { cause },
  );
}
