/**
 * What a Catalogue and a Catalogue Response may hold, element by element, in the order that UBL prescribes. From:
 * OpenPEPPOL/poacc-upgrade-3, structure/syntax (Catalogue 3.4, May 2025; the numbers of the rules as of 2025.11 and
 * 2026.5), anskaffelser/ehf-postaward-g3, src/catalogue-3.0 (EHF Catalogue 3.0.4), and the UBL 2.1 and 2.2 schemas.
 *
 * A line is an element, indented below the one it stands in: its name, how often it may stand there (`n`: any number;
 * `0..1*`: once by the specification, any number by the schema; `0..1+`: once by the schema, or none by the
 * specification), its type, and the code list of its value. Then its attributes: `!` is mandatory, `=` names a code
 * list, `?` is one that is counted in the numbers of the rules and asked for by none. `open`: other elements in it are
 * left to the schema. `:` gives the one value allowed. `peppol:` and `ehf:` begin what holds only there.
 */

/** Both specifications of a Catalogue. */
export const CATALOGUE = `
Catalogue 1..1
  peppol: CustomizationID 1..1 id
  ehf: CustomizationID 1..1 id:urn:fdc:peppol.eu:poacc:trns:catalogue:3:extended:urn:fdc:anskaffelser.no:2019:ehf:spec:3.0
  peppol: ProfileID 1..1 id
  ehf: ProfileID 1..1 id:urn:fdc:anskaffelser.no:2019:ehf:postaward:g3:01:1.0
  ID 1..1 id
  ActionCode 0..1 code=ActionCode_header
  Name 0..1 text
  IssueDate 1..1 date
  VersionID 0..1 id
  ValidityPeriod 1..1*
    StartDate 0..1 date
    EndDate 0..1 date
  ReferencedContract 0..1*
    ID 1..1 id
  SourceCatalogueReference 0..1
    ID 1..1 id
  ProviderParty 1..1
    peppol: EndpointID 1..1 id @schemeID!=eas
    ehf: EndpointID 1..1 id @schemeID!:0192
    PartyIdentification 0..1* open
      ID 1..1 id @schemeID=ICD
    PostalAddress 0..1
      StreetName 0..1 text
      AdditionalStreetName 0..1 text
      CityName 0..1 text
      PostalZone 0..1 text
      CountrySubentity 0..1 text
      AddressLine 0..1* open
        Line 0..1+ text
      Country 1..1
        IdentificationCode 1..1 code=ISO3166
    PartyLegalEntity 1..1*
      RegistrationName 1..1 text
      CompanyID 0..1 id @schemeID=ICD
      RegistrationAddress 0..1
        CityName 0..1 text
        Country 0..1
          IdentificationCode 1..1 code=ISO3166
  ReceiverParty 1..1
    peppol: EndpointID 1..1 id @schemeID!=eas
    ehf: EndpointID 1..1 id @schemeID!:0192
    PartyIdentification 0..1* open
      ID 1..1 id @schemeID=ICD
    PostalAddress 0..1
      StreetName 0..1 text
      AdditionalStreetName 0..1 text
      CityName 0..1 text
      PostalZone 0..1 text
      CountrySubentity 0..1 text
      AddressLine 0..1* open
        Line 0..1+ text
      Country 1..1
        IdentificationCode 1..1 code=ISO3166
    PartyLegalEntity 1..1*
      RegistrationName 1..1 text
      CompanyID 0..1 id @schemeID=ICD
      RegistrationAddress 0..1
        CityName 0..1 text
        Country 0..1
          IdentificationCode 0..1 code=ISO3166
  SellerSupplierParty 0..1
    Party 1..1
      peppol: EndpointID 0..1 id @schemeID!=eas
      ehf: EndpointID 0..1 id @schemeID!:0192
      PartyIdentification 0..1* open
        ID 1..1 id @schemeID=ICD
      PartyName 0..1* open
        Name 1..1 text
      PostalAddress 0..1
        StreetName 0..1 text
        AdditionalStreetName 0..1 text
        CityName 0..1 text
        PostalZone 0..1 text
        CountrySubentity 0..1 text
        AddressLine 0..1* open
          Line 0..1+ text
        Country 1..1
          IdentificationCode 1..1 code=ISO3166
      Contact 0..1
        Name 0..1 text
        Telephone 0..1 text
        ElectronicMail 0..1 text
  ContractorCustomerParty 0..1
    Party 0..1
      peppol: EndpointID 0..1 id @schemeID!=eas
      ehf: EndpointID 0..1 id @schemeID!:0192
      PartyIdentification 0..1* open
        ID 1..1 id @schemeID=ICD
      PartyName 0..1* open
        Name 1..1 text
      PostalAddress 0..1
        StreetName 0..1 text
        AdditionalStreetName 0..1 text
        CityName 0..1 text
        PostalZone 0..1 text
        CountrySubentity 0..1 text
        AddressLine 0..1* open
          Line 0..1+ text
        Country 1..1
          IdentificationCode 1..1 code=ISO3166
      Contact 0..1
        Name 0..1 text
        Telephone 0..1 text
        ElectronicMail 0..1 text
  TradingTerms 0..n
    Information 0..n text
  CatalogueLine 1..n
    ID 1..1 id
    ActionCode 0..1 code=ActionCode_line
    OrderableIndicator 0..1 boolean=TrueFalse
    OrderableUnit 0..1 code=UNECERec20
    ContentUnitQuantity 0..1 decimal @unitCode!=UNECERec20
    OrderQuantityIncrementNumeric 0..1 decimal
    MinimumOrderQuantity 0..1 decimal @unitCode!=UNECERec20
    MaximumOrderQuantity 0..1 decimal @unitCode!=UNECERec20
    WarrantyInformation 0..1* text
    PackLevelCode 0..1 code=GS17009
    LineValidityPeriod 0..1
      StartDate 0..1 date
      EndDate 0..1 date
    ItemComparison 0..n open
      PriceAmount 0..1 amount @currencyID!=ISO4217
      Quantity 0..1 decimal @unitCode!=UNECERec20
    ComponentRelatedItem 0..n
      ID 0..1 id
      Quantity 0..1 decimal @unitCode!=UNECERec20
    AccessoryRelatedItem 0..n
      ID 0..1 id
      Quantity 0..1 decimal @unitCode!=UNECERec20
    RequiredRelatedItem 0..n
      ID 0..1 id
      Quantity 0..1 decimal @unitCode!=UNECERec20
    ReplacedRelatedItem 0..n
      ID 0..1 id
      Quantity 0..1 decimal @unitCode!=UNECERec20
    RequiredItemLocationQuantity 0..n
      LeadTimeMeasure 0..1 measure @unitCode!=UNECERec20
      MinimumQuantity 0..1 decimal @unitCode!=UNECERec20
      MaximumQuantity 0..1 decimal @unitCode!=UNECERec20
      ApplicableTerritoryAddress 0..n
        StreetName 0..1 text
        AdditionalStreetName 0..1 text
        CityName 0..1 text
        PostalZone 0..1 text
        CountrySubentity 0..1 text
        AddressLine 0..1* open
          Line 0..1+ text
        Country 0..1
          IdentificationCode 1..1 code=ISO3166
      Price 0..1
        PriceAmount 1..1 amount @currencyID!=ISO4217
        BaseQuantity 0..1 decimal @unitCode!=UNECERec20
        PriceType 0..1 text=UNCL5387
        OrderableUnitFactorRate 0..1 decimal
        peppol: ValidityPeriod 0..1*
          StartDate 0..1 date
          EndDate 0..1 date
        ehf: ValidityPeriod 0..n
          StartDate 0..1 date
          EndDate 0..1 date
    Item 1..1
      Description 0..n text
      PackQuantity 0..1 decimal @unitCode!=UNECERec20
      PackSizeNumeric 0..1 decimal
      Name 1..1 text
      Keyword 0..n text
      BrandName 0..n text
      BuyersItemIdentification 0..1
        ID 1..1 id
      SellersItemIdentification 0..1
        ID 1..1 id
      ManufacturersItemIdentification 0..1*
        ID 1..1 id
      StandardItemIdentification 0..1
        ID 1..1 id @schemeID!=ICD
      ItemSpecificationDocumentReference 0..n
        ID 1..1 id
        DocumentTypeCode 0..1 code=UNCL1001+Image
        DocumentDescription 0..n text
        Attachment 0..1
          EmbeddedDocumentBinaryObject 0..1 base64 @mimeCode!=MimeCode @filename!
          ExternalReference 0..1
            URI 1..1 id
      OriginCountry 0..1
        IdentificationCode 1..1 code=ISO3166
      CommodityClassification 0..n
        peppol: ItemClassificationCode 1..1 code @listID!=UNCL7143 @listVersionID @name
        ehf: ItemClassificationCode 1..1 code @listID!=UNCL7143 @listVersionID
      peppol: TransactionConditions 0..n
        ActionCode 1..1 code=TransactionCondition
      ehf: TransactionConditions 0..1*
        ActionCode 1..1 code:CT
      HazardousItem 0..n
        UNDGCode 0..1 code=UNCL8273
        HazardClassID 0..1 id
      ClassifiedTaxCategory 0..1*
        peppol: ID 1..1 id
        ehf: ID 1..1 id=UNCL5305
        Percent 0..1 decimal
        TaxScheme 1..1
          ID 1..1 id
      AdditionalItemProperty 0..n
        peppol: ID 0..1 id @schemeDataURI @schemeID @schemeVersionID
        Name 1..1 text
        peppol: NameCode 0..1 code @listID! @?
        ehf: NameCode 0..1 code @listID!
        peppol: Value 1..1 text
        ehf: Value 0..1 text
        ValueQuantity 0..1 decimal @unitCode!=UNECERec20
        ValueQualifier 0..1* text
        ehf: ListValue 0..n text
      ManufacturerParty 0..1*
        PartyName 1..1* open
          Name 1..1 text
      ItemInstance 0..n
        BestBeforeDate 0..1 date
        LotIdentification 0..1
          LotNumberID 0..1 id
      Certificate 0..n
        ID 1..1 id
        peppol: CertificateTypeCode 1..1 code=labels
        ehf: CertificateTypeCode 1..1 code=labelsEhf
        CertificateType 1..1 text
        Remarks 0..n text
        IssuerParty 1..1
          PartyName 1..1* open
            Name 1..1 text
        DocumentReference 0..n
          ID 1..1 id
      Dimension 0..n open
        AttributeID 1..1 id=UNCL6313
        Measure 0..1 measure @unitCode!=UNECERec20
        Description 0..n text
        MinimumMeasure 0..1 measure @unitCode!=UNECERec20
        MaximumMeasure 0..1 measure @unitCode!=UNECERec20
`;

/** The receiver's answer to a Catalogue, of Peppol. */
export const RESPONSE = `
ApplicationResponse 1..1
  CustomizationID 1..1 id
  ProfileID 1..1 id:urn:fdc:peppol.eu:poacc:bis:catalogue_only:3
  ID 1..1 id
  IssueDate 1..1 date
  IssueTime 0..1 time
  Note 0..n text
  SenderParty 1..1
    EndpointID 1..1 id @schemeID!=eas
    PartyIdentification 0..1* open
      ID 1..1 id @schemeID=ICD
    PartyLegalEntity 0..1*
      RegistrationName 1..1 text
  ReceiverParty 1..1
    EndpointID 1..1 id @schemeID!=eas
    PartyIdentification 0..n open
      ID 1..1 id @schemeID=ICD
    PartyLegalEntity 0..1*
      RegistrationName 1..1 text
  DocumentResponse 0..n
    Response 1..1
      ResponseCode 1..1 code=UNCL4343
    DocumentReference 1..1*
      ID 1..1 id
      VersionID 0..1 id
`;
