import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './dummy-manufacturer.ts';

const finds = (manufacturer: string) => runLineExample(rule, { why: '', line: { manufacturer } }).length;

it.each(['N.A.', 'n/a.', '(ukjent)', 'Ikke oppgitt', 'MISC', 'Okänd', 'No-Name', '0', '?', '**'])('%s', (filler) => {
  expect(finds(filler)).toBe(1);
});

it.each(['Other Minds AS', 'Div Data AB', 'Generic Health', 'Nilfisk', '3M', 'Annen AS', 'Xerox', 'Testo', 'Ø'])(
  '%s is a name',
  (name) => {
    expect(finds(name)).toBe(0);
  },
);
