import { describe, expect, it } from 'vitest';
import { parseElement } from '../../readers/xml-node.ts';
import { markedStyles } from './marked-styles.ts';

const STYLES =
  '<styleSheet xmlns="m"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts>' +
  '<fonts count="1"><font><sz val="8"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill/></fills>' +
  '<cellStyleXfs count="1"><xf fillId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fillId="0"/><xf numFmtId="164" fontId="0" fillId="1"><alignment wrapText="1"/></xf></cellXfs><dxfs/></styleSheet>';

function formats(xml: string): readonly string[] {
  const list = /<(?:x:)?cellXfs[^>]*>(.*)<\/(?:x:)?cellXfs>/.exec(xml)?.[1] ?? '';
  return list.match(/<(?:x:)?xf[^>]*?(?:\/>|>.*?<\/(?:x:)?xf>)/g) ?? [];
}

describe('the styles of a workbook', () => {
  it('are what they were where nothing is marked', () => {
    expect(markedStyles(STYLES, 'styles.xml').xml()).toBe(STYLES);
  });

  it('come once more with a colour, and keep number format and alignment', () => {
    const styles = markedStyles(STYLES, 'styles.xml');
    const red = styles.marked(1, 'error');
    expect(styles.marked(1, 'error')).toBe(red);
    expect(styles.marked(1, 'warning')).toBe(red + 1);
    const xml = styles.xml();
    expect(formats(xml)[red]).toBe(
      '<xf numFmtId="164" fontId="0" fillId="2" applyFill="1"><alignment wrapText="1"/></xf>',
    );
    expect(xml).toContain('<fills count="4">');
    expect(xml).toContain('<cellXfs count="4">');
    expect(xml.startsWith(STYLES.slice(0, STYLES.indexOf('<fills')))).toBe(true);
  });

  it('lose a colour of ours when the workbook comes back, and no other', () => {
    const first = markedStyles(STYLES, 'styles.xml');
    const red = first.marked(0, 'error');
    const again = markedStyles(first.xml(), 'styles.xml');
    expect(again.unmarked(red)).toBe(0);
    expect(again.unmarked(1)).toBeUndefined();
    expect(again.unmarked(undefined)).toBeUndefined();
  });

  for (const text of ['<styleSheet xmlns="m"/>', '<x:styleSheet xmlns:x="m"><x:cellXfs/></x:styleSheet>']) {
    it(`that lack what is marked get it: ${text}`, () => {
      const styles = markedStyles(text, 'styles.xml');
      expect(styles.marked(undefined, 'info')).toBe(1);
      styles.own('title');
      const xml = styles.xml();
      const root = parseElement(xml, 'styles');
      expect(root.children.map(({ name }) => name)).toEqual(['fonts', 'fills', 'cellXfs']);
      // The first two fills of a workbook are always none and grey.
      expect(root.children[1]?.children).toHaveLength(3);
    });
  }
});
