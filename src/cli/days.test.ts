import { describe, expect, it } from 'vitest';
import { OperationalError } from '../catalogue/error.ts';
import { checkedDay } from './days.ts';

describe('a day', () => {
  it.each(['2026-01-31', '2024-02-29', '2026-12-01'])('%s is one', (day) => {
    expect(checkedDay(day)).toBe(day);
  });
  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-1-31', '31.01.2026', '', 'i dag', '2026-01-31T00:00'])(
    '%j is none',
    (text) => {
      expect(() => checkedDay(text)).toThrow(OperationalError);
    },
  );
});
