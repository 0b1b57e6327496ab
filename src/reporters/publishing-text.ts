/** What `publish` says as it goes: a line for the version, and one for each receiver. */
import type { Language } from '../catalogue/text.ts';
import type { Fate } from '../targets/fate.ts';
import type { Manifest } from '../versions/manifest.ts';
import { formatCount } from './format-number.ts';
import { formatDate } from './format-value.ts';
import { oneLine } from './one-line.ts';

/** Longer ones are cut. */
const LENGTH = 300;

const WORDS = {
  nb: {
    version: (number: string, agreement: string, lines: string, by: string, day: string) =>
      `Versjon ${number} av ${agreement}, ${lines} linjer, godkjent ${day} av ${by}`,
    sent: (bytes: string) => `sendt (${bytes} byte)`,
    found: 'var der allerede; ingenting sendt',
    before: (day: string) => `sendt før, ${day}; ingenting sendt`,
    would: (bytes: string) => `ville blitt sendt (${bytes} byte)`,
    failed: 'IKKE SENDT',
    unreceipted: (to: string, why: string) =>
      `UTEN KVITTERING. Filen er framme (${to}), men kvitteringen ble ikke skrevet: ${why} Kjør så publish igjen, så blir den skrevet.`,
    attempts: (count: number) => `, ${count} forsøk`,
  },
  en: {
    version: (number: string, agreement: string, lines: string, by: string, day: string) =>
      `Version ${number} of ${agreement}, ${lines} lines, approved on ${day} by ${by}`,
    sent: (bytes: string) => `sent (${bytes} bytes)`,
    found: 'was there already; nothing sent',
    before: (day: string) => `sent before, on ${day}; nothing sent`,
    would: (bytes: string) => `would be sent (${bytes} bytes)`,
    failed: 'NOT SENT',
    unreceipted: (to: string, why: string) =>
      `WITHOUT A RECEIPT. The file is there (${to}), but its receipt was not written: ${why} Then run publish again, and it will be.`,
    attempts: (count: number) => `, ${count} attempts`,
  },
} as const satisfies Record<Language, object>;

export function beginningText({ number, agreement, catalogue, approvedBy }: Manifest, language: Language): string {
  const last = approvedBy.at(-1);
  const by = approvedBy.map((one) => one.by).join(', ');
  const day = last === undefined ? '' : formatDate(last.at.slice(0, 10), language);
  const lines = formatCount(catalogue.lines, language);
  return `${oneLine(WORDS[language].version(number, agreement.number, lines, by, day), LENGTH)}\n`;
}

export function fateText(fate: Fate, language: Language): string {
  const words = WORDS[language];
  const bytes = (count: number): string => formatCount(count, language);
  switch (fate.kind) {
    case 'done': {
      const { how, to, attempts } = fate.receipt;
      const done = how === 'found' ? words.found : words.sent(bytes(fate.receipt.bytes));
      return line(fate.target, `${done}${attempts > 1 ? words.attempts(attempts) : ''}: ${to}`);
    }
    case 'before': {
      const { at, to } = fate.receipt;
      return line(fate.target, `${words.before(formatDate(at.slice(0, 10), language))}: ${to}`);
    }
    case 'would':
      return line(fate.target, `${words.would(bytes(fate.bytes))}: ${fate.to}`);
    case 'failed':
      // Whole: it says what to do.
      return `${fate.target}: ${words.failed}. ${fate.error.in(language)}\n`;
    case 'unreceipted':
      return `${fate.target}: ${words.unreceipted(fate.to, fate.error.in(language))}\n`;
  }
}

function line(target: string, text: string): string {
  return `${target}: ${oneLine(text, LENGTH)}\n`;
}
