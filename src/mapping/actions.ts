/** What a line is for in a file that changes a catalogue: a word, or a code where its column shows what codes mean. */
import type { LineAction } from '../catalogue/line.ts';
import type { ActionCodes } from './mapping.ts';

const WORDS: Readonly<Record<LineAction, string>> = {
  add: 'ny|nytt|nye|ny vare|ny artikkel|ny linje|legg til|lagt til|legges til|opprett|opprettet|tilføyd|tilføjet|tilføj|lägg till|tillagd|new|add|added|insert|inserted|create|created|neu',
  update:
    'endret|endra|endres|endre|endring|oppdater|oppdatert|oppdateres|oppdatering|prisendring|ændret|ændring|ændres|opdateret|ändrad|ändras|ändring|uppdaterad|change|changed|update|updated|modify|modified|geändert|änderung',
  delete:
    'slettet|slett|slettes|sletta|sletting|utgår|utgått|fjern|fjernet|fjernes|slet|udgår|udgået|utgången|ta bort|tas bort|borttagen|delete|deleted|remove|removed|löschen|gelöscht|entfällt',
};

const BY_WORD: ReadonlyMap<string, LineAction> = new Map(
  (Object.entries(WORDS) as [LineAction, string][]).flatMap(([action, words]) =>
    words.split('|').map((word) => [word, action] as const),
  ),
);

/** @param codes what {@link actionCodes} found @returns `undefined` for a word that is none */
export function readAction(text: string, codes: ActionCodes = {}): LineAction | undefined {
  const word = text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '');
  return BY_WORD.get(word) ?? (Object.hasOwn(codes, word) ? codes[word] : undefined);
}

/** Ny, endret, slettet; new, changed, deleted; add, update or change, delete; insert. */
const LETTERS: readonly ActionCodes[] = [
  { n: 'add', e: 'update', s: 'delete' },
  { n: 'add', c: 'update', d: 'delete' },
  { a: 'add', u: 'update', d: 'delete' },
  { a: 'add', c: 'update', d: 'delete' },
  { i: 'add', u: 'update', d: 'delete' },
];

/**
 * What the codes of a column mean: as its heading says (`Endringskode (1=ny, 2=endret, 3=slettet)`), else letters where
 * all that stand there are of one set. Numbers mean different things in different systems; `A` and `U` by themselves are
 * often active and `utgått`.
 * @param texts of the column's cells
 */
export function actionCodes(heading: string, texts: readonly string[]): ActionCodes {
  const explained = Object.fromEntries(
    [...heading.matchAll(/(\p{L}|\d)\s*[=:]\s*(\p{L}+)/gu)].flatMap(([, code = '', word = '']) => {
      const action = readAction(word);
      return action === undefined ? [] : [[code.toLowerCase(), action] as const];
    }),
  );
  if (Object.keys(explained).length > 0) return explained;
  const letters = new Set(texts.map((text) => text.trim().toLowerCase()).filter((text) => text.length === 1));
  if ([...letters].every((letter) => letter === 'a' || letter === 'u')) return {};
  return LETTERS.find((set) => [...letters].every((letter) => letter in set)) ?? {};
}
