/**
 * A workbook with much that a catalogue's maker may have put in beside the cells: merged titles, a table, conditional
 * formats, a list to choose from, formulas, comments, a picture, hidden columns and sheets.
 */
import { relation, relations, workbook } from './workbook.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface RichOptions {
  /** Price of the first article, which has been agreed at 49.90. */
  readonly price?: string;
  /** Whether the sheet has comments already. */
  readonly comments?: boolean;
  /** What stands before the names of elements: `x:`. */
  readonly prefix?: string;
}

/** The parts of the archive, in the order they are written. */
export function richParts({ price = '59.9', comments = true, prefix = '' }: RichOptions = {}): Record<string, string> {
  return {
    '[Content_Types].xml':
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
      (comments ? `<Default Extension="vml" ContentType="${TYPES}.vmlDrawing"/>` : '') +
      type('xl/workbook.xml', 'spreadsheetml.sheet.main') +
      type('xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet') +
      type('xl/worksheets/sheet2.xml', 'spreadsheetml.worksheet') +
      type('xl/worksheets/sheet3.xml', 'spreadsheetml.worksheet') +
      type('xl/styles.xml', 'spreadsheetml.styles') +
      type('xl/sharedStrings.xml', 'spreadsheetml.sharedStrings') +
      type('xl/tables/table1.xml', 'spreadsheetml.table') +
      type('xl/drawings/drawing1.xml', 'drawing') +
      (comments ? type('xl/comments1.xml', 'spreadsheetml.comments') : '') +
      '</Types>',
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="1"/></bookViews><sheets>` +
      '<sheet name="Forside" sheetId="1" r:id="rId1"/><sheet name="Priser &amp; varer" sheetId="7" r:id="rId2"/>' +
      '<sheet name="Skjult" sheetId="3" state="hidden" r:id="rId3"/></sheets>' +
      `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">'Priser &amp; varer'!$A$1:$H$6</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('rId2', 'worksheet', 'worksheets/sheet2.xml'),
      relation('rId3', 'worksheet', 'worksheets/sheet3.xml'),
      relation('rId4', 'styles', 'styles.xml'),
      relation('rId5', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': catalogueSheet(price, comments, prefix),
    'xl/worksheets/_rels/sheet2.xml.rels': relations(
      relation('rId1', 'table', '../tables/table1.xml'),
      relation('rId2', 'drawing', '../drawings/drawing1.xml'),
      ...(comments
        ? [
            relation('rId3', 'comments', '../comments1.xml'),
            relation('rId4', 'vmlDrawing', '../drawings/vmlDrawing1.vml'),
          ]
        : []),
    ),
    'xl/worksheets/sheet3.xml': `${XML}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>gamle priser</t></is></c></row></sheetData></worksheet>`,
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}">${[
      'Velkommen',
      'Prisliste 2026',
      'Varenr',
      'Varenavn',
      'Enhet',
      'Pris',
      'GTIN',
      'Merknad',
      'Kopipapir A4',
      'stk',
      'Konvolutt C5',
      'Kulepenn blå',
    ]
      .map((text) => `<si><t>${text}</t></si>`)
      .join('')}</sst>`,
    'xl/styles.xml':
      `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;kr&quot;"/></numFmts>` +
      '<fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts>' +
      '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
      '<fill><patternFill patternType="solid"><fgColor rgb="FFDDEEDD"/><bgColor indexed="64"/></patternFill></fill></fills>' +
      '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
      '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1"><alignment horizontal="center"/></xf>' +
      '<xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/>' +
      '<xf numFmtId="164" fontId="0" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1"/></cellXfs>' +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs></styleSheet>',
    'xl/tables/table1.xml':
      `${XML}<table xmlns="${MAIN}" id="1" name="Varer" displayName="Varer" ref="A3:F6" totalsRowShown="0"><autoFilter ref="A3:F6"/>` +
      `<tableColumns count="6">${['Varenr', 'Varenavn', 'Enhet', 'Pris', 'GTIN', 'Merknad'].map((name, at) => `<tableColumn id="${at + 1}" name="${name}"/>`).join('')}</tableColumns></table>`,
    'xl/drawings/drawing1.xml': `${XML}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>`,
    ...(comments ? { 'xl/comments1.xml': COMMENTS, 'xl/drawings/vmlDrawing1.vml': DRAWING } : {}),
  };
}

export function richWorkbook(options: RichOptions = {}): Uint8Array {
  return workbook(richParts(options));
}

function type(part: string, name: string): string {
  return `<Override PartName="/${part}" ContentType="${TYPES}.${name}+xml"/>`;
}

function catalogueSheet(price: string, comments: boolean, prefix: string): string {
  const xml =
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:F6"/>' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    '<cols><col min="1" max="1" width="12" customWidth="1"/><col min="4" max="4" width="14" style="3" customWidth="1"/><col min="7" max="16384" width="9" hidden="1" customWidth="1"/></cols>' +
    '<sheetData>' +
    '<row r="1" spans="1:6" ht="30" customHeight="1"><c r="A1" s="1" t="s"><v>1</v></c><c r="B1" s="1"/></row>' +
    `<row r="3" spans="1:6">${['A', 'B', 'C', 'D', 'E', 'F'].map((letter, at) => `<c r="${letter}3" s="1" t="s"><v>${at + 2}</v></c>`).join('')}</row>` +
    `<!-- <row r="99"/> --><row r="4" spans="1:6"><c r="A4" t="inlineStr"><is><t>100</t></is></c><c r="B4" t="s"><v>8</v></c><c r="C4" t="s"><v>9</v></c><c r="D4" s="2"><v>${price}</v></c><c r="F4"><f>D4*1.25</f><v>74.875</v></c></row>` +
    '<row r="5" spans="1:6"><c r="A5" t="inlineStr"><is><t>200</t></is></c><c r="B5" t="s"><v>10</v></c><c r="C5" t="s"><v>9</v></c><c r="D5" s="2"><v>12.5</v></c></row>' +
    '<row r="6"><c r="A6" t="inlineStr"><is><t>300</t></is></c><c r="B6" t="s"><v>11</v></c><c r="C6" t="s"><v>9</v></c></row>' +
    '</sheetData><autoFilter ref="A3:F6"/><mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>' +
    '<conditionalFormatting sqref="D4:D6"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>1000</formula></cfRule></conditionalFormatting>' +
    '<dataValidations count="1"><dataValidation type="list" sqref="C4:C6"><formula1>"stk,pk"</formula1></dataValidation></dataValidations>' +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId2"/>' +
    `${comments ? '<legacyDrawing r:id="rId4"/>' : ''}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`;
  const named = prefix === '' ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
  const declared = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  return `${XML}<${prefix}worksheet ${declared}="${MAIN}" xmlns:r="${OFFICE}">${named}</${prefix}worksheet>`;
}

const COMMENTS =
  `${XML}<comments xmlns="${MAIN}"><authors><author>Kari</author></authors><commentList>` +
  '<comment ref="D4" authorId="0"><text><r><rPr><b/></rPr><t xml:space="preserve">Kari: </t></r><r><t>ny pris</t></r></text></comment>' +
  '<comment ref="B5" authorId="0"><text><t>sjekket</t></text></comment></commentList></comments>';

/** As spreadsheet programs write it, down to the line break that XML does not know. */
const DRAWING =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
  [
    [1025, 3, 3],
    [1026, 4, 1],
  ]
    .map(
      ([id, row, column]) =>
        `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>` +
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
        `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>4, 15, 2, 10, 6, 15, 6, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    )
    .join('') +
  '</xml>';
