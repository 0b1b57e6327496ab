/**
 * The structure rules of set 2026.5 (PEPPOL-T19-B): the number of each, what breaks it (see form-cases.ts), and behind `|`
 * the rules that say something of the same fault.
 */
export const STRUCTURE_CASES = `
B00101 -CustomizationID
B00102 -ProfileID
B00103 -ID
B00104 -IssueDate
B00105 -ValidityPeriod
B00106 -ProviderParty
B00107 -ReceiverParty
B00108 -CatalogueLine
B00109 @xsi:schemaLocation=a | common-r003
B00110 +
B00501 ActionCode=x
B00901 +ValidityPeriod
B01201 -ReferencedContract/ID | common-r001
B01202 +ReferencedContract
B01401 -SourceCatalogueReference/ID | common-r001
B01402 +SourceCatalogueReference
B01601 -ProviderParty/EndpointID
B01602 -ProviderParty/PartyLegalEntity
B01603 +ProviderParty
B01701 -ProviderParty/EndpointID@schemeID
B01702 ProviderParty/EndpointID@schemeID=x
B01901 -ProviderParty/PartyIdentification/ID | common-r001
B02001 ProviderParty/PartyIdentification/ID@schemeID=x
B02201 -ProviderParty/PostalAddress/Country
B02202 +ProviderParty/PostalAddress
B03001 -ProviderParty/PostalAddress/Country/IdentificationCode | common-r001
B03002 +ProviderParty/PostalAddress/Country
B03101 ProviderParty/PostalAddress/Country/IdentificationCode=x
B03201 -ProviderParty/PartyLegalEntity/RegistrationName
B03202 +ProviderParty/PartyLegalEntity
B03401 ProviderParty/PartyLegalEntity/CompanyID@schemeID=x
B03601 +ProviderParty/PartyLegalEntity/RegistrationAddress
B03801 -ProviderParty/PartyLegalEntity/RegistrationAddress/Country/IdentificationCode | common-r001
B03802 +ProviderParty/PartyLegalEntity/RegistrationAddress/Country
B03901 ProviderParty/PartyLegalEntity/RegistrationAddress/Country/IdentificationCode=x
B04001 -ReceiverParty/EndpointID
B04002 -ReceiverParty/PartyLegalEntity
B04003 +ReceiverParty
B04101 -ReceiverParty/EndpointID@schemeID
B04102 ReceiverParty/EndpointID@schemeID=x
B04301 -ReceiverParty/PartyIdentification/ID | common-r001
B04401 ReceiverParty/PartyIdentification/ID@schemeID=x
B04601 -ReceiverParty/PostalAddress/Country
B04602 +ReceiverParty/PostalAddress
B05401 -ReceiverParty/PostalAddress/Country/IdentificationCode | common-r001
B05402 +ReceiverParty/PostalAddress/Country
B05501 ReceiverParty/PostalAddress/Country/IdentificationCode=x
B05601 -ReceiverParty/PartyLegalEntity/RegistrationName
B05602 +ReceiverParty/PartyLegalEntity
B05801 ReceiverParty/PartyLegalEntity/CompanyID@schemeID=x
B06001 +ReceiverParty/PartyLegalEntity/RegistrationAddress
B06201 +ReceiverParty/PartyLegalEntity/RegistrationAddress/Country
B06301 ReceiverParty/PartyLegalEntity/RegistrationAddress/Country/IdentificationCode=x
B06401 -SellerSupplierParty/Party | common-r001 t19-r004
B06402 +SellerSupplierParty
B06501 +SellerSupplierParty/Party
B06601 -SellerSupplierParty/Party/EndpointID@schemeID
B06602 SellerSupplierParty/Party/EndpointID@schemeID=x
B06801 -SellerSupplierParty/Party/PartyIdentification/ID | common-r001
B06901 SellerSupplierParty/Party/PartyIdentification/ID@schemeID=x
B07101 -SellerSupplierParty/Party/PartyName/Name | common-r001
B07301 -SellerSupplierParty/Party/PostalAddress/Country
B07302 +SellerSupplierParty/Party/PostalAddress
B08101 -SellerSupplierParty/Party/PostalAddress/Country/IdentificationCode | common-r001
B08102 +SellerSupplierParty/Party/PostalAddress/Country
B08201 SellerSupplierParty/Party/PostalAddress/Country/IdentificationCode=x
B08301 +SellerSupplierParty/Party/Contact
B08701 +ContractorCustomerParty
B08801 +ContractorCustomerParty/Party
B08901 -ContractorCustomerParty/Party/EndpointID@schemeID
B08902 ContractorCustomerParty/Party/EndpointID@schemeID=x
B09101 -ContractorCustomerParty/Party/PartyIdentification/ID | common-r001
B09201 ContractorCustomerParty/Party/PartyIdentification/ID@schemeID=x
B09401 -ContractorCustomerParty/Party/PartyName/Name | common-r001
B09601 -ContractorCustomerParty/Party/PostalAddress/Country
B09602 +ContractorCustomerParty/Party/PostalAddress
B10401 -ContractorCustomerParty/Party/PostalAddress/Country/IdentificationCode | common-r001
B10402 +ContractorCustomerParty/Party/PostalAddress/Country
B10501 ContractorCustomerParty/Party/PostalAddress/Country/IdentificationCode=x
B10601 +ContractorCustomerParty/Party/Contact
B11001 +TradingTerms
B11201 -CatalogueLine/ID
B11202 -CatalogueLine/Item
B11203 +CatalogueLine
B11401 CatalogueLine/ActionCode=x
B11501 CatalogueLine/OrderableIndicator=x
B11601 CatalogueLine/OrderableUnit=x
B11701 -CatalogueLine/ContentUnitQuantity@unitCode
B11702 CatalogueLine/ContentUnitQuantity@unitCode=x
B12001 -CatalogueLine/MinimumOrderQuantity@unitCode
B12002 CatalogueLine/MinimumOrderQuantity@unitCode=x
B12201 -CatalogueLine/MaximumOrderQuantity@unitCode
B12202 CatalogueLine/MaximumOrderQuantity@unitCode=x
B12501 CatalogueLine/PackLevelCode=x
B12601 +CatalogueLine/LineValidityPeriod
B13001 -CatalogueLine/ItemComparison/PriceAmount@currencyID
B13002 CatalogueLine/ItemComparison/PriceAmount@currencyID=x
B13201 -CatalogueLine/ItemComparison/Quantity@unitCode
B13202 CatalogueLine/ItemComparison/Quantity@unitCode=x
B13401 +CatalogueLine/ComponentRelatedItem
B13601 -CatalogueLine/ComponentRelatedItem/Quantity@unitCode
B13602 CatalogueLine/ComponentRelatedItem/Quantity@unitCode=x
B13801 +CatalogueLine/AccessoryRelatedItem
B14001 -CatalogueLine/AccessoryRelatedItem/Quantity@unitCode
B14002 CatalogueLine/AccessoryRelatedItem/Quantity@unitCode=x
B14201 +CatalogueLine/RequiredRelatedItem
B14401 -CatalogueLine/RequiredRelatedItem/Quantity@unitCode
B14402 CatalogueLine/RequiredRelatedItem/Quantity@unitCode=x
B14601 +CatalogueLine/ReplacedRelatedItem
B14801 -CatalogueLine/ReplacedRelatedItem/Quantity@unitCode
B14802 CatalogueLine/ReplacedRelatedItem/Quantity@unitCode=x
B15001 +CatalogueLine/RequiredItemLocationQuantity
B15101 -CatalogueLine/RequiredItemLocationQuantity/LeadTimeMeasure@unitCode
B15102 CatalogueLine/RequiredItemLocationQuantity/LeadTimeMeasure@unitCode=x
B15301 -CatalogueLine/RequiredItemLocationQuantity/MinimumQuantity@unitCode
B15302 CatalogueLine/RequiredItemLocationQuantity/MinimumQuantity@unitCode=x
B15501 -CatalogueLine/RequiredItemLocationQuantity/MaximumQuantity@unitCode
B15502 CatalogueLine/RequiredItemLocationQuantity/MaximumQuantity@unitCode=x
B15701 +CatalogueLine/RequiredItemLocationQuantity/ApplicableTerritoryAddress
B16501 -CatalogueLine/RequiredItemLocationQuantity/ApplicableTerritoryAddress/Country/IdentificationCode | common-r001
B16502 +CatalogueLine/RequiredItemLocationQuantity/ApplicableTerritoryAddress/Country
B16601 CatalogueLine/RequiredItemLocationQuantity/ApplicableTerritoryAddress/Country/IdentificationCode=x
B16701 -CatalogueLine/RequiredItemLocationQuantity/Price/PriceAmount | t19-r006
B16702 +CatalogueLine/RequiredItemLocationQuantity/Price
B16801 -CatalogueLine/RequiredItemLocationQuantity/Price/PriceAmount@currencyID
B16802 CatalogueLine/RequiredItemLocationQuantity/Price/PriceAmount@currencyID=x
B17001 -CatalogueLine/RequiredItemLocationQuantity/Price/BaseQuantity@unitCode
B17002 CatalogueLine/RequiredItemLocationQuantity/Price/BaseQuantity@unitCode=x
B17201 CatalogueLine/RequiredItemLocationQuantity/Price/PriceType=x
B17401 +CatalogueLine/RequiredItemLocationQuantity/Price/ValidityPeriod
B17701 -CatalogueLine/Item/Name
B17702 +CatalogueLine/Item
B17901 -CatalogueLine/Item/PackQuantity@unitCode
B17902 CatalogueLine/Item/PackQuantity@unitCode=x
B18501 -CatalogueLine/Item/BuyersItemIdentification/ID | common-r001
B18502 +CatalogueLine/Item/BuyersItemIdentification
B18701 -CatalogueLine/Item/SellersItemIdentification/ID | common-r001
B18702 +CatalogueLine/Item/SellersItemIdentification
B18901 -CatalogueLine/Item/ManufacturersItemIdentification/ID | common-r001
B18902 +CatalogueLine/Item/ManufacturersItemIdentification
B19101 -CatalogueLine/Item/StandardItemIdentification/ID | common-r001
B19102 +CatalogueLine/Item/StandardItemIdentification
B19201 -CatalogueLine/Item/StandardItemIdentification/ID@schemeID
B19202 CatalogueLine/Item/StandardItemIdentification/ID@schemeID=x
B19401 -CatalogueLine/Item/ItemSpecificationDocumentReference/ID
B19402 +CatalogueLine/Item/ItemSpecificationDocumentReference
B19601 CatalogueLine/Item/ItemSpecificationDocumentReference/DocumentTypeCode=x
B19801 +CatalogueLine/Item/ItemSpecificationDocumentReference/Attachment
B19901 -CatalogueLine/Item/ItemSpecificationDocumentReference/Attachment/EmbeddedDocumentBinaryObject@mimeCode
B19902 CatalogueLine/Item/ItemSpecificationDocumentReference/Attachment/EmbeddedDocumentBinaryObject@mimeCode=x
B19903 -CatalogueLine/Item/ItemSpecificationDocumentReference/Attachment/EmbeddedDocumentBinaryObject@filename
B20201 -CatalogueLine/Item/ItemSpecificationDocumentReference/Attachment/ExternalReference/URI | common-r001
B20202 +CatalogueLine/Item/ItemSpecificationDocumentReference/Attachment/ExternalReference
B20401 -CatalogueLine/Item/OriginCountry/IdentificationCode | common-r001
B20402 +CatalogueLine/Item/OriginCountry
B20501 CatalogueLine/Item/OriginCountry/IdentificationCode=x
B20601 -CatalogueLine/Item/CommodityClassification/ItemClassificationCode | common-r001
B20602 +CatalogueLine/Item/CommodityClassification
B20701 -CatalogueLine/Item/CommodityClassification/ItemClassificationCode@listID
B20702 CatalogueLine/Item/CommodityClassification/ItemClassificationCode@listID=x
B21101 -CatalogueLine/Item/TransactionConditions/ActionCode | common-r001
B21102 +CatalogueLine/Item/TransactionConditions
B21201 CatalogueLine/Item/TransactionConditions/ActionCode=x
B21301 +CatalogueLine/Item/HazardousItem
B21401 CatalogueLine/Item/HazardousItem/UNDGCode=x
B21601 -CatalogueLine/Item/ClassifiedTaxCategory/ID
B21602 -CatalogueLine/Item/ClassifiedTaxCategory/TaxScheme
B21603 +CatalogueLine/Item/ClassifiedTaxCategory
B21901 -CatalogueLine/Item/ClassifiedTaxCategory/TaxScheme/ID | common-r001
B21902 +CatalogueLine/Item/ClassifiedTaxCategory/TaxScheme
B22101 -CatalogueLine/Item/AdditionalItemProperty/Name
B22102 -CatalogueLine/Item/AdditionalItemProperty/Value
B22103 +CatalogueLine/Item/AdditionalItemProperty
B22701 -CatalogueLine/Item/AdditionalItemProperty/NameCode@listID
B23101 -CatalogueLine/Item/AdditionalItemProperty/ValueQuantity@unitCode
B23102 CatalogueLine/Item/AdditionalItemProperty/ValueQuantity@unitCode=x
B23401 -CatalogueLine/Item/ManufacturerParty/PartyName | common-r001
B23402 +CatalogueLine/Item/ManufacturerParty
B23501 -CatalogueLine/Item/ManufacturerParty/PartyName/Name | common-r001
B23701 +CatalogueLine/Item/ItemInstance
B23901 +CatalogueLine/Item/ItemInstance/LotIdentification
B24101 -CatalogueLine/Item/Certificate/ID
B24102 -CatalogueLine/Item/Certificate/CertificateTypeCode
B24103 -CatalogueLine/Item/Certificate/CertificateType
B24104 -CatalogueLine/Item/Certificate/IssuerParty
B24105 +CatalogueLine/Item/Certificate
B24301 CatalogueLine/Item/Certificate/CertificateTypeCode=x
B24601 -CatalogueLine/Item/Certificate/IssuerParty/PartyName | common-r001
B24602 +CatalogueLine/Item/Certificate/IssuerParty
B24701 -CatalogueLine/Item/Certificate/IssuerParty/PartyName/Name | common-r001
B24901 -CatalogueLine/Item/Certificate/DocumentReference/ID | common-r001
B24902 +CatalogueLine/Item/Certificate/DocumentReference
B25101 -CatalogueLine/Item/Dimension/AttributeID
B25201 CatalogueLine/Item/Dimension/AttributeID=x
B25301 -CatalogueLine/Item/Dimension/Measure@unitCode
B25302 CatalogueLine/Item/Dimension/Measure@unitCode=x
B25601 -CatalogueLine/Item/Dimension/MinimumMeasure@unitCode
B25602 CatalogueLine/Item/Dimension/MinimumMeasure@unitCode=x
B25801 -CatalogueLine/Item/Dimension/MaximumMeasure@unitCode
B25802 CatalogueLine/Item/Dimension/MaximumMeasure@unitCode=x
`;
