/** Writes the deviation notice of a stored run. It is a draft: sending it is for a person. */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileError } from '../../catalogue/error.ts';
import { ANNOTATED_FILE } from '../../catalogue/own-marks.ts';
import type { Language } from '../../catalogue/text.ts';
import { kindOf } from '../../engine/referenced-file.ts';
import { deviationNotice, noticeTemplates } from '../../reporters/letter/notice.ts';
import type { Template } from '../../reporters/letter/template.ts';
import type { Run } from '../../reporters/reporter.ts';
import type { Result } from '../../reporters/result.ts';
import { builtInLetters } from '../built-in.ts';
import { writeBeside } from '../rows/text-file.ts';
import type { RunPlace } from './tell-report.ts';

/** Where a workspace has templates of its own. */
export const LETTERS_FOLDER = 'rules/letters';

/**
 * @returns what was written, in words
 * @throws OperationalError for what is wrong with a template, or when the folder cannot be written
 */
export async function writeNotice(run: Run, language: Language, place: RunPlace): Promise<string> {
  const names = noticeTemplates(language);
  const annotated = await contentIn(place.folder, ANNOTATED_FILE);
  const notice = await deviationNotice(run, language, {
    letter: await templateNamed(names.letter, run.result, place),
    mail: await templateNamed(names.mail, run.result, place),
    reference: path.basename(place.folder),
    ...(annotated === undefined ? {} : { annotated }),
  });
  const folder = place.letters ?? place.folder;
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw fileError(error, folder);
  });
  for (const { name, content } of notice.files) await writeBeside(path.join(folder, name), [content]);
  return told(
    notice.files.map(({ name }) => path.join(path.relative(place.currentFolder, folder), name)),
    { leftOut: notice.leftOut, ...missing(run.result) },
    language,
  );
}

/** The one beside the agreement, else the workspace's, else the one that comes with the tool. */
async function templateNamed(
  name: string,
  { agreement }: Result,
  { workspace, currentFolder }: RunPlace,
): Promise<Template> {
  const own =
    workspace === undefined
      ? []
      : [
          ...(agreement === undefined ? [] : [path.join(workspace, path.dirname(agreement.file), name)]),
          path.join(workspace, LETTERS_FOLDER, name),
        ];
  for (const file of own) {
    if ((await kindOf(file)) === 'file') return readTemplate(file, path.relative(currentFolder, file));
  }
  return readTemplate(path.join(builtInLetters, name), `katalogvakt:letters/${name}`);
}

async function readTemplate(file: string, shown: string): Promise<Template> {
  try {
    // Editors on Windows like to begin a text with a mark.
    return { file: shown, text: (await readFile(file, 'utf8')).replace(/^\ufeff/, '') };
  } catch (error) {
    throw fileError(error, file);
  }
}

async function contentIn(folder: string, name: string): Promise<Uint8Array | undefined> {
  const file = path.join(folder, name);
  if ((await kindOf(file)) !== 'file') return undefined;
  return readFile(file);
}

interface Shortcomings {
  readonly leftOut: readonly string[];
  /** Keys of the agreement. */
  readonly unsaid: readonly string[];
}

/** What the agreement could say, and the letter then would. */
function missing({ agreement }: Result): Pick<Shortcomings, 'unsaid'> {
  if (agreement === undefined) return { unsaid: [] };
  const { buyer, contact, supplierContact } = agreement.correspondence ?? {};
  const keys: readonly (readonly [string, unknown])[] = [
    ['buyer', buyer],
    ['contact', contact],
    ['supplier.contact', supplierContact],
  ];
  return { unsaid: keys.filter(([, value]) => value === undefined).map(([key]) => key) };
}

const WORDS = {
  nb: {
    written: 'Avviksmeldingen er skrevet, og ikke sendt. Les den, og send den selv:',
    kinds: {
      '.docx': 'brevet, åpnes i Word',
      '.html': 'brevet, åpnes i nettleseren',
      '.md': 'brevet som tekst',
      '.eml': 'utkast til e-post med vedlegg',
    },
    leftOut: (files: string) => `For stort til å sendes med e-post, og derfor ikke lagt ved: ${files}.`,
    unsaid: (keys: string) => `Står ikke i agreement.yaml: ${keys}. Før det opp der, så kommer det med i brevet.`,
  },
  en: {
    written: 'The deviation notice is written, and not sent. Read it, and send it yourself:',
    kinds: {
      '.docx': 'the letter, opens in Word',
      '.html': 'the letter, opens in a browser',
      '.md': 'the letter as text',
      '.eml': 'a draft of the e-mail, with attachments',
    },
    leftOut: (files: string) => `Too large for an e-mail, and therefore not attached: ${files}.`,
    unsaid: (keys: string) => `Not in agreement.yaml: ${keys}. Write it there, and the letter says it too.`,
  },
} as const;

function told(files: readonly string[], { leftOut, unsaid }: Shortcomings, language: Language): string {
  const words = WORDS[language];
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const column = Math.max(...files.map((file) => file.length)) + 2;
  const lines = [
    words.written,
    ...files.map((file) => `  ${file.padEnd(column)}${kinds[path.extname(file)] ?? ''}`),
    ...(leftOut.length === 0 ? [] : [words.leftOut(leftOut.join(', '))]),
    ...(unsaid.length === 0 ? [] : [words.unsaid(unsaid.join(', '))]),
  ];
  return `${lines.join('\n')}\n`;
}
