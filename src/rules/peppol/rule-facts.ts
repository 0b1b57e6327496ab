/**
 * The rules that are no structure rules, and our own: what each asks for, in words. What a structure rule says follows
 * from the model; see table.ts.
 */
import type { Text } from '../../catalogue/text.ts';
import type { Specification } from './model.ts';

export interface NamedRule {
  /** As it is published; our own have none. */
  readonly published?: string;
  /** Ours, where it is not made from the published one. */
  readonly id?: string;
  readonly level: 'error' | 'warning';
  /** What it is about stands above the lines, in a line, or in both. */
  readonly stands: 'header' | 'line' | 'both';
  readonly specifications: readonly Specification[];
  /** Where that follows neither from the published id nor, without one, from the UBL schema. */
  readonly source?: Text;
  readonly title: Text;
  readonly fault: Text;
  readonly advice: Text;
  /** With `{actual}` and `{expected}` where its problems give them; several by name. */
  readonly message: Text | Readonly<Record<string, Text>>;
}

const PEPPOL: readonly Specification[] = ['peppol', 'response'];
const CATALOGUES: readonly Specification[] = ['peppol', 'ehf'];
const ALL: readonly Specification[] = ['peppol', 'ehf', 'response'];

/** A party identifier of one scheme. */
function identifier(
  number: string,
  level: NamedRule['level'],
  specifications: readonly Specification[],
  name: Text,
  form: Text,
  series = 'PEPPOL-COMMON-R',
): NamedRule {
  return {
    published: `${series}${number}`,
    level,
    stands: 'header',
    specifications,
    title: { nb: `${capital(name.nb)} har riktig form`, en: `${capital(name.en)} has its right form` },
    fault: { nb: `Feil form: ${name.nb}`, en: `Wrong form: ${name.en}` },
    advice: { nb: `Skriv ${form.nb}.`, en: `Write ${form.en}.` },
    message: {
      nb: `{actual} er ikke ${name.nb}. Riktig form: ${form.nb}`,
      en: `{actual} is no ${name.en}. Right form: ${form.en}`,
    },
  };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const NORWEGIAN: readonly [Text, Text] = [
  { nb: 'norsk organisasjonsnummer (0192)', en: 'Norwegian organisation number (0192)' },
  {
    nb: 'ni sifre med riktig kontrollsiffer, uten mellomrom, NO eller MVA',
    en: 'nine digits with the right check digit, without spaces, NO or MVA',
  },
];

const COMMON: readonly NamedRule[] = [
  {
    published: 'PEPPOL-COMMON-R001',
    level: 'error',
    stands: 'both',
    specifications: PEPPOL,
    title: { nb: 'Ingen elementer er tomme', en: 'No element is empty' },
    fault: { nb: 'Tomme elementer', en: 'Empty elements' },
    advice: {
      nb: 'Ta bort elementet når det ikke har noe innhold, eller fyll det ut.',
      en: 'Leave out the element where it has no content, or fill it in.',
    },
    message: { nb: '{actual} er tomt', en: '{actual} is empty' },
  },
  {
    published: 'PEPPOL-COMMON-R003',
    level: 'warning',
    stands: 'header',
    specifications: ALL,
    title: { nb: 'Rotelementet har ikke schemaLocation', en: 'The root element has no schemaLocation' },
    fault: { nb: 'schemaLocation i rotelementet', en: 'schemaLocation in the root element' },
    advice: { nb: 'Ta bort attributtet schemaLocation.', en: 'Leave out the attribute schemaLocation.' },
    message: { nb: 'Rotelementet bør ikke ha {actual}', en: 'The root element should not have {actual}' },
  },
  {
    published: 'PEPPOL-COMMON-R030',
    level: 'error',
    stands: 'both',
    specifications: ALL,
    title: { nb: 'Datoer er skrevet ÅÅÅÅ-MM-DD', en: 'Dates are written YYYY-MM-DD' },
    fault: { nb: 'Datoer som ikke er skrevet ÅÅÅÅ-MM-DD', en: 'Dates that are not written YYYY-MM-DD' },
    advice: {
      nb: 'Skriv en virkelig dato med ti tegn, uten tidssone og mellomrom: 2026-11-01.',
      en: 'Write a real date of ten characters, without time zone and blanks: 2026-11-01.',
    },
    message: { nb: '{actual} er ikke en dato på formen ÅÅÅÅ-MM-DD', en: '{actual} is no date of the form YYYY-MM-DD' },
  },
  identifier(
    '040',
    'error',
    ALL,
    { nb: 'GLN (0088)', en: 'GLN (0088)' },
    {
      nb: 'bare sifre, med riktig kontrollsiffer',
      en: 'digits only, with the right check digit',
    },
  ),
  identifier('041', 'error', PEPPOL, ...NORWEGIAN),
  identifier(
    '042',
    'error',
    PEPPOL,
    { nb: 'dansk CVR-nummer (0184)', en: 'Danish CVR number (0184)' },
    {
      nb: 'åtte sifre, gjerne med DK foran',
      en: 'eight digits, with or without DK in front',
    },
  ),
  identifier(
    '043',
    'error',
    ALL,
    { nb: 'belgisk foretaksnummer (0208)', en: 'Belgian enterprise number (0208)' },
    {
      nb: 'ti sifre, de to siste kontrollsifre',
      en: 'ten digits, the last two of them check digits',
    },
  ),
  identifier(
    '044',
    'warning',
    ALL,
    { nb: 'italiensk IPA-kode (0201)', en: 'Italian IPA code (0201)' },
    {
      nb: 'seks bokstaver eller sifre',
      en: 'six letters or digits',
    },
  ),
  identifier(
    '045',
    'warning',
    ALL,
    { nb: 'italiensk Codice Fiscale (0210)', en: 'Italian Codice Fiscale (0210)' },
    {
      nb: '11 sifre eller 16 tegn',
      en: '11 digits or 16 characters',
    },
  ),
  identifier(
    '046',
    'warning',
    ALL,
    { nb: 'italiensk Codice Fiscale (9907)', en: 'Italian Codice Fiscale (9907)' },
    {
      nb: '11 sifre eller 16 tegn',
      en: '11 digits or 16 characters',
    },
  ),
  identifier(
    '047',
    'warning',
    ALL,
    { nb: 'italiensk Partita IVA (0211)', en: 'Italian Partita IVA (0211)' },
    {
      nb: 'IT og 11 sifre med riktig kontrollsiffer',
      en: 'IT and 11 digits with the right check digit',
    },
  ),
  identifier(
    '048',
    'warning',
    ['ehf'],
    { nb: 'italiensk Partita IVA (9906)', en: 'Italian Partita IVA (9906)' },
    {
      nb: 'IT og 11 sifre med riktig kontrollsiffer',
      en: 'IT and 11 digits with the right check digit',
    },
  ),
  identifier(
    '049',
    'error',
    ALL,
    { nb: 'svensk organisasjonsnummer (0007)', en: 'Swedish organisation number (0007)' },
    {
      nb: 'ti sifre med riktig kontrollsiffer',
      en: 'ten digits with the right check digit',
    },
  ),
  identifier(
    '050',
    'error',
    ALL,
    { nb: 'australsk ABN (0151)', en: 'Australian ABN (0151)' },
    {
      nb: '11 sifre som stemmer med kontrollregnestykket',
      en: '11 digits that agree with their checksum',
    },
  ),
  identifier(
    '052',
    'error',
    PEPPOL,
    { nb: 'dansk P-nummer (0096)', en: 'Danish P number (0096)' },
    {
      nb: 'ti sifre',
      en: 'ten digits',
    },
  ),
  identifier(
    '053',
    'error',
    PEPPOL,
    { nb: 'dansk SE-nummer (0198)', en: 'Danish SE number (0198)' },
    {
      nb: 'DK og åtte sifre',
      en: 'DK and eight digits',
    },
  ),
  identifier(
    '054',
    'warning',
    PEPPOL,
    { nb: 'nederlandsk KVK-nummer (0106)', en: 'Dutch KVK number (0106)' },
    {
      nb: 'åtte sifre',
      en: 'eight digits',
    },
  ),
  identifier(
    '055',
    'warning',
    PEPPOL,
    { nb: 'nederlandsk OIN (0190)', en: 'Dutch OIN (0190)' },
    {
      nb: '20 sifre',
      en: '20 digits',
    },
  ),
  identifier(
    '056-1',
    'warning',
    PEPPOL,
    { nb: 'nederlandsk mva-nummer (9944)', en: 'Dutch VAT number (9944)' },
    {
      nb: 'NL, ni sifre, B og to sifre',
      en: 'NL, nine digits, B and two digits',
    },
  ),
  identifier(
    '056-2',
    'warning',
    PEPPOL,
    { nb: 'nederlandsk mva-nummer i cac:PartyTaxScheme', en: 'Dutch VAT number in cac:PartyTaxScheme' },
    { nb: 'NL, ni sifre, B og to sifre', en: 'NL, nine digits, B and two digits' },
  ),
  identifier(
    '057',
    'warning',
    PEPPOL,
    { nb: 'nederlandsk virksomhetsnummer (0217)', en: 'Dutch establishment number (0217)' },
    { nb: '12 sifre', en: '12 digits' },
  ),
  {
    published: 'EHF-COMMON-R001',
    level: 'error',
    stands: 'both',
    specifications: ['ehf'],
    title: { nb: 'Ingen elementer med verdi er uten tekst', en: 'No element with a value is without text' },
    fault: { nb: 'Elementer uten tekst', en: 'Elements without text' },
    advice: {
      nb: 'Ta bort elementet når det ikke har noen verdi, eller fyll det ut.',
      en: 'Leave out the element where it has no value, or fill it in.',
    },
    message: { nb: '{actual} er tomt', en: '{actual} is empty' },
  },
  {
    published: 'EHF-COMMON-R002',
    level: 'error',
    stands: 'both',
    specifications: ['ehf'],
    title: { nb: 'Ingen sammensatte elementer er uten innhold', en: 'No compound element is without content' },
    fault: { nb: 'Sammensatte elementer uten innhold', en: 'Compound elements without content' },
    advice: {
      nb: 'Ta bort elementet når det ikke har noe innhold.',
      en: 'Leave out the element where it has no content.',
    },
    message: { nb: '{actual} har ingen elementer i seg', en: '{actual} contains no elements' },
  },
  identifier('003', 'error', ['ehf'], ...NORWEGIAN, 'EHF-COMMON-R'),
];

/** A business rule of the Catalogue. */
function business(
  number: string,
  stands: NamedRule['stands'],
  texts: Pick<NamedRule, 'title' | 'fault' | 'advice' | 'message'>,
  specifications = CATALOGUES,
): NamedRule {
  return { published: `PEPPOL-T19-R${number}`, level: 'error', stands, specifications, ...texts };
}

const BUSINESS: readonly NamedRule[] = [
  business('001', 'header', {
    title: {
      nb: 'Katalogens gyldighetsperiode slutter ikke før den begynner',
      en: 'The catalogue’s validity period does not end before it begins',
    },
    fault: {
      nb: 'Katalogens gyldighetsperiode slutter før den begynner',
      en: 'The catalogue’s period ends before it begins',
    },
    advice: { nb: 'Rett datoene i cac:ValidityPeriod.', en: 'Correct the dates in cac:ValidityPeriod.' },
    message: {
      nb: 'Katalogens periode slutter {actual}, før den begynner {expected}',
      en: 'The catalogue’s period ends {actual}, before it begins {expected}',
    },
  }),
  business('004', 'header', {
    title: { nb: 'Leverandøren har navn eller nummer', en: 'The supplier has a name or a number' },
    fault: { nb: 'Leverandør uten navn og nummer', en: 'Supplier without name and number' },
    advice: {
      nb: 'Fyll ut cac:PartyName/cbc:Name eller cac:PartyIdentification/cbc:ID under cac:SellerSupplierParty/cac:Party.',
      en: 'Fill in cac:PartyName/cbc:Name or cac:PartyIdentification/cbc:ID below cac:SellerSupplierParty/cac:Party.',
    },
    message: {
      nb: 'Leverandøren (cac:SellerSupplierParty) har verken navn eller nummer',
      en: 'The supplier (cac:SellerSupplierParty) has neither name nor number',
    },
  }),
  business('005', 'header', {
    title: { nb: 'Kunden har navn eller nummer', en: 'The customer has a name or a number' },
    fault: { nb: 'Kunde uten navn og nummer', en: 'Customer without name and number' },
    advice: {
      nb: 'Fyll ut cac:PartyName/cbc:Name eller cac:PartyIdentification/cbc:ID under cac:ContractorCustomerParty/cac:Party.',
      en: 'Fill in cac:PartyName/cbc:Name or cac:PartyIdentification/cbc:ID below cac:ContractorCustomerParty/cac:Party.',
    },
    message: {
      nb: 'Kunden (cac:ContractorCustomerParty) har verken navn eller nummer',
      en: 'The customer (cac:ContractorCustomerParty) has neither name nor number',
    },
  }),
  business('006', 'line', {
    title: {
      nb: 'Hvert prisvilkår har en pris som ikke er negativ',
      en: 'Every price condition has a price that is not negative',
    },
    fault: {
      nb: 'Prisvilkår uten pris, eller med negativ pris',
      en: 'Price condition without a price, or with a negative one',
    },
    advice: {
      nb: 'Skriv prisen i cac:Price/cbc:PriceAmount, med punktum som desimaltegn. Ta bort cac:RequiredItemLocationQuantity når den ikke har noen pris.',
      en: 'Write the price in cac:Price/cbc:PriceAmount, with a decimal point. Leave out cac:RequiredItemLocationQuantity where it has no price.',
    },
    message: {
      nb: 'Prisen i cac:RequiredItemLocationQuantity skal være et tall fra 0 og opp, er {actual}',
      en: 'The price in cac:RequiredItemLocationQuantity must be a number from 0 up, is {actual}',
    },
  }),
  business('007', 'line', {
    title: { nb: 'Linjens periode ligger innenfor katalogens', en: 'The line’s period lies within the catalogue’s' },
    fault: { nb: 'Linjens periode ligger utenfor katalogens', en: 'The line’s period lies outside the catalogue’s' },
    advice: {
      nb: 'Rett cac:LineValidityPeriod, eller cac:ValidityPeriod for hele katalogen.',
      en: 'Correct cac:LineValidityPeriod, or cac:ValidityPeriod of the whole catalogue.',
    },
    message: {
      nb: 'Linjens periode {actual} ligger ikke innenfor katalogens, {expected}',
      en: 'The line’s period {actual} does not lie within the catalogue’s, {expected}',
    },
  }),
  business('008', 'line', {
    title: {
      nb: 'Største bestillingsmengde er et tall fra 0 og opp',
      en: 'The maximum order quantity is a number from 0 up',
    },
    fault: {
      nb: 'Største bestillingsmengde er negativ eller ikke et tall',
      en: 'Maximum order quantity negative or no number',
    },
    advice: { nb: 'Rett cbc:MaximumOrderQuantity.', en: 'Correct cbc:MaximumOrderQuantity.' },
    message: {
      nb: 'Største bestillingsmengde er {actual}, skal være et tall fra 0 og opp',
      en: 'The maximum order quantity is {actual}, must be a number from 0 up',
    },
  }),
  business('009', 'line', {
    title: {
      nb: 'Minste bestillingsmengde er et tall fra 0 og opp',
      en: 'The minimum order quantity is a number from 0 up',
    },
    fault: {
      nb: 'Minste bestillingsmengde er negativ eller ikke et tall',
      en: 'Minimum order quantity negative or no number',
    },
    advice: { nb: 'Rett cbc:MinimumOrderQuantity.', en: 'Correct cbc:MinimumOrderQuantity.' },
    message: {
      nb: 'Minste bestillingsmengde er {actual}, skal være et tall fra 0 og opp',
      en: 'The minimum order quantity is {actual}, must be a number from 0 up',
    },
  }),
  business('010', 'line', {
    title: {
      nb: 'Største bestillingsmengde er ikke mindre enn minste',
      en: 'The maximum order quantity is not below the minimum',
    },
    fault: { nb: 'Største bestillingsmengde er mindre enn minste', en: 'Maximum order quantity below the minimum' },
    advice: {
      nb: 'Rett cbc:MaximumOrderQuantity eller cbc:MinimumOrderQuantity.',
      en: 'Correct cbc:MaximumOrderQuantity or cbc:MinimumOrderQuantity.',
    },
    message: {
      nb: 'Største bestillingsmengde {actual} er mindre enn minste, {expected}',
      en: 'The maximum order quantity {actual} is below the minimum, {expected}',
    },
  }),
  business('011', 'line', {
    title: { nb: 'Prisens periode ligger innenfor linjens', en: 'The price’s period lies within the line’s' },
    fault: { nb: 'Prisens periode ligger utenfor linjens', en: 'The price’s period lies outside the line’s' },
    advice: {
      nb: 'Rett cac:Price/cac:ValidityPeriod, eller linjens cac:LineValidityPeriod.',
      en: 'Correct cac:Price/cac:ValidityPeriod, or the line’s cac:LineValidityPeriod.',
    },
    message: {
      nb: 'Prisens periode {actual} ligger ikke innenfor linjens, {expected}',
      en: 'The price’s period {actual} does not lie within the line’s, {expected}',
    },
  }),
  business('012', 'line', {
    title: { nb: 'Varen har leverandørens varenummer eller GTIN', en: 'The item has the supplier’s number or a GTIN' },
    fault: { nb: 'Vare uten varenummer og GTIN', en: 'Item without item number and GTIN' },
    advice: {
      nb: 'Fyll ut cac:SellersItemIdentification/cbc:ID eller cac:StandardItemIdentification/cbc:ID.',
      en: 'Fill in cac:SellersItemIdentification/cbc:ID or cac:StandardItemIdentification/cbc:ID.',
    },
    message: {
      nb: 'Varen har verken leverandørens varenummer eller GTIN',
      en: 'The item has neither the supplier’s number nor a GTIN',
    },
  }),
  business('013', 'line', {
    title: {
      nb: 'Linjens periode slutter ikke før den begynner',
      en: 'The line’s period does not end before it begins',
    },
    fault: { nb: 'Linjens periode slutter før den begynner', en: 'The line’s period ends before it begins' },
    advice: { nb: 'Rett datoene i cac:LineValidityPeriod.', en: 'Correct the dates in cac:LineValidityPeriod.' },
    message: {
      nb: 'Linjens periode slutter {actual}, før den begynner {expected}',
      en: 'The line’s period ends {actual}, before it begins {expected}',
    },
  }),
  business('014', 'line', {
    title: { nb: 'Mva-kategorien har en sats', en: 'The VAT category has a rate' },
    fault: { nb: 'Mva-kategori uten sats', en: 'VAT category without a rate' },
    advice: {
      nb: 'Fyll ut cbc:Percent, også når satsen er 0. Bare kategori O er uten.',
      en: 'Fill in cbc:Percent, also where the rate is 0. Only category O goes without.',
    },
    message: {
      nb: 'Mva-kategori {actual} mangler sats (cbc:Percent)',
      en: 'VAT category {actual} lacks a rate (cbc:Percent)',
    },
  }),
  business('015', 'line', {
    title: { nb: 'Mva-kategori S har en sats over 0', en: 'VAT category S has a rate above 0' },
    fault: { nb: 'Mva-kategori S uten sats over 0', en: 'VAT category S without a rate above 0' },
    advice: {
      nb: 'Skriv satsen i cbc:Percent, eller en kategori som passer: Z, E eller O.',
      en: 'Write the rate in cbc:Percent, or a category that fits: Z, E or O.',
    },
    message: {
      nb: 'Mva-kategori S skal ha en sats over 0, har {actual}',
      en: 'VAT category S must have a rate above 0, has {actual}',
    },
  }),
  business('016', 'line', {
    title: {
      nb: 'Prisens periode slutter ikke før den begynner',
      en: 'The price’s period does not end before it begins',
    },
    fault: { nb: 'Prisens periode slutter før den begynner', en: 'The price’s period ends before it begins' },
    advice: {
      nb: 'Rett datoene i cac:Price/cac:ValidityPeriod.',
      en: 'Correct the dates in cac:Price/cac:ValidityPeriod.',
    },
    message: {
      nb: 'Prisens periode slutter {actual}, før den begynner {expected}',
      en: 'The price’s period ends {actual}, before it begins {expected}',
    },
  }),
  business(
    '017',
    'header',
    {
      title: {
        nb: 'ProfileID er en av Peppols katalogprosesser',
        en: 'ProfileID is one of Peppol’s catalogue processes',
      },
      fault: {
        nb: 'ProfileID er ingen av Peppols katalogprosesser',
        en: 'ProfileID is none of Peppol’s catalogue processes',
      },
      advice: {
        nb: 'Skriv urn:fdc:peppol.eu:poacc:bis:catalogue_only:3, eller catalogue_wo_response:3 når dere ikke venter svar.',
        en: 'Write urn:fdc:peppol.eu:poacc:bis:catalogue_only:3, or catalogue_wo_response:3 where no response is expected.',
      },
      message: {
        nb: '{actual} er ingen av Peppols katalogprosesser',
        en: '{actual} is none of Peppol’s catalogue processes',
      },
    },
    ['peppol'],
  ),
  business('018', 'header', {
    title: {
      nb: 'CustomizationID begynner med Peppols spesifikasjon',
      en: 'CustomizationID begins with Peppol’s specification',
    },
    fault: { nb: 'CustomizationID er en annen spesifikasjon', en: 'CustomizationID is another specification' },
    advice: {
      nb: 'Skriv urn:fdc:peppol.eu:poacc:trns:catalogue:3.',
      en: 'Write urn:fdc:peppol.eu:poacc:trns:catalogue:3.',
    },
    message: {
      nb: '{actual} begynner ikke med {expected}',
      en: '{actual} does not begin with {expected}',
    },
  }),
  {
    published: 'PEPPOL-T58-R001',
    level: 'error',
    stands: 'header',
    specifications: ['response'],
    title: {
      nb: 'Katalogsvarets CustomizationID begynner med Peppols spesifikasjon',
      en: 'The response’s CustomizationID begins with Peppol’s specification',
    },
    fault: { nb: 'Katalogsvar etter en annen spesifikasjon', en: 'Response of another specification' },
    advice: {
      nb: 'Skriv urn:fdc:peppol.eu:poacc:trns:catalogue_response:3.',
      en: 'Write urn:fdc:peppol.eu:poacc:trns:catalogue_response:3.',
    },
    message: { nb: '{actual} begynner ikke med {expected}', en: '{actual} does not begin with {expected}' },
  },
];

/** Of the lists of qualified item information (EHF QII), what holds for every type of item. */
const QII: readonly NamedRule[] = [
  {
    published: 'EHF-QII-G1-R004130',
    level: 'error',
    stands: 'line',
    specifications: ['ehf'],
    title: { nb: 'Varetypen er en av dem EHF QII har', en: 'The type of item is one that EHF QII has' },
    fault: { nb: 'Ukjent varetype i EHF QII', en: 'Unknown type of item in EHF QII' },
    advice: {
      nb: 'Skriv en av varetypene i EHF Catalogue 3.0.4 i cbc:ItemClassificationCode med listID="ZZZ".',
      en: 'Write one of the types of EHF Catalogue 3.0.4 in cbc:ItemClassificationCode with listID="ZZZ".',
    },
    message: { nb: '{actual} er ingen varetype i EHF QII', en: '{actual} is no type of item in EHF QII' },
  },
  {
    id: 'ehf-qii-length',
    level: 'error',
    stands: 'line',
    specifications: ['ehf'],
    title: {
      nb: 'Navn og merke på varer med EHF QII har høyst 300 tegn',
      en: 'Name and brand of items with EHF QII have at most 300 characters',
    },
    fault: { nb: 'Navn eller merke over 300 tegn (EHF QII)', en: 'Name or brand above 300 characters (EHF QII)' },
    advice: { nb: 'Forkort teksten til 300 tegn.', en: 'Shorten the text to 300 characters.' },
    message: {
      nb: 'Teksten har {actual} tegn, høyst {expected} er tillatt',
      en: 'The text has {actual} characters, at most {expected} are allowed',
    },
  },
  {
    id: 'ehf-qii-blank',
    level: 'error',
    stands: 'line',
    specifications: ['ehf'],
    title: {
      nb: 'Ingen felt på varer med EHF QII inneholder bare blanke tegn',
      en: 'No field of items with EHF QII contains only blanks',
    },
    fault: { nb: 'Felt med bare blanke tegn (EHF QII)', en: 'Fields with blanks only (EHF QII)' },
    advice: { nb: 'Fyll ut feltet, eller ta det bort.', en: 'Fill in the field, or leave it out.' },
    message: { nb: '{actual} inneholder bare blanke tegn', en: '{actual} contains only blanks' },
  },
];

/** What the UBL schema refuses and no published rule tells; ours, so that a file that passes here is taken there. */
const SCHEMA: readonly NamedRule[] = [
  {
    id: 'schema-namespace',
    level: 'error',
    stands: 'header',
    specifications: ALL,
    title: { nb: 'Rotelementet står i UBLs navnerom', en: 'The root element is in UBL’s namespace' },
    fault: { nb: 'Rotelementet står i et annet navnerom', en: 'The root element is in another namespace' },
    advice: { nb: 'Skriv navnerommet slik meldingen sier.', en: 'Write the namespace as the message says.' },
    message: {
      nb: 'Rotelementets navnerom er {actual}, skal være {expected}',
      en: 'The root element’s namespace is {actual}, must be {expected}',
    },
  },
  {
    id: 'schema-order',
    level: 'error',
    stands: 'both',
    specifications: ALL,
    title: { nb: 'Elementene står i UBLs rekkefølge', en: 'Elements are in the order of UBL' },
    fault: { nb: 'Elementer i feil rekkefølge', en: 'Elements in the wrong order' },
    advice: {
      nb: 'Flytt elementet foran det som meldingen nevner.',
      en: 'Move the element in front of the one that the message names.',
    },
    message: { nb: '{actual} skal stå foran {expected}', en: '{actual} must come before {expected}' },
  },
  {
    id: 'schema-repeated',
    level: 'error',
    stands: 'both',
    specifications: ALL,
    title: { nb: 'Elementer som UBL tillater én gang, står én gang', en: 'Elements that UBL allows once occur once' },
    fault: { nb: 'Elementer som er gjentatt', en: 'Repeated elements' },
    advice: { nb: 'Behold ett av elementene.', en: 'Keep one of the elements.' },
    message: {
      nb: '{actual} står flere ganger i {expected}, bare én er tillatt',
      en: '{actual} occurs several times in {expected}, only one is allowed',
    },
  },
  {
    id: 'schema-missing',
    level: 'error',
    stands: 'both',
    specifications: ALL,
    title: { nb: 'Elementer som UBL krever, er med', en: 'Elements that UBL demands are there' },
    fault: { nb: 'Elementer som UBL krever, mangler', en: 'Elements that UBL demands are missing' },
    advice: {
      nb: 'Legg til elementet, eller ta bort det som er rundt.',
      en: 'Add the element, or leave out the one around it.',
    },
    message: { nb: '{expected} mangler i {actual}', en: '{expected} is missing in {actual}' },
  },
  {
    id: 'schema-unknown-element',
    level: 'error',
    stands: 'both',
    specifications: ALL,
    title: { nb: 'Bare elementer fra modellen er med', en: 'Only elements of the model are there' },
    fault: { nb: 'Elementer som ikke hører hjemme der de står', en: 'Elements that do not belong where they are' },
    advice: {
      nb: 'Ta bort elementet, og flytt innholdet dit det hører hjemme.',
      en: 'Leave out the element, and move its content to where it belongs.',
    },
    message: { nb: '{actual} hører ikke hjemme i {expected}', en: '{actual} does not belong in {expected}' },
  },
  {
    id: 'schema-unknown-attribute',
    level: 'error',
    stands: 'both',
    specifications: ALL,
    title: { nb: 'Bare attributter som UBL har, er med', en: 'Only attributes that UBL has are there' },
    fault: { nb: 'Attributter som UBL ikke har', en: 'Attributes that UBL does not have' },
    advice: { nb: 'Ta bort attributtet.', en: 'Leave out the attribute.' },
    message: {
      nb: 'Attributtet {actual} hører ikke hjemme i {expected}',
      en: 'The attribute {actual} does not belong in {expected}',
    },
  },
  {
    id: 'schema-text',
    level: 'error',
    stands: 'both',
    specifications: ALL,
    title: { nb: 'Tekst står bare i elementer med verdi', en: 'Text occurs only in elements with a value' },
    fault: { nb: 'Tekst utenfor elementene', en: 'Text outside the elements' },
    advice: {
      nb: 'Ta bort teksten, eller sett den i elementet den hører til.',
      en: 'Leave out the text, or put it into the element it belongs to.',
    },
    message: { nb: 'Tekst står mellom elementene i {actual}', en: 'There is text between the elements in {actual}' },
  },
  {
    id: 'schema-value',
    level: 'error',
    stands: 'both',
    specifications: ALL,
    title: {
      nb: 'Tall, datoer og ja/nei er skrevet slik UBL vil',
      en: 'Numbers, dates and yes/no are written as UBL wants',
    },
    fault: { nb: 'Verdier som ikke er skrevet slik UBL vil', en: 'Values that are not written as UBL wants' },
    advice: {
      nb: 'Tall med punktum og uten tusenskiller (1234.50), datoer som 2026-11-01, true eller false.',
      en: 'Numbers with a point and without thousands separators (1234.50), dates as 2026-11-01, true or false.',
    },
    message: {
      number: {
        nb: '{actual} er ikke et tall med punktum som desimaltegn',
        en: '{actual} is no number with a decimal point',
      },
      date: { nb: '{actual} er ikke en dato på formen ÅÅÅÅ-MM-DD', en: '{actual} is no date of the form YYYY-MM-DD' },
      time: {
        nb: '{actual} er ikke et klokkeslett på formen TT:MM:SS',
        en: '{actual} is no time of the form HH:MM:SS',
      },
      boolean: { nb: '{actual} er verken true eller false', en: '{actual} is neither true nor false' },
      base64: { nb: '{actual} inneholder noe annet enn base64', en: '{actual} contains something other than base64' },
    },
  },
  {
    id: 'repeated',
    level: 'warning',
    stands: 'both',
    specifications: ALL,
    title: {
      nb: 'Elementer som spesifikasjonen tillater én gang, står én gang',
      en: 'Elements that the specification allows once occur once',
    },
    fault: { nb: 'Elementer gjentatt mot spesifikasjonen', en: 'Elements repeated against the specification' },
    advice: {
      nb: 'Behold ett av elementene: mottakeren leser trolig bare ett.',
      en: 'Keep one of the elements: the receiver probably reads just one.',
    },
    message: {
      nb: '{actual} står flere ganger i {expected}. Spesifikasjonen tillater én, selv om ingen regel i nettverket prøver det',
      en: '{actual} occurs several times in {expected}. The specification allows one, though no rule of the network tests it',
    },
  },
];

/** What the guides ask for, and neither the schema nor a published rule tests. */
const GUIDES: readonly NamedRule[] = [
  {
    id: 'order-quantity-unit',
    level: 'warning',
    stands: 'line',
    specifications: CATALOGUES,
    source: {
      nb: 'Peppol BIS Catalogue 3 og EHF Catalogue 3.0: prisen og mengdene er for enheten varen bestilles i',
      en: 'Peppol BIS Catalogue 3 and EHF Catalogue 3.0: price and quantities are for the unit that is ordered',
    },
    title: {
      nb: 'Minste og største bestilling er i enheten varen bestilles i',
      en: 'Minimum and maximum order quantity are in the unit that is ordered',
    },
    fault: {
      nb: 'Minste eller største bestilling i en annen enhet',
      en: 'Minimum or maximum order quantity in another unit',
    },
    advice: {
      nb: 'Skriv mengden i enheten i cbc:OrderableUnit, eller rett enheten.',
      en: 'Write the quantity in the unit of cbc:OrderableUnit, or correct that unit.',
    },
    message: {
      nb: 'Mengden er i {actual}, men varen bestilles i {expected}: hvor mye som må bestilles, er uklart',
      en: 'The quantity is in {actual}, but the item is ordered in {expected}: how much must be ordered is not clear',
    },
  },
];

export const NAMED_RULES: readonly NamedRule[] = [...COMMON, ...BUSINESS, ...QII, ...SCHEMA, ...GUIDES];
