/** Catalogue documents of Peppol and EHF that keep every rule, as trees that a test can break in one place. */

/** An element of a document; those without a value hold others. */
export interface Part {
  /** With its prefix; the root has none. */
  name: string;
  readonly attributes: Record<string, string>;
  text: string;
  readonly children: Part[];
}

/** One element a line: name, attributes, and behind a blank its value; indented below what it stands in. */
const PEPPOL = `
Catalogue
  CustomizationID urn:fdc:peppol.eu:poacc:trns:catalogue:3
  ProfileID urn:fdc:peppol.eu:poacc:bis:catalogue_only:3
  ID KAT-1
  ActionCode Replace
  Name Kontorrekvisita
  IssueDate 2026-11-01
  VersionID 1
  ValidityPeriod
    StartDate 2026-11-01
    EndDate 2027-10-31
  ReferencedContract
    ID 2025/17
  SourceCatalogueReference
    ID KAT-0
  ProviderParty
    EndpointID@schemeID=0192 923609016
    PartyIdentification
      ID@schemeID=0192 923609016
    PostalAddress
      StreetName Storgata 1
      AdditionalStreetName Oppgang B
      CityName Oslo
      PostalZone 0155
      CountrySubentity Oslo
      AddressLine
        Line Bakgården
      Country
        IdentificationCode NO
    PartyLegalEntity
      RegistrationName Skarvtind Forsyning AS
      CompanyID@schemeID=0192 923609016
      RegistrationAddress
        CityName Oslo
        Country
          IdentificationCode NO
  ReceiverParty
    EndpointID@schemeID=0192 974760673
    PartyIdentification
      ID@schemeID=0192 974760673
    PostalAddress
      StreetName Havnegata 2
      AdditionalStreetName Inngang C
      CityName Brønnøysund
      PostalZone 8900
      CountrySubentity Nordland
      AddressLine
        Line Tredje etasje
      Country
        IdentificationCode NO
    PartyLegalEntity
      RegistrationName Brønn kommune
      CompanyID@schemeID=0192 974760673
      RegistrationAddress
        CityName Brønnøysund
        Country
          IdentificationCode NO
  SellerSupplierParty
    Party
      EndpointID@schemeID=0192 923609016
      PartyIdentification
        ID@schemeID=0192 923609016
      PartyName
        Name Skarvtind
      PostalAddress
        StreetName Storgata 1
        AdditionalStreetName Oppgang B
        CityName Oslo
        PostalZone 0155
        CountrySubentity Oslo
        AddressLine
          Line Bakgården
        Country
          IdentificationCode NO
      Contact
        Name Kari Holm
        Telephone 22 00 00 00
        ElectronicMail kari@example.com
  ContractorCustomerParty
    Party
      EndpointID@schemeID=0192 974760673
      PartyIdentification
        ID@schemeID=0192 974760673
      PartyName
        Name Brønn
      PostalAddress
        StreetName Havnegata 2
        AdditionalStreetName Inngang C
        CityName Brønnøysund
        PostalZone 8900
        CountrySubentity Nordland
        AddressLine
          Line Tredje etasje
        Country
          IdentificationCode NO
      Contact
        Name Ola Dahl
        Telephone 75 00 00 00
        ElectronicMail ola@example.com
  TradingTerms
    Information Netto 30 dager
  CatalogueLine
    ID 1
    ActionCode Add
    OrderableIndicator true
    OrderableUnit EA
    ContentUnitQuantity@unitCode=MLT 250
    OrderQuantityIncrementNumeric 1
    MinimumOrderQuantity@unitCode=EA 1
    MaximumOrderQuantity@unitCode=EA 100
    WarrantyInformation To år
    PackLevelCode CU
    LineValidityPeriod
      StartDate 2026-11-01
      EndDate 2027-10-31
    ItemComparison
      PriceAmount@currencyID=NOK 40.00
      Quantity@unitCode=LTR 0.25
    ComponentRelatedItem
      ID 2
      Quantity@unitCode=EA 1
    AccessoryRelatedItem
      ID 3
      Quantity@unitCode=EA 1
    RequiredRelatedItem
      ID 4
      Quantity@unitCode=EA 1
    ReplacedRelatedItem
      ID 5
      Quantity@unitCode=EA 1
    RequiredItemLocationQuantity
      LeadTimeMeasure@unitCode=DAY 2
      MinimumQuantity@unitCode=EA 1
      MaximumQuantity@unitCode=EA 10
      ApplicableTerritoryAddress
        StreetName Storgata 1
        AdditionalStreetName Oppgang B
        CityName Oslo
        PostalZone 0155
        CountrySubentity Oslo
        AddressLine
          Line Bakgården
        Country
          IdentificationCode NO
      Price
        PriceAmount@currencyID=NOK 10.00
        BaseQuantity@unitCode=EA 1
        PriceType AAA
        OrderableUnitFactorRate 1
        ValidityPeriod
          StartDate 2026-12-01
          EndDate 2026-12-31
    Item
      Description Håndsåpe på flaske
      PackQuantity@unitCode=EA 1
      PackSizeNumeric 1
      Name Håndsåpe 250 ml
      Keyword såpe
      BrandName Fjellbekk
      BuyersItemIdentification
        ID K-100
      SellersItemIdentification
        ID 100
      ManufacturersItemIdentification
        ID F-250
      StandardItemIdentification
        ID@schemeID=0160 7038010000003
      ItemSpecificationDocumentReference
        ID bilde
        DocumentTypeCode PRODUCT_IMAGE
        DocumentDescription Forfra
        Attachment
          EmbeddedDocumentBinaryObject@mimeCode=image/png@filename=a.png iVBORw0KGgo=
          ExternalReference
            URI https://example.com/a.png
      OriginCountry
        IdentificationCode NO
      CommodityClassification
        ItemClassificationCode@listID=TST@listVersionID=26 53131608
      TransactionConditions
        ActionCode CT
      HazardousItem
        UNDGCode ADR
        HazardClassID 3
      ClassifiedTaxCategory
        ID S
        Percent 25
        TaxScheme
          ID VAT
      AdditionalItemProperty
        ID@schemeID=GS1 1
        Name Duft
        NameCode@listID=NN D
        Value Nøytral
        ValueQuantity@unitCode=GRM 18
        ValueQualifier Egenskap
      ManufacturerParty
        PartyName
          Name Fjellbekk AS
      ItemInstance
        BestBeforeDate 2028-01-01
        LotIdentification
          LotNumberID 17
      Certificate
        ID Svanemerket
        CertificateTypeCode SVANEN
        CertificateType Environmental
        Remarks 2090 0001
        IssuerParty
          PartyName
            Name NA
        DocumentReference
          ID https://example.com/svanen
      Dimension
        AttributeID HT
        Measure@unitCode=CMT 18
        Description Med pumpe
        MinimumMeasure@unitCode=CEL 5
        MaximumMeasure@unitCode=CEL 30
`;

/** Every element that a Peppol catalogue may have, once. */
export function peppolDocument(): Part {
  return parsed(PEPPOL);
}

function parsed(text: string): Part {
  const parts: Part[] = [];
  for (const line of text.trim().split('\n')) {
    const depth = line.search(/\S/) / 2;
    const [, head = '', value = ''] = /^(\S+) ?(.*)$/.exec(line.trim()) ?? [];
    const [name = '', ...attributes] = head.split('@');
    const part: Part = {
      name: depth === 0 ? name : `cbc:${name}`,
      attributes: Object.fromEntries(attributes.map((one) => one.split('=') as [string, string])),
      text: value,
      children: [],
    };
    parts[depth] = part;
    const parent = parts[depth - 1];
    if (parent === undefined) continue;
    parent.children.push(part);
    if (depth > 1) parent.name = parent.name.replace('cbc:', 'cac:');
  }
  const [root] = parts;
  if (root === undefined) throw new Error('a document has a root');
  return root;
}

export function newPart(name: string, text = ''): Part {
  return { name, attributes: {}, text, children: [] };
}

/** The same as an EHF catalogue. */
export function ehfDocument(): Part {
  const root = peppolDocument();
  part(root, 'CustomizationID').text =
    'urn:fdc:peppol.eu:poacc:trns:catalogue:3:extended:urn:fdc:anskaffelser.no:2019:ehf:spec:3.0';
  part(root, 'ProfileID').text = 'urn:fdc:anskaffelser.no:2019:ehf:postaward:g3:01:1.0';
  const property = part(root, 'CatalogueLine/Item/AdditionalItemProperty');
  remove(property, 'ID');
  property.children.push(newPart('cbc:ListValue', 'a'));
  return root;
}

/** The receiver's answer, with every element that it may have. */
export function responseDocument(): Part {
  return parsed(RESPONSE);
}

const RESPONSE = `
ApplicationResponse
  CustomizationID urn:fdc:peppol.eu:poacc:trns:catalogue_response:3
  ProfileID urn:fdc:peppol.eu:poacc:bis:catalogue_only:3
  ID SVAR-1
  IssueDate 2026-11-02
  IssueTime 12:00:00
  Note Godtatt
  SenderParty
    EndpointID@schemeID=0192 974760673
    PartyIdentification
      ID@schemeID=0192 974760673
    PartyLegalEntity
      RegistrationName Brønn kommune
  ReceiverParty
    EndpointID@schemeID=0192 923609016
    PartyIdentification
      ID@schemeID=0192 923609016
    PartyLegalEntity
      RegistrationName Skarvtind Forsyning AS
  DocumentResponse
    Response
      ResponseCode AP
    DocumentReference
      ID KAT-1
      VersionID 1
`;

/** The first element of that path, names with `/` from below the one given. @throws Error when there is none */
export function part(root: Part, path: string): Part {
  let found: Part | undefined = root;
  for (const name of path === '' ? [] : path.split('/'))
    found = found?.children.find((child) => localName(child) === name);
  if (found === undefined) throw new Error(`the document has no ${path}`);
  return found;
}

export function localName({ name }: Pick<Part, 'name'>): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Takes the element out. */
export function remove(root: Part, path: string): void {
  const end = path.lastIndexOf('/');
  const parent = end < 0 ? root : part(root, path.slice(0, end));
  const at = parent.children.indexOf(part(root, path));
  parent.children.splice(at, 1);
}

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';

export function documentText(root: Part): string {
  const namespaces = `xmlns="${UBL}:${root.name}-2" xmlns:cac="${UBL}:CommonAggregateComponents-2" xmlns:cbc="${UBL}:CommonBasicComponents-2"`;
  const attributes = attributesText(root);
  const inside = root.children.map((child) => partText(child, '\t')).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root.name} ${namespaces}${attributes}>\n${inside}</${root.name}>\n`;
}

function partText({ name, children, text, ...rest }: Part, indent: string): string {
  const start = `${indent}<${name}${attributesText(rest)}>`;
  if (children.length === 0) return `${start}${escaped(text)}</${name}>\n`;
  const inside = children.map((child) => partText(child, `${indent}\t`)).join('');
  return `${start}${escaped(text)}\n${inside}${indent}</${name}>\n`;
}

function attributesText({ attributes }: Pick<Part, 'attributes'>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
