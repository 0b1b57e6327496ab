import { expect, it } from 'vitest';
import { isFood, isOtherGoods } from './goods.ts';

it.each([
  ['50131800', true],
  ['50505050', false],
  ['50192100', true],
  ['50175021', true],
  ['50202200', false],
  ['50211500', false],
  ['50000000', false],
  ['44121701', false],
])('%s is food: %s', (unspsc, food) => expect(isFood(unspsc)).toBe(food));

it.each([
  ['44121701', true],
  ['10151500', false],
  ['50131800', false],
  ['51191500', false],
  ['78111800', false],
])('%s is never food: %s', (unspsc, other) => expect(isOtherGoods(unspsc)).toBe(other));
