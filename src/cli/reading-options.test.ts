import { describe, expect, it } from 'vitest';
import { OperationalError } from '../catalogue/error.ts';
import { readingOf } from './reading-options.ts';

const NOTHING = {
  from: undefined,
  sheet: undefined,
  headingRow: undefined,
  delimiter: undefined,
  encoding: undefined,
  map: undefined,
  limit: undefined,
  decimalSign: undefined,
  dateOrder: undefined,
};

describe('what is told of a file', () => {
  it.each([
    { headingRow: Number.NaN },
    { headingRow: 0 },
    { headingRow: 1.5 },
    { delimiter: ';;' },
    { delimiter: 'a' },
    { encoding: 'klingon' },
  ])('is refused: %j', (told) => {
    expect(() => readingOf({ ...NOTHING, ...told })).toThrow(OperationalError);
  });
  it.each([
    [{ delimiter: 'tab' }, { delimiter: '\t' }],
    [{ delimiter: '|' }, { delimiter: '|' }],
    [{ decimalSign: 'point' }, { decimalSign: 'point' }],
    [{ dateOrder: 'month' }, { dateOrder: 'month' }],
    [{ headingRow: 3 }, { headingRow: 3 }],
    [{ encoding: 'latin1' }, { encoding: 'iso-8859-1' }],
    [{ encoding: 'ISO_8859-15' }, { encoding: 'iso-8859-15' }],
    [{ encoding: 'Mac Roman' }, { encoding: 'macintosh' }],
    [{ encoding: 'cp1252' }, { encoding: 'windows-1252' }],
    [{ encoding: 'utf8' }, { encoding: 'utf-8' }],
  ])('is understood: %j', (told, reading) => {
    expect(readingOf({ ...NOTHING, ...told })).toEqual(reading);
  });
});
