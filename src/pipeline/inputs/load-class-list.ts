/** The list of UNSPSC codes that an agreement names: CSV or workbook with the codes, their titles and the version. */
import type { ClassList } from '../../engine/references.ts';
import type { Source } from '../../readers/reader.ts';
import type { OpenTable } from './open-table.ts';
import { readReferenceTable, type TableColumn } from './reference-table.ts';

const COLUMNS = {
  code: { headings: ['code', 'kode', 'unspsc', 'unspsc-kode', 'unspsc code', 'commodity'] },
  title: { headings: ['title', 'tittel', 'navn', 'name', 'beskrivelse', 'description'], optional: true },
  version: { headings: ['version', 'versjon'], optional: true },
} as const satisfies Readonly<Record<string, TableColumn>>;

const CODE = /^\d{8}$/;
/** A segment or a family. */
const OF_MANY = /^(\d\d(?:(?!00)\d\d)?)0+$/;

/** @throws OperationalError for what is no such list, with file, line and what is allowed */
export async function loadClassList(source: Source, open: OpenTable): Promise<ClassList> {
  let version: string | undefined;
  const titles: Record<string, string> = {};
  const codes = await readReferenceTable<keyof typeof COLUMNS, string>(
    source,
    open,
    COLUMNS,
    ({ code, title, version: said }) => {
      if (said !== '') version ??= said;
      const [, prefix] = OF_MANY.exec(code) ?? [];
      if (prefix !== undefined && title !== '') titles[prefix] = title;
      return CODE.test(code)
        ? code
        : {
            nb: `\`${code}\` er ingen UNSPSC-kode på åtte sifre.`,
            en: `\`${code}\` is not an eight-digit UNSPSC code.`,
          };
    },
  );
  return {
    codes,
    ...(version === undefined ? {} : { version }),
    ...(Object.keys(titles).length === 0 ? {} : { titles }),
  };
}
