/** The parts of a workbook besides its sheet and texts. */
import type { CellStyle } from './xlsx-styles.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const WORKSHEET = `<worksheet xmlns="${MAIN}">`;
export const STRINGS = `<sst xmlns="${MAIN}"`;

/** By name; both texts are ready to stand in XML. @param day `YYYY-MM-DD` */
export function smallParts(sheet: string, day: string, styles: string): readonly (readonly [string, string])[] {
  const made = `${day}T00:00:00Z`;
  const part = (name: string, type: string): string =>
    `<Override PartName="/${name}" ContentType="${TYPES}.${type}+xml"/>`;
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>${part('xl/workbook.xml', 'sheet.main')}` +
        `${part('xl/worksheets/sheet1.xml', 'worksheet')}${part('xl/styles.xml', 'styles')}${part('xl/sharedStrings.xml', 'sharedStrings')}` +
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}` +
        `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ],
    [
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
        '<dc:creator>katalogvakt</dc:creator><cp:lastModifiedBy>katalogvakt</cp:lastModifiedBy>' +
        `<dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created>` +
        `<dcterms:modified xsi:type="dcterms:W3CDTF">${made}</dcterms:modified></cp:coreProperties>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}` +
        `${relation(2, 'styles', 'styles.xml')}${relation(3, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ],
    ['xl/styles.xml', styles],
  ];
}

const FIRST_OWN_FORMAT = 164;

/** @param styles in the order cells name them; format codes are ready to stand in XML */
export function stylesPart(styles: readonly CellStyle[]): string {
  const formats = [...new Set(styles.flatMap(({ format }) => format ?? []))];
  const numbers = new Map(formats.map((format, index) => [format, FIRST_OWN_FORMAT + index]));
  const own = formats.map((format) => `<numFmt numFmtId="${numbers.get(format)}" formatCode="${format}"/>`);
  const cells = styles.map(({ format, bold }) => {
    const number = format === undefined ? 0 : numbers.get(format);
    return `<xf numFmtId="${number}" fontId="${bold ? 1 : 0}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
  });
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
  return (
    `<styleSheet xmlns="${MAIN}">${own.length === 0 ? '' : `<numFmts count="${own.length}">${own.join('')}</numFmts>`}` +
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
