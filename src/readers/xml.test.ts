import { describe, expect, it } from 'vitest';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { attribute, parseXml } from './xml.ts';

/** Events as text; each chunk is written by itself. */
async function events(...chunks: readonly (string | Uint8Array)[]): Promise<string> {
  const seen: string[] = [];
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
  await parseXml(
    bytes(),
    {
      open: (name, attributes) => void seen.push(`<${name} ${JSON.stringify(attributes)}>`),
      close: (name) => void seen.push(`</${name}>`),
      text: (text) => void seen.push(text),
    },
    'part.xml',
  );
  return seen.join('');
}

const damaged = (detail: string) =>
  expect.objectContaining({ problem: 'damaged', detail: expect.stringContaining(detail) });

describe('reading XML', () => {
  it('elements come by their local names, text and CDATA with entities replaced', async () => {
    expect(await events('<x:a n="1"><b>1 &lt; 2<![CDATA[ & 3]]></b></x:a>')).toBe(
      '<a {"n":"1"}><b {}>1 < 2 & 3</b></a>',
    );
  });

  it('a letter cut in two by a chunk stays whole', async () => {
    const bytes = Buffer.from('<a>blåbær</a>');
    for (let at = 1; at < bytes.length; at += 1) {
      expect(await events(bytes.subarray(0, at), bytes.subarray(at))).toBe('<a {}>blåbær</a>');
    }
  });

  it.each([
    ['utf-16le with mark', Buffer.from('\uFEFF<a>ø</a>', 'utf16le')],
    ['utf-16le without', Buffer.from('<a>ø</a>', 'utf16le')],
    ['utf-16be', Buffer.from('\uFEFF<a>ø</a>', 'utf16le').swap16()],
    ['utf-8 with mark', Buffer.from('\uFEFF<a>ø</a>')],
  ])('encoding is seen: %s', async (_, bytes) => {
    expect(await events(bytes)).toBe('<a {}>ø</a>');
  });

  it('a declared encoding is used', async () => {
    const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><a>blåbær</a>';
    expect(await events(Buffer.from(xml, 'latin1'))).toBe('<a {}>blåbær</a>');
  });

  it.each([
    ['not closed', '<a><b></b>', 'unclosed part.xml'],
    ['wrongly nested', '<a><b></a></b>', 'part.xml'],
    ['an entity nobody knows', '<a>&boss;</a>', 'reference'],
    ['entities of its own', '<!DOCTYPE a [<!ENTITY b "bbb">]><a>&b;</a>', 'entities part.xml'],
    ['empty', '', 'part.xml'],
    ['unknown encoding', '<?xml version="1.0" encoding="klingon"?><a/>', 'klingon'],
  ])('%s: damaged', async (_, xml, detail) => {
    await expect(events(xml)).rejects.toThrow(UnusableFile);
    await expect(events(xml)).rejects.toEqual(damaged(detail));
  });

  it('bytes that are no text: damaged', async () => {
    await expect(events(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0xfd]))).rejects.toEqual(damaged('part.xml'));
  });

  it('a document type without entities is passed over', async () => {
    expect(await events('<!DOCTYPE a SYSTEM "nowhere.dtd"><a/>')).toBe('<a {}></a>');
  });

  it('one endless text is stopped', async () => {
    const chunk = 'x'.repeat(1 << 20);
    await expect(events('<a>', ...Array<string>(10).fill(chunk), '</a>')).rejects.toMatchObject({
      problem: 'tooLarge',
      detail: 'text=8388608 part.xml',
    });
  });

  it('elements within elements without end are stopped', async () => {
    const detail = 'depth=256 part.xml';
    await expect(events('<a>'.repeat(300))).rejects.toMatchObject({ problem: 'tooLarge', detail });
  });

  it('an attribute is found by its local name, a declared prefix is none', () => {
    expect(attribute({ 'd3p1:id': 'rId1' }, 'id')).toBe('rId1');
    expect(attribute({ 'xmlns:id': 'http://x' }, 'id')).toBeUndefined();
  });
});
