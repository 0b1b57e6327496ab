/**
 * Catalogue Response (Peppol transaction T58, and as EHF has it): what the supplier's system is told of a catalogue that
 * it sent as a document. It accepts or rejects the document as a whole, and a rejection says why.
 * @see OpenPEPPOL/poacc-upgrade-3, Catalogue Response 3.1
 */
import { endpointOf, type Party, type PartyId, registeredId } from '../catalogue/document-header.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { Language } from '../catalogue/text.ts';
import { elementText, type WrittenElement } from '../writers/xml-element.ts';
import type { FindingGroup } from './finding-groups.ts';
import { messageInWords } from './finding-words.ts';
import { forSupplier } from './for-supplier.ts';
import { formatCount } from './format-number.ts';
import { refusalParts } from './outcome-words.ts';
import type { Reporter, Run } from './reporter.ts';
import type { Result } from './result.ts';
import { WORDS } from './words.ts';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';
const NAMESPACES = {
  xmlns: `${UBL}:ApplicationResponse-2`,
  'xmlns:cac': `${UBL}:CommonAggregateComponents-2`,
  'xmlns:cbc': `${UBL}:CommonBasicComponents-2`,
} as const;

const CUSTOMIZATION = 'urn:fdc:peppol.eu:poacc:trns:catalogue_response:3';
const PROFILE = 'urn:fdc:peppol.eu:poacc:bis:catalogue_only:3';
const WITHOUT_RESPONSE = 'urn:fdc:peppol.eu:poacc:bis:catalogue_wo_response:3';
const EHF_CUSTOMIZATION = `${CUSTOMIZATION}:extended:urn:fdc:anskaffelser.no:2019:ehf:spec:3.0`;
const EHF_PROFILE = 'urn:fdc:anskaffelser.no:2019:ehf:postaward:g3:01:1.0';

/** So many reasons are told one by one, and so many items of each. */
const MOST_REASONS = 50;
const ITEMS = 5;

export const catalogueResponse: Reporter = {
  format: 'catalogue-response',
  async *render(told, { language }) {
    const run = forSupplier(told);
    const document = documentOf(run.result);
    const { groups } = await run.grouped(ITEMS);
    const reasons = groups.filter(({ severity }) => severity === 'error');
    const isAccepted = accepts(run.result);
    const notes = [
      WORDS[language].outcomeSentence(run.result.outcome, run.result.lines),
      ...(run.result.outcome === 'refused' ? refusalParts(run, groups, language).why : []),
      ...reasons.slice(0, MOST_REASONS).map((group) => reason(group, run, language)),
      ...(reasons.length > MOST_REASONS ? [WORDS[language].andMore(reasons.length - MOST_REASONS)] : []),
    ];
    const root = rootElement(run.result, document, isAccepted, notes.map(oneLine));
    yield `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, '\n')}\n`;
  },
};

/** What goes on as the rule set allows it is accepted; lines held back are told in the notes. */
function accepts({ outcome, ruleSet }: Result): boolean {
  return outcome === 'approved' || (outcome === 'partly' && ruleSet.allowPartly);
}

type Document = NonNullable<Result['document']>;

/** @throws OperationalError where there is nothing to answer, or it is not known whom */
function documentOf({ document }: Result): Document {
  if (document === undefined)
    throw new OperationalError({
      nb: 'Bare kataloger som er sendt som Peppol BIS Catalogue 3 eller EHF Catalogue 3.0, kan besvares med Catalogue Response.',
      en: 'Only catalogues sent as Peppol BIS Catalogue 3 or EHF Catalogue 3.0 can be answered with a Catalogue Response.',
    });
  if (document.profile === WITHOUT_RESPONSE)
    throw new OperationalError({
      nb: 'Katalogen er sendt i profilen uten svar (catalogue_wo_response), så avsenderen venter ingen Catalogue Response.',
      en: 'The catalogue was sent in the profile without a response (catalogue_wo_response): its sender expects no Catalogue Response.',
    });
  const { id, supplier = {}, buyer = {} } = document;
  const missing = [
    ...(id === undefined ? ['cbc:ID'] : []),
    ...(endpointOf(supplier) === undefined ? ['supplier: endpoint'] : []),
    ...(endpointOf(buyer) === undefined ? ['buyer: endpoint'] : []),
  ];
  if (missing.length === 0) return document;
  throw new OperationalError({
    nb: `En Catalogue Response må ha opplysninger som verken katalogen eller avtalen har: ${missing.join(', ')}. Skriv dem i agreement.yaml, og kjør kontrollen på nytt.`,
    en: `A Catalogue Response needs what neither the catalogue nor the agreement has: ${missing.join(', ')}. Write it in agreement.yaml, and run the check again.`,
  });
}

function reason({ rule, count, worst }: FindingGroup, run: Run, language: Language): string {
  const words = WORDS[language];
  const fault = run.rule(rule)?.fault[language] ?? rule;
  const told = worst.map((finding) => {
    const said = messageInWords(run, finding, language, run.result.agreement?.currency);
    return finding.item === undefined ? said : `${finding.item}: ${said}`;
  });
  const more = count > told.length ? ` … ${words.andMore(count - told.length)}` : '';
  return `${fault} (${rule}, ${formatCount(count, language)}). ${told.join('; ')}${more}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function rootElement(
  { asOf }: Result,
  { form, id = '', version, supplier = {}, buyer = {} }: Document,
  isAccepted: boolean,
  notes: readonly string[],
): WrittenElement {
  const isEhf = form === 'ehf';
  return {
    name: 'ApplicationResponse',
    attributes: NAMESPACES,
    children: [
      leaf('CustomizationID', isEhf ? EHF_CUSTOMIZATION : CUSTOMIZATION),
      leaf('ProfileID', isEhf ? EHF_PROFILE : PROFILE),
      // The same answer to the same document on the same day has the same number.
      leaf('ID', `${id}-${asOf}`),
      leaf('IssueDate', asOf),
      ...notes.map((note) => leaf('Note', note)),
      party('SenderParty', buyer),
      party('ReceiverParty', supplier),
      group('DocumentResponse', [
        group('Response', [leaf('ResponseCode', isAccepted ? 'AP' : 'RE')]),
        group('DocumentReference', [leaf('ID', id), ...(version === undefined ? [] : [leaf('VersionID', version)])]),
      ]),
    ],
  };
}

function party(name: string, of: Party): WrittenElement {
  const registered = registeredId(of);
  return group(name, [
    identifier('EndpointID', endpointOf(of)),
    ...(registered === undefined ? [] : [group('PartyIdentification', [identifier('ID', registered)])]),
    ...(of.name === undefined ? [] : [group('PartyLegalEntity', [leaf('RegistrationName', of.name)])]),
  ]);
}

function identifier(name: string, { scheme, id }: PartyId = { scheme: '', id: '' }): WrittenElement {
  return { name: `cbc:${name}`, text: id, attributes: { schemeID: scheme } };
}

function leaf(name: string, text: string): WrittenElement {
  return { name: `cbc:${name}`, text };
}

function group(name: string, children: readonly WrittenElement[]): WrittenElement {
  return { name: `cac:${name}`, children };
}
