import { describe, expect, it } from 'vitest';
import { LABELS, licenceMatches } from '../../code-lists/labels.ts';
import { runLineExample } from '../../engine/run-examples.ts';
import { LICENCE_EXAMPLES } from './licence-examples.ts';
import rule from './licence-format.ts';

const run = (...ecoLabel: { key?: string; licence?: string; text: string }[]) =>
  runLineExample(rule, { why: '', line: { ecoLabel } }).map(({ parameters }) => parameters?.['label']);

describe('label/licence-format', () => {
  it('checks the labels with a published form, and the Swan', () => {
    const verified = [...LABELS.values()].filter(({ licence }) => licence?.status === 'verified').map(({ key }) => key);
    expect(Object.keys(LICENCE_EXAMPLES).toSorted()).toEqual([...verified, 'svanemerket'].toSorted());
  });

  it.each(Object.entries(LICENCE_EXAMPLES))('the example for %s has the form', (key, example) => {
    const label = LABELS.get(key);
    expect(label !== undefined && licenceMatches(label, example)).toBe(true);
  });

  it('does not take a certificate of the chain of custody for a licence', () => {
    expect(run({ key: 'fsc', licence: 'NC-COC-012345', text: 'FSC' })).toEqual(['fsc']);
  });

  it('says nothing where the number may be that of a label beside it', () => {
    expect(
      run({ key: 'fsc', licence: 'RAL-UZ 14', text: 'FSC' }, { key: 'blauer_engel', text: 'Blauer Engel' }),
    ).toEqual([]);
    expect(run({ key: 'fsc', licence: 'RAL-UZ 14', text: 'FSC' }, { key: 'svanemerket', text: 'Svanen' })).toEqual([
      'fsc',
    ]);
    // A label beside it that has a number of its own needs no other; one that nobody knows may.
    expect(
      run(
        { key: 'fsc', licence: 'RAL-UZ 14', text: 'FSC' },
        { key: 'blauer_engel', licence: '99921', text: 'Blauer Engel' },
      ),
    ).toEqual(['fsc']);
    expect(run({ key: 'fsc', licence: 'RAL-UZ 14', text: 'FSC' }, { text: 'Grønt Blad' })).toEqual([]);
  });

  it('says which column the number stands in', () => {
    const field = (ecoLicence?: string) =>
      runLineExample(rule, {
        why: '',
        line: {
          ecoLabel: [{ key: 'fsc', licence: 'RAL-UZ 14', text: 'FSC' }],
          ...(ecoLicence === undefined ? {} : { ecoLicence }),
        },
      })[0]?.field;
    expect([field('RAL-UZ 14'), field('RAL-UZ 15'), field()]).toEqual(['ecoLicence', 'ecoLabel', 'ecoLabel']);
  });
});
