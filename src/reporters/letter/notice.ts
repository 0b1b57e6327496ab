/** The deviation notice: one text from one template, as Markdown, as a page, as a Word document, and with a draft of the e-mail. */
import { ANNOTATED_FILE } from '../../catalogue/own-marks.ts';
import type { Language } from '../../catalogue/text.ts';
import { findingsCsv } from '../findings-csv.ts';
import { forSupplier } from '../for-supplier.ts';
import { NOTICE } from '../index.ts';
import type { Run, Style } from '../reporter.ts';
import { type Block, blocksOf, plainText } from './blocks.ts';
import { letterDocx } from './docx.ts';
import { letterFacts } from './facts.ts';
import { letterHtml } from './html.ts';
import { type MailAttachment, mailDraft } from './mail.ts';
import { markdownValue, plainValue } from './markdown-value.ts';
import { renderTemplate, type Template } from './template.ts';

/** Names of the templates of a language. */
export function noticeTemplates(language: Language): Readonly<Record<'letter' | 'mail', string>> {
  return { letter: `${NOTICE}.${language}.md`, mail: `${NOTICE}-mail.${language}.txt` };
}

export interface NoticeParts {
  readonly letter: Template;
  readonly mail: Template;
  /** Name of the run. */
  readonly reference: string;
  /** The supplier's workbook with the findings marked, where the run has one. */
  readonly annotated?: Uint8Array;
}

export interface NoticeFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface Notice {
  readonly files: readonly NoticeFile[];
  /** What would have made the e-mail too large to be sent. */
  readonly leftOut: readonly string[];
}

/** Many mail servers take 25 MB, and what is attached grows by a third. */
const MOST_BYTES = 15_000_000;

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** @throws OperationalError for what is wrong with a template */
export async function deviationNotice(told: Run, language: Language, parts: NoticeParts): Promise<Notice> {
  const run = forSupplier(told);
  const { result } = run;
  const { attached, leftOut } = await attachmentsOf(run, language, parts.annotated);
  const facts = await letterFacts(run, language, {
    reference: parts.reference,
    attachments: attached.map(({ name }) => name),
  });
  const markdown = tidy(await renderTemplate(parts.letter, facts, markdownValue));
  const blocks = await blocksOf(markdown);
  const title = titleOf(blocks) ?? parts.reference;
  const { buyer, contact, supplierContact } = result.agreement?.correspondence ?? {};
  const docx = await letterDocx(blocks, {
    title,
    creator: buyer?.name ?? contact?.name ?? '',
    language,
    day: result.asOf,
  });
  const [subject = title, ...text] = tidy(await renderTemplate(parts.mail, facts, plainValue)).split('\n');
  const mail = await mailDraft({
    ...(contact === undefined ? {} : { from: contact }),
    ...(supplierContact === undefined ? {} : { to: supplierContact }),
    subject,
    text: text.join('\n').trimStart(),
    attachments: [{ name: `${NOTICE}.docx`, type: TYPES.docx, content: docx }, ...attached],
    day: result.asOf,
  });
  const files: readonly NoticeFile[] = [
    { name: `${NOTICE}.docx`, content: docx },
    { name: `${NOTICE}.html`, content: letterHtml(blocks, title, language) },
    { name: `${NOTICE}.md`, content: markdown },
    { name: `${NOTICE}.eml`, content: mail },
  ];
  return { files, leftOut };
}

interface Attachments {
  readonly attached: readonly MailAttachment[];
  readonly leftOut: readonly string[];
}

async function attachmentsOf(run: Run, language: Language, annotated: Uint8Array | undefined): Promise<Attachments> {
  const attached: MailAttachment[] = [];
  const leftOut: string[] = [];
  let room = MOST_BYTES;
  const attach = (name: string, type: string, content: Uint8Array | undefined): void => {
    if (content === undefined || content.length > room) {
      leftOut.push(name);
      return;
    }
    room -= content.length;
    attached.push({ name, type, content });
  };
  if (annotated !== undefined) attach(ANNOTATED_FILE, TYPES.xlsx, annotated);
  attach('findings.csv', TYPES.csv, await findingsTable(run, language, room));
  return { attached, leftOut };
}

/**
 * What was accepted is between the buyer's own people: the supplier is told what is to be put right.
 * @returns nothing where it is larger than the room
 */
async function findingsTable(run: Run, language: Language, room: number): Promise<Uint8Array | undefined> {
  const style: Style = { language, colour: false, width: 80 };
  const notWaived: Run = { ...run, findings: () => withoutWaived(run.findings()) };
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of findingsCsv.render(notWaived, style)) {
    const piece = Buffer.from(part);
    bytes += piece.length;
    if (bytes > room) return undefined;
    parts.push(piece);
  }
  return Buffer.concat(parts);
}

async function* withoutWaived(findings: ReturnType<Run['findings']>): ReturnType<Run['findings']> {
  for await (const finding of findings) if (finding.waiver === undefined) yield finding;
}

function titleOf(blocks: readonly Block[]): string | undefined {
  for (const block of blocks) if (block.kind === 'heading') return plainText(block.inlines);
  return undefined;
}

/** What a template's conditions leave behind: lines of spaces, and empty lines in a row. */
function tidy(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').replace(/[ \t]+$/gm, '');
  return `${lines.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
