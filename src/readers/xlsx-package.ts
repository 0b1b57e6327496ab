/** Finding one's way in a workbook: from the package to its workbook part, from there to sheets, strings and styles. */
import { UnusableFile } from '../catalogue/catalogue.ts';
import { damaged } from '../catalogue/damage.ts';
import { allowed, beyond, type Limits } from '../catalogue/limits.ts';
import { attribute, parseXml, type XmlAttributes } from './xml.ts';
import type { ZipArchive } from './zip.ts';

export interface Sheet {
  readonly name: string;
  /** Hidden sheets hold what a person does not see: old lists, lookup tables. */
  readonly visible: boolean;
  /** Name of its part in the archive. */
  readonly part: string;
}

export interface Workbook {
  /** The workbook part, from which the others are found. */
  readonly part: string;
  readonly sheets: readonly Sheet[];
  /** Days count from 1904, not 1900. */
  readonly date1904: boolean;
  readonly stringsPart?: string;
  readonly stylesPart?: string;
}

/** For all parts but sheets and strings. */
export const MAX_SMALL_PART_BYTES = 64 * 1024 * 1024;

/** Documents of other programs of the same house. */
const OTHER_OFFICE = [
  ['word/', 'docx'],
  ['ppt/', 'pptx'],
] as const;

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

/**
 * Reads the workbook part and what it points to.
 * @throws UnusableFile `notACatalogue` when the archive is something else, `legacyWorkbook` when it is a workbook of a
 *   kind that is not read (detail `ods` or `xlsb`), `damaged` when parts are missing or not well-formed
 */
export async function readWorkbook(zip: ZipArchive, limits?: Limits): Promise<Workbook> {
  if (zip.has('mimetype')) await refuseOpenDocument(zip);
  if (!zip.has('[Content_Types].xml') && !zip.names.some((name) => /^xl\//i.test(name))) {
    throw new UnusableFile('notACatalogue', { detail: zip.has('Index/Document.iwa') ? 'numbers' : 'zip' });
  }
  for (const [folder, detail] of OTHER_OFFICE) {
    if (zip.names.some((name) => name.startsWith(folder))) throw new UnusableFile('notACatalogue', { detail });
  }
  const part = (await readRelations(zip, '')).find(({ type }) => type === 'officeDocument')?.part;
  if (part === undefined) throw damaged('partMissing', 'officeDocument');
  if (/\.bin$/i.test(part)) throw new UnusableFile('legacyWorkbook', { detail: 'xlsb' });

  const relations = await readRelations(zip, part);
  const { sheets, date1904 } = await readSheets(
    zip,
    part,
    new Map(relations.map((relation) => [relation.id, relation])),
    limits,
  );
  const partOf = (type: string): string | undefined =>
    relations.find((relation) => relation.type === type && zip.has(relation.part))?.part;
  const stringsPart = partOf('sharedStrings');
  const stylesPart = partOf('styles');
  return {
    part,
    sheets,
    date1904,
    ...(stringsPart === undefined ? {} : { stringsPart }),
    ...(stylesPart === undefined ? {} : { stylesPart }),
  };
}

async function refuseOpenDocument(zip: ZipArchive): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.read('mimetype', 1024)) chunks.push(chunk);
  const type = Buffer.concat(chunks).toString('latin1');
  if (type.startsWith(ODS)) throw new UnusableFile('legacyWorkbook', { detail: 'ods' });
  throw new UnusableFile('notACatalogue', { detail: type });
}

export interface Relation {
  readonly id: string;
  /** Last word of the type's address: the strict and the usual form differ in what stands before it. */
  readonly type: string;
  readonly part: string;
}

/** The part that holds the relations of another one; of the package where the other is empty. */
export function relationsPart(source: string): string {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  return `${folder}_rels/${source.slice(folder.length)}.rels`;
}

/** @param source the part whose relations are wanted; empty for the package */
export async function readRelations(zip: ZipArchive, source: string): Promise<readonly Relation[]> {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  const part = relationsPart(source);
  const relations: Relation[] = [];
  await parseXml(
    zip.read(part, MAX_SMALL_PART_BYTES),
    {
      open(name, { Id: id, Type: type = '', Target: target, TargetMode: mode }) {
        if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External') return;
        relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part: resolve(folder, target) });
      },
      close: () => {},
      text: () => {},
    },
    part,
  );
  return relations;
}

/** A target is a path within the archive: from its root with a leading `/`, else from the folder of the source. */
function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return decoded(steps.join('/'));
}

function decoded(path: string): string {
  return path.replace(/%([0-7][0-9A-Fa-f])/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

async function readSheets(
  zip: ZipArchive,
  part: string,
  relations: ReadonlyMap<string, Relation>,
  limits: Limits | undefined,
): Promise<Pick<Workbook, 'sheets' | 'date1904'>> {
  const sheets: Sheet[] = [];
  const most = allowed(limits, 'sheets');
  let date1904 = false;
  let depth = 0;
  let inSheets = false;
  const add = (attributes: XmlAttributes): void => {
    const relation = relations.get(attribute(attributes, 'id') ?? '');
    if (relation === undefined) throw damaged('sheetWithoutPart', part);
    // Charts and dialogs are sheets too, but have no cells.
    if (relation.type !== 'worksheet') return;
    const state = attributes.state ?? 'visible';
    sheets.push({ name: attributes.name ?? '', visible: state === 'visible', part: relation.part });
    if (sheets.length > most) throw beyond('sheets', most);
  };
  await parseXml(
    zip.read(part, MAX_SMALL_PART_BYTES),
    {
      open(name, attributes) {
        if (depth === 0 && name !== 'workbook') throw new UnusableFile('notACatalogue', { detail: name });
        depth += 1;
        if (name === 'workbookPr') date1904 = isOn(attributes.date1904);
        else if (name === 'sheets') inSheets = true;
        else if (name === 'sheet' && inSheets) add(attributes);
      },
      close(name) {
        depth -= 1;
        if (name === 'sheets') inSheets = false;
      },
      text: () => {},
    },
    part,
  );
  return { sheets, date1904 };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
