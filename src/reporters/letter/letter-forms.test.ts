/** The forms of one letter: the same words in each, nothing alive in any, and the same bytes every time. */
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks.ts';
import { letterDocx } from './docx.ts';
import { letterHtml } from './html.ts';
import { mailDraft } from './mail.ts';

const LETTER = `# Avvik i katalogen

Frist **27.11.2026**, *takk* & hilsen &nbsp;<b>ikke fet</b> \\<script\\>. [Nett](https://example.com/a?b=1&c=2) [ond](javascript:alert(1))

| | |
| --- | --- |
| Til | Leverandøren |

| Avvik | Antall |
| --- | ---: |
| Høyere pris | 12 |

1. Rett
2. Send
   - innen fristen

Kari Nordmann\\
Avtaleforvalter

<script>alert(1)</script>

> sitert

---
`;

const FACTS = { title: 'Avvik', creator: 'Tveitvik kommune', language: 'nb', day: '2026-11-15' } as const;
const docxOf = async (markdown: string) => letterDocx(await blocksOf(markdown), FACTS);
const part = (docx: Uint8Array, name: string): string => strFromU8(unzipSync(docx)[name] ?? new Uint8Array());

describe('the page', () => {
  it('has headings, lists, tables and links, and no markup of the text', async () => {
    const page = letterHtml(await blocksOf(LETTER), 'Avvik <b>', 'nb');
    for (const expected of [
      '<html lang="nb">',
      '<title>Avvik &lt;b&gt;</title>',
      '<h1>Avvik i katalogen</h1>',
      '<strong>27.11.2026</strong>',
      '<em>takk</em> &amp; hilsen',
      '&lt;b&gt;ikke fet&lt;/b&gt;',
      '&lt;script&gt;',
      '<a href="https://example.com/a?b=1&amp;c=2">Nett</a>',
      '<th scope="col" class="right">Antall</th>',
      '<td class="right">12</td>',
      '<ol>',
      '<ul>',
      'Kari Nordmann<br>Avtaleforvalter',
      '&lt;script&gt;alert(1)&lt;/script&gt;',
      '<blockquote>',
      '<hr>',
    ])
      expect(page).toContain(expected);
    expect(page).not.toContain('<script');
    expect(page).not.toContain('javascript:');
  });

  it('lets in its own style only', async () => {
    const page = letterHtml(await blocksOf(LETTER), 'Avvik', 'nb');
    const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
  });
});

describe('the Word document', () => {
  it('is the same to the byte, in any time zone', async () => {
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'Pacific/Auckland';
      const one = await docxOf(LETTER);
      process.env['TZ'] = 'America/Los_Angeles';
      expect(Buffer.compare(one, await docxOf(LETTER))).toBe(0);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('says it was made on the day of the check', async () => {
    const core = part(await docxOf(LETTER), 'docProps/core.xml');
    expect(core.match(/2026-11-15T00:00:00Z/g)).toHaveLength(2);
    expect(core).not.toMatch(/T(?!00:00:00Z)\d\d:/);
  });

  it('holds the text as text, also what XML cannot hold', async () => {
    const document = part(await docxOf(`${LETTER}\nEt \u0001 og \uffff til \u{1f600}\n`), 'word/document.xml');
    expect(document).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(document).toContain('Nett (https://example.com/a?b=1&amp;c=2)');
    expect(document).toContain('Et \ufffd og \ufffd til \u{1f600}');
    expect(document).not.toContain('javascript:');
    expect(document).not.toContain('<w:hyperlink');
  });

  it('counts each list from one', async () => {
    const document = part(await docxOf('1. a\n\nb\n\n1. c\n'), 'word/document.xml');
    const numbers = [...document.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(numbers).size).toBe(2);
  });
});

describe('the draft of an e-mail', () => {
  const MAIL = {
    from: { name: 'Kåre Ås', email: 'kare.as@kommune.example' },
    to: { name: 'Ola <b>, "Ond"\r\nBcc: x@example.com', email: 'ola@leverandor.example' },
    subject: 'Avviksmelding: 2024/118 – kjøkken\r\nBcc: y@example.com',
    text: 'Hei\n\n.\nFrom oss\nÆØÅ\n',
    attachments: [{ name: 'findings.csv', type: 'text/csv; charset=utf-8', content: Buffer.from('\ufeffrule;æ\r\n') }],
    day: '2026-11-15',
  } as const;

  it('is the same to the byte, and another for another content', async () => {
    const one = await mailDraft(MAIL);
    expect(Buffer.compare(one, await mailDraft(MAIL))).toBe(0);
    expect(Buffer.compare(one, await mailDraft({ ...MAIL, text: 'Annet' }))).not.toBe(0);
  });

  it('opens as a draft, from and to whom the agreement says, with its attachments', async () => {
    const text = Buffer.from(await mailDraft(MAIL)).toString('latin1');
    const [head = ''] = text.split('\r\n\r\n');
    expect(head).toContain('X-Unsent: 1');
    expect(head).toContain('Date: Sun, 15 Nov 2026 12:00:00 +0000');
    expect(head).toContain('kare.as@kommune.example');
    expect(head).toContain('ola@leverandor.example');
    expect(text).toContain('Content-Disposition: attachment; filename=findings.csv');
    expect(text).toContain(Buffer.from('\ufeffrule;æ\r\n').toString('base64'));
  });

  it('takes no header from a name or a subject', async () => {
    const [head = ''] = Buffer.from(await mailDraft(MAIL))
      .toString('latin1')
      .split('\r\n\r\n');
    expect(head).not.toMatch(/^Bcc:/im);
  });

  it('needs neither sender nor receiver', async () => {
    const { from: _from, to: _to, ...rest } = MAIL;
    const [head = ''] = Buffer.from(await mailDraft(rest))
      .toString('latin1')
      .split('\r\n\r\n');
    expect(head).not.toMatch(/^(?:From|To):/m);
  });
});
