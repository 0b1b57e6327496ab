import { describe, expect, it } from 'vitest';
import { ownTexts, sharedTexts, type TextItems } from '../../writers/xlsx-texts.ts';
import { textsInTurn } from './texts-in-turn.ts';

function itemsOf(...texts: readonly string[]): TextItems {
  const own = ownTexts();
  for (const text of texts) own.number(text);
  return own.items();
}

describe('texts of pieces that several threads make', () => {
  it('are numbered in the order of the pieces, whichever asks first', async () => {
    const turns = textsInTurn(sharedTexts());
    const told: number[] = [];
    const third = turns.numbers(2, itemsOf('Saks')).finally(() => told.push(2));
    const second = turns.numbers(1, itemsOf('Lim')).finally(() => told.push(1));
    expect([...(await turns.numbers(0, itemsOf('Penn')))]).toEqual([0]);
    expect([...(await second), ...(await third)]).toEqual([1, 2]);
    expect(told).toEqual([1, 2]);
  });

  it('need not wait for pieces that are made without having any', async () => {
    const turns = textsInTurn(sharedTexts());
    let isNumbered = false;
    const last = turns.numbers(3, itemsOf('Saks')).finally(() => {
      isNumbered = true;
    });
    turns.pass(2);
    turns.forget(0);
    await new Promise(setImmediate);
    expect(isNumbered).toBe(false);
    turns.pass(1);
    expect([...(await last)]).toEqual([0]);
  });

  it('have the same numbers when their piece is made again, and are put in once', async () => {
    const texts = sharedTexts();
    const turns = textsInTurn(texts);
    const first = await turns.numbers(0, itemsOf('Penn', 'Lim'));
    const second = await turns.numbers(1, itemsOf('Lim', 'Saks'));
    turns.pass(0);
    expect(await turns.numbers(0, itemsOf('Penn', 'Lim'))).toBe(first);
    expect([...second]).toEqual([1, 2]);
    expect(texts.size).toBe(3);
  });
});
