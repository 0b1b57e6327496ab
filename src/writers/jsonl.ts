/** Records of JSON lines: with some values put right, and made anew. */
import { jsonMembers } from '../readers/json-object.ts';
import { OTHERS } from '../readers/jsonl.ts';
import type { GivenColumn, JsonLinesDocument } from '../readers/reader.ts';
import { encodeText } from '../readers/text-encoding.ts';
import type { RecordWriter } from './record-writer.ts';

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

export function jsonLineRecords({ encoding }: JsonLinesDocument, columns: readonly GivenColumn[]): RecordWriter {
  // JSON can say every letter in ASCII.
  const bytes = (text: string): Uint8Array =>
    encodeText(text, encoding) ?? Buffer.from(text.replace(/[^\0-\x7f]/g, asEscape), 'latin1');
  return {
    corrected(record, cells) {
      let text = record.text ?? '';
      for (const [index, cell] of cells) text = withMember(text, columns[index]?.heading ?? '', cell.text);
      return bytes(`${text}\n`);
    },
    written(cells) {
      const members = columns.flatMap(({ heading }, at): readonly (readonly [string, string])[] => {
        const cell = cells[at] ?? '';
        if (cell === '') return [];
        return heading === OTHERS ? otherMembers(cell) : [[heading, cell]];
      });
      return bytes(`${JSON.stringify(Object.fromEntries(members))}\n`);
    },
  };
}

/** A number stays a number. */
function withMember(text: string, key: string, value: string): string {
  const members = jsonMembers(text) ?? [];
  const member = members.findLast((one) => one.key === key);
  if (member === undefined) {
    const close = text.lastIndexOf('}');
    return `${text.slice(0, close)}${members.length === 0 ? '' : ', '}${JSON.stringify(key)}: ${JSON.stringify(value)}${text.slice(close)}`;
  }
  const written = NUMBER.test(member.raw) && NUMBER.test(value) ? value : JSON.stringify(value);
  return text.slice(0, member.start) + written + text.slice(member.end);
}

function asEscape(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** `key=value; key=value`, as the reader joins what it has no column for. */
function otherMembers(cell: string): readonly (readonly [string, string])[] {
  return cell.split('; ').map((part) => {
    const at = part.indexOf('=');
    return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
  });
}
