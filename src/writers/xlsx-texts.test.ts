import { describe, expect, it } from 'vitest';
import { ownTexts, sharedTexts, type TextItems, textItems } from './xlsx-texts.ts';

function itemsOf(...texts: readonly string[]): TextItems {
  const own = ownTexts();
  for (const text of texts) own.number(text);
  return own.items();
}

const xmlOf = (pieces: Iterable<Uint8Array>): string => Buffer.concat([...pieces]).toString();

describe('the texts of some rows', () => {
  it('stand once each, in the order in which cells came to say them', () => {
    const texts = ownTexts();
    const cells = ['stk', 'pakke', 'stk', 'Ø & <å>', ' blank', 'pakke'].map((text) => texts.number(text));
    expect(cells).toEqual([0, 1, 0, 2, 3, 1]);
    expect(xmlOf([texts.items().xml])).toBe(
      '<si><t>stk</t></si><si><t>pakke</t></si>' +
        '<si><t>Ø &amp; &lt;å&gt;</t></si><si><t xml:space="preserve"> blank</t></si>',
    );
  });

  it('may be longer than the room that is made for them at first', () => {
    const texts = ownTexts();
    const long = 'æ'.repeat(500_000);
    expect(['kort', long, 'kort', long, `${long}r`].map((text) => texts.number(text))).toEqual([0, 1, 0, 1, 2]);
    expect(xmlOf([texts.items().xml])).toContain(`<si><t>${long}</t></si><si><t>${long}r</t></si>`);
  });
});

describe('the texts of a workbook', () => {
  it('stand once each, whatever rows came to say them', () => {
    const texts = sharedTexts();
    expect([...texts.add(itemsOf('stk', 'Penn', 'Papir'))]).toEqual([0, 1, 2]);
    expect([...texts.add(itemsOf('Saks', 'stk', 'Lim', 'Papir'))]).toEqual([3, 0, 4, 2]);
    expect([...texts.add(itemsOf())]).toEqual([]);
    expect([...texts.add(itemsOf('Lim', 'Saks', 'Tape', 'Penn'))]).toEqual([4, 3, 5, 1]);
    expect(texts.size).toBe(6);
    const items = ['stk', 'Penn', 'Papir', 'Saks', 'Lim', 'Tape'].map((text) => `<si><t>${text}</t></si>`);
    expect(xmlOf(texts.pieces())).toBe(items.join(''));
  });

  it('are two where only their hash is the same', () => {
    const texts = sharedTexts();
    const one = itemsOf('Penn');
    expect([...texts.add(one)]).toEqual([0]);
    expect([...texts.add({ ...itemsOf('Papir'), hashes: one.hashes })]).toEqual([1]);
    expect([...texts.add(itemsOf('Penn'))]).toEqual([0]);
    expect(xmlOf(texts.pieces())).toBe('<si><t>Penn</t></si><si><t>Papir</t></si>');
  });

  it('of a sent workbook keep their numbers, and go out only where a cell names them', () => {
    const texts = sharedTexts([textItems(['stk', 'Penn', 'stk']), textItems(['Papir', '<Lim>'])]);
    expect([...texts.add(itemsOf('Saks', 'stk'))]).toEqual([5, 6]);
    texts.use(Int32Array.of(4, 0, 4));
    expect(texts.size).toBe(7);
    const [none, items] = ['<si><t/></si>', (text: string) => `<si><t>${text}</t></si>`];
    const written = [items('stk'), none, none, none, items('&lt;Lim&gt;'), items('Saks'), items('stk')];
    expect(xmlOf(texts.pieces())).toBe(written.join(''));
    texts.use(Int32Array.of(1, 2, 3));
    expect(xmlOf(texts.pieces())).toBe(
      ['stk', 'Penn', 'stk', 'Papir', '&lt;Lim&gt;', 'Saks', 'stk'].map(items).join(''),
    );
  });

  it('are known again among very many', () => {
    const texts = sharedTexts();
    const lines = Array.from({ length: 20_000 }, (_, at) => `Vare ${String(at * 7919).padStart(12, '0')} æ i esken`);
    for (let at = 0; at < lines.length; at += 1000) texts.add(itemsOf(...lines.slice(at, at + 1000)));
    expect([...texts.add(itemsOf(...lines))]).toEqual(lines.map((_, at) => at));
    expect(texts.size).toBe(lines.length);
  });
});
