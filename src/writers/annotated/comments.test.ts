import { describe, expect, it } from 'vitest';
import { commentParts } from './comments.ts';

const MAIN = 'urn:main';

describe('comments on cells', () => {
  it('are written with a box each, in the blocks of numbers the drawing tells', () => {
    const added = Array.from({ length: 1500 }, (_, at) => ({ column: 1, row: at + 2, text: `nr ${at}` }));
    const { comments, drawing } = commentParts({}, added, MAIN);
    expect(comments.match(/<comment /g)).toHaveLength(1500);
    expect(comments).toContain(
      '<comment ref="B2" authorId="0"><text><r><t xml:space="preserve">katalogvakt:\nnr 0</t></r></text>',
    );
    expect(drawing).toContain('data="1,2"');
    expect(drawing).toContain('id="_x0000_s2048"');
  });

  it('cannot break out of the parts they stand in', () => {
    const { comments } = commentParts({}, [{ column: 0, row: 1, text: '</t><x a="\u0001">&' }], MAIN);
    expect(comments).toContain('&lt;/t&gt;&lt;x a=&quot;_x0001_&quot;&gt;&amp;');
  });

  it('that are conversations are left to their own program', () => {
    const existing =
      '<comments xmlns="urn:main"><authors><author>tc={1}</author></authors><commentList>' +
      '<comment ref="A1" authorId="0"><text><t>[Threaded comment]</t></text></comment></commentList></comments>';
    const { comments, conversations } = commentParts(
      { comments: existing, drawing: '<xml></xml>' },
      [{ column: 0, row: 1, text: 'x' }],
      MAIN,
    );
    expect(conversations).toBe(1);
    expect(comments).toContain(
      '<comment ref="A1" authorId="0"><text><t>[Threaded comment]</t></text></comment></commentList>',
    );
  });

  it('of an earlier run are gone, box and all', () => {
    const first = commentParts({}, [{ column: 2, row: 5, text: 'galt' }], MAIN);
    const again = commentParts(first, [], MAIN);
    expect(again.comments).not.toContain('<comment ');
    expect(again.drawing).not.toContain('<v:shape ');
  });

  it('find their place behind those of others whose author is theirs too', () => {
    const first = commentParts({}, [{ column: 2, row: 5, text: 'galt' }], MAIN);
    const again = commentParts(first, [{ column: 2, row: 6, text: 'også galt' }], MAIN);
    expect(again.comments.match(/<author>katalogvakt<\/author>/g)).toHaveLength(1);
    expect(again.comments).toContain('ref="C6" authorId="0"');
  });
});
