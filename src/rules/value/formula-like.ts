import { FIELD_NAMES, type Field, fieldKind, isField } from '../../catalogue/field.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

/** Fields that can hold any text; what stands in others is understood, or unreadable. */
const TEXTS: readonly Field[] = FIELD_NAMES.filter((field) => fieldKind(field) === 'text');

export default lineRule({
  id: 'value/formula-like',
  title: { nb: 'Ingen celle kan kjøres som en formel', en: 'No cell can be run as a formula' },
  fault: { nb: 'Tekst som et regneark kjører som formel', en: 'Text that a spreadsheet would run as a formula' },
  because: {
    nb: 'Den som åpner katalogen i et regneark, kjører formelen uten å vite det; den kan starte programmer og sende data ut. Den godkjente filen skriver vi ikke om, så linjen må stanses.',
    en: 'Whoever opens the catalogue in a spreadsheet runs the formula without knowing; it can start programs and send data out. The approved file is not rewritten, so the line has to be stopped.',
  },
  advice: {
    nb: 'Skriv teksten uten tegnet den begynner med. Er det et regnestykke, så lim inn svaret i stedet.',
    en: 'Write the text without the sign it begins with. If it is a calculation, paste its result instead.',
  },
  source: 'OWASP: CSV Injection',
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: [],
  passes: [
    { why: 'ordinary text', line: { name: 'Kulepenn = blå + rød', itemNumber: 'A-1' } },
    { why: 'a number with a sign runs nothing', line: { itemNumber: '-1', manufacturerItemNumber: '+47' } },
    { why: 'a name after a dash', line: { name: '- Refill (5 stk)' } },
    { why: 'a name with an at sign', line: { name: '@Home lampe' } },
    {
      why: 'a calculation nobody has worked out is told by value/unreadable',
      line: { unreadable: { price: '=F2*1.25' } },
    },
  ],
  fails: [
    {
      why: 'it starts a program',
      line: { name: "=cmd|' /C calc'!A0" },
      finds: [{ field: 'name', actual: "=cmd|' /C calc'!A0", message: 'text' }],
    },
    {
      why: 'a function in the old way of writing',
      line: { description: '@SUM(1)' },
      finds: [{ field: 'description', actual: '@SUM(1)', message: 'text' }],
    },
    {
      why: 'it begins with a sign, and ends in a program',
      line: { brand: "-2+3+cmd|' /C calc'!A0" },
      finds: [{ field: 'brand', actual: "-2+3+cmd|' /C calc'!A0", message: 'text' }],
    },
    {
      why: 'hidden behind a tab',
      line: { name: '\t=1+1' },
      finds: [{ field: 'name', actual: '\t=1+1', message: 'text' }],
    },
    {
      why: 'in a column we do not know',
      line: { extra: { Merknad: '=HYPERLINK("http://x.example")' } },
      finds: [{ actual: '=HYPERLINK("http://x.example")', message: 'extra', parameters: { heading: 'Merknad' } }],
    },
    {
      why: 'in a field of another kind',
      line: { unreadable: { leadTime: '=WEBSERVICE("http://x.example")' } },
      finds: [{ field: 'leadTime', actual: '=WEBSERVICE("http://x.example")', message: 'text' }],
    },
  ],
  message: {
    text: {
      nb: '{field} begynner som en formel: {actual:text}',
      en: '{field} begins like a formula: {actual:text}',
    },
    extra: {
      nb: 'Kolonnen «{heading}» har tekst som begynner som en formel: {actual:text}',
      en: 'The column “{heading}” has text that begins like a formula: {actual:text}',
    },
  },
  check(line) {
    let problems: Problem[] | undefined;
    for (const field of TEXTS) {
      const text = line[field];
      if (typeof text !== 'string' || !mayRun(text)) continue;
      problems ??= [];
      problems.push({ field, actual: text, message: 'text' });
    }
    const { unreadable, extra } = line;
    if (unreadable === undefined && !anyMayRun(extra)) return problems ?? NONE;
    return [...(problems ?? NONE), ...inUnreadable(unreadable), ...inExtra(extra)];
  },
});

const NONE: readonly Problem[] = [];

function anyMayRun(texts: CatalogueLine['extra'] = {}): boolean {
  for (const heading in texts) if (mayRun(texts[heading] ?? '')) return true;
  return false;
}

function inUnreadable(unreadable: CatalogueLine['unreadable'] = {}): readonly Problem[] {
  return Object.entries(unreadable).flatMap(([field, actual]): Problem[] =>
    isField(field) && mayRun(actual) && !CALCULATION.test(actual) ? [{ field, actual, message: 'text' }] : [],
  );
}

function inExtra(extra: CatalogueLine['extra'] = {}): readonly Problem[] {
  return Object.entries(extra).flatMap(([heading, actual]): Problem[] =>
    mayRun(actual) ? [{ actual, message: 'extra', parameters: { heading } }] : [],
  );
}

/** Sums of cells; as text of a workbook they are formulas that were never worked out. */
const CALCULATION = /^=[A-Z\d$.,;:*+\-/() ]+$/;

/** The signs a formula begins with, and blanks that programs skip before one. */
const BEGINNINGS = '\t\r\n =+-@\uff1d\uff0b\uff0d\uff20';
/** By code unit: every text of every line is asked, and most begin with a Latin letter or a digit. */
const MAY_BEGIN = Array.from({ length: 0x180 }, (_, unit) => BEGINNINGS.includes(String.fromCharCode(unit)));
/** What a program takes for a formula: after `=` anything; after another sign a function, or a program to start. */
const RUNS = /^[\t\r\n ]*(?:[=\uff1d]|[+\-@\uff0b\uff0d\uff20][\d+\-*/.,() ]*[\p{L}_.]+[(|])/u;

function mayRun(text: string): boolean {
  return MAY_BEGIN[text.charCodeAt(0)] !== false && RUNS.test(text);
}
