/** Telling by the first bytes what a file is that no reader takes. */
import type { FileKind } from '../catalogue/file-kinds.ts';

const KINDS: readonly (readonly [FileKind, RegExp])[] = [
  ['image', /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM[\s\S]{4}\0\0\0\0|II\*\0|MM\0\*|RIFF[\s\S]{4}WEBP)/],
  ['rtf', /^\{\\rtf/],
  // Its first record is the file's own: a V, the date, and who made it.
  ['datanorm', /^V[ ;](?:\d{6}|050;)/],
  ['spreadsheetML', /<\?mso-application\s+progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/],
  ['html', /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|meta|style)[\s>]/i],
];

/** @returns `undefined` for what may be text with a table in it */
export function otherKind(head: Uint8Array): FileKind | undefined {
  const text = Buffer.from(head)
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe(?=[\s\S]\0)|\xfe\xff(?=\0))/, '');
  const narrow = /^[\s\S]\0[\s\S]\0/.test(text) ? text.replaceAll('\0', '') : text;
  return KINDS.find(([, pattern]) => pattern.test(narrow.trimStart()))?.[0];
}
