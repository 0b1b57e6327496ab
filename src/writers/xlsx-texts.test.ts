import { describe, expect, it } from 'vitest';
import { sharedTexts } from './xlsx-texts.ts';

function xmlOf(texts: ReturnType<typeof sharedTexts>): string {
  return Buffer.from(texts.xml()).toString();
}

describe('the texts of some rows', () => {
  it('stand once each, in the order in which cells came to say them', () => {
    const texts = sharedTexts();
    const cells = ['stk', 'pakke', 'stk', 'Ø & <å>', ' blank', 'pakke'].map((text) => texts.number(text));
    expect(cells).toEqual([0, 1, 0, 2, 3, 1]);
    expect(texts.size).toBe(4);
    expect(xmlOf(texts)).toBe(
      '<si><t>stk</t></si><si><t>pakke</t></si>' +
        '<si><t>Ø &amp; &lt;å&gt;</t></si><si><t xml:space="preserve"> blank</t></si>',
    );
  });

  it('may be longer than the room that is made for them at first', () => {
    const texts = sharedTexts();
    const long = 'æ'.repeat(500_000);
    expect(['kort', long, 'kort', long, `${long}r`].map((text) => texts.number(text))).toEqual([0, 1, 0, 1, 2]);
    expect(xmlOf(texts)).toContain(`<si><t>${long}</t></si><si><t>${long}r</t></si>`);
  });
});
