/** What is told of an XML file that is at fault, whichever format it has. */
import { type FileRemark, UnusableFile } from '../catalogue/catalogue.ts';
import type { XmlTextParser } from './xml.ts';
import type { XmlEncoding } from './xml-encoding.ts';

export function encodingRemarks({ name, wronglyDeclared }: XmlEncoding): readonly FileRemark[] {
  return wronglyDeclared === undefined
    ? []
    : [{ kind: 'wrongEncoding', declared: wronglyDeclared, actual: name.toUpperCase() }];
}

/** A fault shows in the line that is being read. */
export function withRow(error: unknown, parser: XmlTextParser): unknown {
  if (!(error instanceof UnusableFile) || error.row !== undefined) return error;
  if (error.problem !== 'damaged' && error.problem !== 'cutOff' && error.problem !== 'tooLarge') return error;
  const { problem, detail } = error;
  return new UnusableFile(problem, { row: parser.line(), ...(detail === undefined ? {} : { detail }), cause: error });
}
