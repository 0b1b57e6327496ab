import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './fee-line.ts';

const isFee = (name: string) => runLineExample(rule, { why: '', line: { name } }).length > 0;

it.each(['Fakturagebyr', 'Miljøgebyr EE', 'Frakt', 'Porto og ekspedisjon', 'Oljetillegg', 'Freight', 'Handling fee'])(
  '%s is a fee',
  (name) => expect(isFee(name)).toBe(true),
);

it.each(['Portobok', 'Frakttralle', 'Coffee', 'Avgiftsstempel', 'Tilleggshylle', 'Toffee 200 g', 'Ekspedisjonsdisk'])(
  '%s is an item',
  (name) => expect(isFee(name)).toBe(false),
);
