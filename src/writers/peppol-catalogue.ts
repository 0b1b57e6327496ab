/**
 * A whole catalogue, or changes to one, as Peppol BIS Catalogue 3 or EHF Catalogue 3.0. Line by line: nothing of a line is
 * kept once it is written.
 * @see docs/writing-formats.md
 */
import {
  type DocumentHeader,
  endpointOf,
  type Party,
  type PartyId,
  registeredId,
} from '../catalogue/document-header.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { DocumentCheck, DocumentElement, FormProblem } from '../engine/document.ts';
import { UBL_COLUMNS } from '../readers/ubl-columns.ts';
import {
  type CatalogueContent,
  newLeftOutNotes,
  newRefusedLines,
  type RefusedLines,
  requireHeader,
  unreadVital,
  type WrittenCatalogue,
  withPack,
} from './catalogue-content.ts';
import { NotInFormat } from './not-in-format.ts';
import { peppolTexts } from './peppol-texts.ts';
import { catalogueLine, isVital, type LineStyle } from './ubl-line.ts';
import { elementText, escapeAttribute, type NewElement } from './xml.ts';
import { fitted } from './xml-fit.ts';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';
const NAMESPACES = {
  xmlns: `${UBL}:Catalogue-2`,
  'xmlns:cac': `${UBL}:CommonAggregateComponents-2`,
  'xmlns:cbc': `${UBL}:CommonBasicComponents-2`,
} as const;
const STYLE: LineStyle = {
  record: 'cac:CatalogueLine',
  prefixes: new Map([
    [NAMESPACES['xmlns:cac'], 'cac'],
    [NAMESPACES['xmlns:cbc'], 'cbc'],
  ]),
};
const STEP = '  ';
const LINE_BREAK = `\n${STEP}`;

export const PEPPOL_KINDS = ['peppol', 'ehf'] as const;
export type PeppolKind = (typeof PEPPOL_KINDS)[number];

interface Facts {
  readonly title: string;
  readonly customization: string;
  readonly profile: Readonly<Record<'response' | 'noResponse', string>>;
}

const CUSTOMIZATION = 'urn:fdc:peppol.eu:poacc:trns:catalogue:3';
const EHF_PROFILE = 'urn:fdc:anskaffelser.no:2019:ehf:postaward:g3:01:1.0';

const FACTS: Readonly<Record<PeppolKind, Facts>> = {
  peppol: {
    title: 'Peppol BIS Catalogue 3',
    customization: CUSTOMIZATION,
    profile: {
      response: 'urn:fdc:peppol.eu:poacc:bis:catalogue_only:3',
      noResponse: 'urn:fdc:peppol.eu:poacc:bis:catalogue_wo_response:3',
    },
  },
  ehf: {
    title: 'EHF Catalogue 3.0',
    customization: `${CUSTOMIZATION}:extended:urn:fdc:anskaffelser.no:2019:ehf:spec:3.0`,
    profile: { response: EHF_PROFILE, noResponse: EHF_PROFILE },
  },
};

export interface PeppolOptions {
  readonly kind: PeppolKind;
  /** Of that specification, with all its rules. */
  readonly check: DocumentCheck;
  /** Whether the receiver is asked for a Catalogue Response; EHF has one profile for both. */
  readonly response?: boolean;
}

/** Headings of columns that the reader makes of elements without a field of ours. */
const EXTRAS: ReadonlySet<string> = new Set(
  UBL_COLUMNS.flatMap(({ field, heading }) => (field === undefined ? [heading] : [])),
);

/**
 * @returns what was written, at the end
 * @throws NotInFormat that names what the header lacks, or the lines that cannot be written
 */
export async function* peppolParts(
  content: CatalogueContent,
  options: PeppolOptions,
): AsyncGenerator<string, WrittenCatalogue> {
  const { kind, check } = options;
  const { title } = FACTS[kind];
  const header = withPeriod(content);
  requirePeppolHeader(header, kind);
  const root = rootElement(content, header, options);
  requireForm(check.header(documentOf(root)), title);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${startTag(root)}`;
  for (const child of root.children ?? []) yield LINE_BREAK + elementText(child, LINE_BREAK, STEP);
  const leftOut = newLeftOutNotes();
  const refused = newRefusedLines();
  const style: LineStyle = { ...STYLE, labels: kind };
  let lines = 0;
  for await (const batch of content.lines()) {
    let text = '';
    for (const line of batch) {
      const whole = withPack(line);
      const texts = peppolTexts(whole, header, EXTRAS, (what) => leftOut.note(what, line));
      const record = fitted(catalogueLine(texts, style), (element) => check.line(element), isVital);
      for (const what of record.leftOut) leftOut.note(what, line);
      for (const why of unreadVital(line)) refused.note(line, why);
      if (record.problems.length > 0) refuse(refused, line, record.problems);
      text += LINE_BREAK + elementText(record.element, LINE_BREAK, STEP);
    }
    lines += batch.length;
    yield text;
  }
  refused.end(title);
  requireForm(check.end(), title);
  yield `\n</${root.name}>\n`;
  return { lines, leftOut: leftOut.all() };
}

/** @throws MissingHeader that names what the header lacks */
export function requirePeppolHeader(header: DocumentHeader, kind: PeppolKind): void {
  requireHeader(missingIn(header), FACTS[kind].title);
}

function refuse(refused: RefusedLines, line: CatalogueLine, [first]: readonly FormProblem[]): void {
  if (first === undefined) return;
  const why = `${first.rule}: ${first.expected ?? first.element}`;
  refused.note(line, { nb: why, en: why });
}

function requireForm(problems: readonly FormProblem[], title: string): void {
  if (problems.length === 0) return;
  const told = problems.map(({ rule, element, actual = '' }) => `${element} ${actual} (${rule})`).join('; ');
  throw new NotInFormat({
    nb: `Hodet i dokumentet bryter reglene for ${title}: ${told}. Rett opplysningene i agreement.yaml, eller med --header.`,
    en: `The header of the document breaks the rules of ${title}: ${told}. Correct it in agreement.yaml, or with --header.`,
  });
}

const REQUIRED = ['id', 'issued'] as const;

function missingIn(header: DocumentHeader): readonly string[] {
  const { supplier = {}, buyer = {} } = header;
  const ofParty = (name: string, party: Party): readonly string[] => [
    ...(party.name === undefined ? [`${name}.name`] : []),
    ...(endpointOf(party) === undefined ? [`${name}.endpoint`] : []),
  ];
  const period = header.validFrom === undefined && header.validTo === undefined ? ['validFrom'] : [];
  return [
    ...REQUIRED.filter((key) => header[key] === undefined),
    ...period,
    ...ofParty('supplier', supplier),
    ...ofParty('buyer', buyer),
  ];
}

/** A line holds within the catalogue: so the catalogue holds at least as long as its lines do. */
function withPeriod({ header, survey }: CatalogueContent): DocumentHeader {
  const { validFrom, validTo } = header;
  const first = survey.validFrom;
  const last = survey.validTo;
  return {
    ...header,
    ...(validFrom === undefined || first === undefined || first >= validFrom ? {} : { validFrom: first }),
    ...(validTo === undefined || last === undefined || last <= validTo ? {} : { validTo: last }),
  };
}

function rootElement(content: CatalogueContent, header: DocumentHeader, options: PeppolOptions): NewElement {
  const { customization, profile } = FACTS[options.kind];
  const { supplier = {}, buyer = {} } = header;
  const children = [
    leaf('CustomizationID', customization),
    leaf('ProfileID', profile[options.response === true ? 'response' : 'noResponse']),
    leaf('ID', header.id),
    leaf('ActionCode', content.kind === 'changes' ? 'Update' : 'Replace'),
    leaf('Name', header.name),
    leaf('IssueDate', header.issued),
    leaf('VersionID', header.version),
    group('ValidityPeriod', [leaf('StartDate', header.validFrom), leaf('EndDate', header.validTo)]),
    group('ReferencedContract', [leaf('ID', header.agreementNumber)]),
    group('SourceCatalogueReference', [leaf('ID', content.kind === 'changes' ? header.sourceId : undefined)]),
    group('ProviderParty', networkParty(supplier)),
    group('ReceiverParty', networkParty(buyer)),
    group('SellerSupplierParty', [
      group('Party', [
        group('PartyIdentification', [identifier('ID', registeredId(supplier))]),
        group('PartyName', [leaf('Name', supplier.name)]),
      ]),
    ]),
  ];
  return { name: 'Catalogue', attributes: NAMESPACES, children: children.filter((child) => child !== undefined) };
}

/** With an address in the network. */
function networkParty(party: Party): readonly (NewElement | undefined)[] {
  return [
    identifier('EndpointID', endpointOf(party)),
    group('PartyIdentification', [identifier('ID', registeredId(party))]),
    group('PartyLegalEntity', [leaf('RegistrationName', party.name)]),
  ];
}

function leaf(name: string, text: string | undefined): NewElement | undefined {
  return text === undefined || text.trim() === '' ? undefined : { name: `cbc:${name}`, text };
}

function identifier(name: string, party: PartyId | undefined): NewElement | undefined {
  return party === undefined
    ? undefined
    : { name: `cbc:${name}`, text: party.id, attributes: { schemeID: party.scheme } };
}

function group(name: string, parts: readonly (NewElement | undefined)[]): NewElement | undefined {
  const children = parts.filter((part) => part !== undefined);
  return children.length === 0 ? undefined : { name: `cac:${name}`, children };
}

function startTag({ name, attributes = {} }: NewElement): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  return `<${name}${given.join('')}>`;
}

/** As its rules see it. */
function documentOf({ name, attributes = {}, text = '', children = [] }: NewElement): DocumentElement {
  return { written: name, attributes, text, children: children.map(documentOf), row: 0, aside: 'none' };
}
