/** A new workspace: folders and files to fill in, and nothing that is there already is touched. */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dayIn } from '../catalogue/days.ts';
import { fileError, OperationalError } from '../catalogue/error.ts';
import type { Language } from '../catalogue/text.ts';
import { noticeTemplates } from '../reporters/letter/notice.ts';
import { builtInLetters } from './built-in.ts';
import { LETTERS_FOLDER } from './writing/write-notice.ts';

/** Where the example lies in a new workspace. */
export const EXAMPLE_FOLDER: Readonly<Record<Language, string>> = {
  nb: 'catalogs/eksempel',
  en: 'catalogs/example',
};

/**
 * @returns the files made, relative to the folder
 * @throws OperationalError when one of them exists, or the folder cannot be written
 */
export async function makeWorkspace(folder: string, language: Language, now: Date): Promise<readonly string[]> {
  const files = {
    ...WORKSPACE_FILES[language](Number(dayIn('Europe/Oslo', now).slice(0, 4))),
    ...(await letterTemplates(language)),
  };
  for (const name of Object.keys(files)) await refuseExisting(path.join(folder, name));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text, { flag: 'wx' });
    } catch (error) {
      throw fileError(error, file);
    }
  }
  return Object.keys(files);
}

/** Copies of those that come with the tool, to be changed. */
async function letterTemplates(language: Language): Promise<Readonly<Record<string, string>>> {
  const names = Object.values(noticeTemplates(language));
  const texts = await Promise.all(names.map((name) => readFile(path.join(builtInLetters, name), 'utf8')));
  return Object.fromEntries(names.map((name, at) => [`${LETTERS_FOLDER}/${name}`, texts[at] ?? '']));
}

async function refuseExisting(file: string): Promise<void> {
  const exists = await stat(file).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  throw new OperationalError({
    nb: `${file} finnes fra før. Velg en annen mappe; ingenting ble skrevet.`,
    en: `${file} exists already. Choose another folder; nothing was written.`,
  });
}

const BOM = '\ufeff';

const WORKSPACE_FILES: Readonly<Record<Language, (year: number) => Readonly<Record<string, string>>>> = {
  nb: (year) => ({
    [`${EXAMPLE_FOLDER.nb}/agreement.yaml`]: `# Rammeavtalen. Fyll ut, og gi mappen avtalens navn.
version: 1
number: "${year}/001"
name: Navn på avtalen
supplier:
  name: Leverandøren AS
period: { from: ${year}-01-01, to: ${year + 3}-12-31 }
currency: NOK
language: nb
vat: excluded            # prisene er uten mva; included: med
prices: prices.csv       # den avtalte prislisten, CSV eller Excel
rules: ../../rules/innkjop.yaml
# buyer: { name: Kommunen }               # det avviksmeldinger sier om partene
# contact: { name: Avtaleforvalteren, email: navn@kommunen.example, phone: "22 00 00 00" }
# notice: { workingDays: 10 }             # svarfristen
# previous: approved/katalog.csv          # versjonen som ble godkjent sist
# scope: { unspsc: ["44", "4713"] }       # varegruppene avtalen gjelder
# labels:                                 # miljømerker avtalen krever
#   - { unspsc: "4713", anyOf: [svanemerket, eu_ecolabel] }
# targets:                                # hvor publish sender det som er godkjent
#   - { name: bestilling, folder: ../../ut }
`,
    [`${EXAMPLE_FOLDER.nb}/prices.csv`]: `${BOM}Varenr;Varenavn;Enhet;Avtalt pris\r\n`,
    [`${EXAMPLE_FOLDER.nb}/inbox/README.md`]: 'Legg filen leverandøren sendte, her.\n',
    [`${EXAMPLE_FOLDER.nb}/approved/README.md`]: 'Godkjente versjoner. Endres aldri for hånd.\n',
    'rules/innkjop.yaml': `# Innkjøpernes regelsett. Alle regler: katalogvakt rules
version: 1
extends: katalogvakt:recommended
# gate: { allowPartly: true, limits: { withheldPercent: 20 } }
# rules:
#   price/change-limit: { severity: warning, risePercent: "15" }
`,
    'reports/README.md': 'Her legges hver kjøring i sin egen mappe.\n',
  }),
  en: (year) => ({
    [`${EXAMPLE_FOLDER.en}/agreement.yaml`]: `# The framework agreement. Fill in, and give the folder the agreement's name.
version: 1
number: "${year}/001"
name: Name of the agreement
supplier:
  name: The Supplier Ltd
period: { from: ${year}-01-01, to: ${year + 3}-12-31 }
currency: NOK
language: en
vat: excluded            # prices are without VAT; included: with
prices: prices.csv       # the agreed price list, CSV or Excel
rules: ../../rules/purchasing.yaml
# buyer: { name: The Buyer }              # what deviation notices say of the parties
# contact: { name: The Manager, email: name@buyer.example, phone: "22 00 00 00" }
# notice: { workingDays: 10 }             # how long the supplier has to answer
# previous: approved/catalogue.csv        # the version approved last
# scope: { unspsc: ["44", "4713"] }       # product groups the agreement is for
# labels:                                 # eco-labels the agreement demands
#   - { unspsc: "4713", anyOf: [svanemerket, eu_ecolabel] }
# targets:                                # where publish sends what is approved
#   - { name: ordering, folder: ../../out }
`,
    [`${EXAMPLE_FOLDER.en}/prices.csv`]: `${BOM}Item number,Name,Unit,Agreed price\r\n`,
    [`${EXAMPLE_FOLDER.en}/inbox/README.md`]: 'Put the file the supplier sent here.\n',
    [`${EXAMPLE_FOLDER.en}/approved/README.md`]: 'Approved versions. Never edited by hand.\n',
    'rules/purchasing.yaml': `# The purchasers' rule set. All rules: katalogvakt rules
version: 1
extends: katalogvakt:recommended
# gate: { allowPartly: true, limits: { withheldPercent: 20 } }
# rules:
#   price/change-limit: { severity: warning, risePercent: "15" }
`,
    'reports/README.md': 'Every run gets its own folder here.\n',
  }),
};
