import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './upper-case.ts';

const run = (name: string) => runLineExample(rule, { why: '', line: { name } });

it.each(['TØRKEPAPIR', 'TAVLE', 'SØPPELSEKK 125L SORT', 'HANSKE NITRIL L', 'TAPE KLAR', 'ÆRLIG TALT'])(
  '%s is shouted',
  (name) => {
    expect(run(name)).toHaveLength(1);
  },
);

it.each([
  'A4',
  'HP CF226X',
  'BIC',
  'TAPE',
  'Penn SVARTBLÅ',
  'DVD+RW',
  'WD-40',
  '3M 2097',
  'USB HDMI',
  'TN-2420',
  'Te',
  'RJ45 CAT6',
  'iPAD',
  '茶',
  '',
])('%j is not', (name) => expect(run(name)).toEqual([]));
