import { expect, it } from 'vitest';
import { unspscPrefix } from './unspsc.ts';

it.each([
  ['44121701', '44121701'],
  ['44121700', '441217'],
  ['44120000', '4412'],
  ['44000000', '44'],
  ['44101000', '441010'],
  ['4412', '4412'],
  ['4400', '4400'],
])('%s stands for %s', (code, prefix) => expect(unspscPrefix(code)).toBe(prefix));
