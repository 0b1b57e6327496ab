import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './same-as-description.ts';

const found = (name: string, description: string) =>
  runLineExample(rule, { why: '', line: { name, description } }).length;

it.each(['Kulepenn blå', 'kulepenn, blå', ' Kulepenn blå. ', 'Kulepenn blå ...', 'KULEPENN-BLÅ'])(
  '%j is the same',
  (description) => expect(found('Kulepenn blå', description)).toBe(1),
);
it.each(['Kulepenn blå, myk', 'Kulepenn blå .....', 'Kulepenn', 'Blå kulepenn', ''])('%j is not', (description) =>
  expect(found('Kulepenn blå', description)).toBe(0),
);

it('a name may have signs behind, too', () => {
  expect(found('Kulepenn blå ...', 'Kulepenn blå')).toBe(1);
  expect(found('Kulepenn blå .....', 'Kulepenn blå')).toBe(0);
});
