import { expect, it } from 'vitest';
import { workingDaysAfter } from './working-days.ts';

it.each([
  ['the next day of an ordinary week', '2026-11-16', 1, '2026-11-17'],
  ['over a weekend', '2026-11-20', 1, '2026-11-23'],
  ['from a Sunday', '2026-11-15', 10, '2026-11-27'],
  ['over Christmas and New Year', '2026-12-23', 4, '2026-12-30'],
  ['New Year on a Friday', '2026-12-31', 1, '2027-01-04'],
  ['over Easter, 2026-04-05: Thursday, Friday and Monday are free', '2026-04-01', 1, '2026-04-07'],
  ['over Easter of another year, 2027-03-28', '2027-03-24', 1, '2027-03-30'],
  ['1 May and 17 May on Mondays and Fridays', '2026-04-30', 1, '2026-05-04'],
  ['Ascension, 2026-05-14', '2026-05-13', 1, '2026-05-15'],
  ['Whit Monday, 2026-05-25', '2026-05-22', 1, '2026-05-26'],
  ['over the leap day', '2028-02-28', 2, '2028-03-01'],
])('%s', (_why, day, count, expected) => {
  expect(workingDaysAfter(day, count)).toBe(expected);
});
