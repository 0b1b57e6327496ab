import { describe, expect, it } from 'vitest';
import { sharedTexts } from './xlsx-texts.ts';

async function xmlOf(texts: ReturnType<typeof sharedTexts>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of texts.xml()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe('the texts of a workbook', () => {
  it('stand once each, in the order in which cells came to say them', async () => {
    const texts = sharedTexts();
    const cells = ['stk', 'pakke', 'stk', 'Ø & <å>', ' blank', 'pakke'].map((text, at) => texts.number(text, at % 2));
    expect(cells).toEqual([0, 1, 0, 2, 3, 1]);
    expect(await xmlOf(texts)).toContain(
      ' count="6" uniqueCount="4"><si><t>stk</t></si><si><t>pakke</t></si>' +
        '<si><t>Ø &amp; &lt;å&gt;</t></si><si><t xml:space="preserve"> blank</t></si></sst>',
    );
  });

  it('are known again when very many others came between, also such as are alike in length and at their ends', async () => {
    const texts = sharedTexts();
    const lines = Array.from(
      { length: 20_000 },
      (_, line) => `Vare ${String(line * 7919).padStart(12, '0')} æ i esken`,
    );
    const numbers = lines.map((text) => texts.number(text, 0));
    expect(numbers).toEqual(lines.map((_, at) => at));
    expect(lines.map((text) => texts.number(text, 1))).toEqual(numbers);
    const items = (await xmlOf(texts)).match(/<t>[^<]*<\/t>/g);
    expect(items).toEqual(lines.map((text) => `<t>${text}</t>`));
  });

  it('may be longer than a piece of the XML', async () => {
    const texts = sharedTexts();
    const long = 'æ'.repeat(500_000);
    expect(['kort', long, 'kort', long, `${long}r`].map((text) => texts.number(text, 0))).toEqual([0, 1, 0, 1, 2]);
    expect(await xmlOf(texts)).toContain(`<si><t>${long}</t></si><si><t>${long}r</t></si></sst>`);
  });
});
