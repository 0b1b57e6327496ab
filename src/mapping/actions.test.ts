import { describe, expect, it } from 'vitest';
import { actionCodes, readAction } from './actions.ts';

const read = (heading: string, ...texts: readonly string[]) =>
  texts.map((text) => readAction(text, actionCodes(heading, texts)));

describe('what is to be done with a line', () => {
  it.each([
    ['Handling', ['Ny', 'ENDRET', ' slettet. ', 'Utgår'], ['add', 'update', 'delete', 'delete']],
    ['Action', ['new', 'changed', 'Deleted'], ['add', 'update', 'delete']],
    ['Endringskode', ['N', 'e', 'S'], ['add', 'update', 'delete']],
    ['Endringskode', ['E', 'E'], ['update', 'update']],
    ['Action code', ['A', 'U', 'D'], ['add', 'update', 'delete']],
    ['Endringskode (1=ny, 2=endret, 3=slettet)', ['3', '1', '2'], ['delete', 'add', 'update']],
    ['Change code (1: added; 2: deleted; 3: changed)', ['1', '2', '3'], ['add', 'delete', 'update']],
  ])('%s: %j', (heading, texts, expected) => {
    expect(read(heading, ...texts)).toEqual(expected);
  });

  it.each([
    ['numbers nobody explains', ['1', '2', '3']],
    ['letters of active and utgått', ['A', 'U']],
    ['letters of two sets', ['N', 'S', 'U']],
    ['words of something else', ['Kampanje', 'uendret', '']],
  ])('is not known from %s', (_, texts) => {
    expect(read('Endringskode', ...texts).filter((action) => action !== undefined)).toEqual([]);
  });
});
