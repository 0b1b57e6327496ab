/** The door to nodemailer: a letter as an e-mail that opens as a draft. Nothing here can send anything. */
import { createHash } from 'node:crypto';
import type { Contact } from '../../agreement/agreement.ts';

export interface MailAttachment {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

export interface Mail {
  readonly from?: Contact;
  readonly to?: Contact;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  readonly attachments: readonly MailAttachment[];
  /** `YYYY-MM-DD`: the day it says it was written. */
  readonly day: string;
}

/** @returns a message of RFC 5322, the same bytes for the same mail */
export async function mailDraft({ from, to, subject, text, attachments, day }: Mail): Promise<Uint8Array> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const hash = createHash('sha256').update(JSON.stringify([from, to, subject, text, day]));
  for (const { name, content } of attachments) hash.update(name).update(content);
  const id = hash.digest('hex').slice(0, 32);
  const composer = new MailComposer({
    ...address('from', from),
    ...address('to', to),
    subject,
    text,
    // Outlook opens a message with this as one that is being written.
    headers: { 'X-Unsent': '1' },
    date: new Date(`${day}T12:00:00Z`),
    messageId: `<${id}@katalogvakt.invalid>`,
    baseBoundary: id,
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: attachments.map(({ name, type, content }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(content),
    })),
  });
  return composer.compile().build();
}

function address(name: 'from' | 'to', contact: Contact | undefined) {
  const { email } = contact ?? {};
  return contact === undefined || email === undefined ? {} : { [name]: { name: contact.name, address: email } };
}
