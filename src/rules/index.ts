/** Every rule, by id. Written by `npm run generate`. */
import type { Rule } from '../engine/rule.ts';
import assortmentAgreedItemMissing from './assortment/agreed-item-missing.ts';
import assortmentCoreMissing from './assortment/core-missing.ts';
import assortmentGrown from './assortment/grown.ts';
import assortmentNotAgreed from './assortment/not-agreed.ts';
import assortmentOutsideScope from './assortment/outside-scope.ts';
import assortmentSameNeed from './assortment/same-need.ts';
import assortmentShrunk from './assortment/shrunk.ts';
import catalogueTooManyBreaches from './catalogue/too-many-breaches.ts';
import classMissing from './class/missing.ts';
import classTooGeneral from './class/too-general.ts';
import classUnknown from './class/unknown.ts';
import classUnlikeAgreed from './class/unlike-agreed.ts';
import classUnspscFormat from './class/unspsc-format.ts';
import deliveryLeadTimeAboveAgreed from './delivery/lead-time-above-agreed.ts';
import deliveryLeadTimeMissing from './delivery/lead-time-missing.ts';
import deltaDeletesUnknown from './delta/deletes-unknown.ts';
import deltaWrongAction from './delta/wrong-action.ts';
import expiryAgreementEnded from './expiry/agreement-ended.ts';
import expiryAgreementNotStarted from './expiry/agreement-not-started.ts';
import expiryDiscontinued from './expiry/discontinued.ts';
import expiryDiscontinuedInText from './expiry/discontinued-in-text.ts';
import expiryEndsBeforeStart from './expiry/ends-before-start.ts';
import expiryEndsSoon from './expiry/ends-soon.ts';
import expiryLineEnded from './expiry/line-ended.ts';
import expiryNotStarted from './expiry/not-started.ts';
import expiryOlderThanPrevious from './expiry/older-than-previous.ts';
import expiryOutsideAgreement from './expiry/outside-agreement.ts';
import expiryPriceEnded from './expiry/price-ended.ts';
import expiryPriceNotStarted from './expiry/price-not-started.ts';
import expiryPriceOutsidePeriod from './expiry/price-outside-period.ts';
import expiryReappeared from './expiry/reappeared.ts';
import expiryReturned from './expiry/returned.ts';
import expiryStale from './expiry/stale.ts';
import expirySuccessionLoop from './expiry/succession-loop.ts';
import expirySuccessorDearer from './expiry/successor-dearer.ts';
import expirySuccessorExpired from './expiry/successor-expired.ts';
import expirySuccessorMissing from './expiry/successor-missing.ts';
import expiryWithoutSuccessor from './expiry/without-successor.ts';
import fileArchive from './file/archive.ts';
import fileBlankColumn from './file/blank-column.ts';
import fileBlankRows from './file/blank-rows.ts';
import fileColumnAmbiguous from './file/column-ambiguous.ts';
import fileColumnDoubtful from './file/column-doubtful.ts';
import fileColumnMissing from './file/column-missing.ts';
import fileCutOff from './file/cut-off.ts';
import fileDamaged from './file/damaged.ts';
import fileDeletesCatalogue from './file/deletes-catalogue.ts';
import fileEmpty from './file/empty.ts';
import fileEncodingDeclaration from './file/encoding-declaration.ts';
import fileEncrypted from './file/encrypted.ts';
import fileHiddenColumn from './file/hidden-column.ts';
import fileHiddenRow from './file/hidden-row.ts';
import fileLegacyWorkbook from './file/legacy-workbook.ts';
import fileLineCount from './file/line-count.ts';
import fileNoHeadings from './file/no-headings.ts';
import fileNoLines from './file/no-lines.ts';
import fileNoPrevious from './file/no-previous.ts';
import fileNotACatalogue from './file/not-a-catalogue.ts';
import fileNotAnArticle from './file/not-an-article.ts';
import fileOlderGeneration from './file/older-generation.ts';
import fileSheetAmbiguous from './file/sheet-ambiguous.ts';
import fileTooLarge from './file/too-large.ts';
import fixDate from './fix/date.ts';
import fixGtin from './fix/gtin.ts';
import fixLabel from './fix/label.ts';
import fixMojibake from './fix/mojibake.ts';
import fixNameCase from './fix/name-case.ts';
import fixSpaces from './fix/spaces.ts';
import fixUnit from './fix/unit.ts';
import identityConflict from './identity/conflict.ts';
import identityDummyManufacturer from './identity/dummy-manufacturer.ts';
import identityDuplicate from './identity/duplicate.ts';
import identityGtinChanged from './identity/gtin-changed.ts';
import identityGtinCheckDigit from './identity/gtin-check-digit.ts';
import identityGtinLength from './identity/gtin-length.ts';
import identityGtinPrefix from './identity/gtin-prefix.ts';
import identityLeadingZeroLost from './identity/leading-zero-lost.ts';
import identityMissing from './identity/missing.ts';
import identityNumberChanged from './identity/number-changed.ts';
import identityOtherAgreement from './identity/other-agreement.ts';
import identityOtherSupplier from './identity/other-supplier.ts';
import identityPartyCheckDigit from './identity/party-check-digit.ts';
import labelClaimedInTextOnly from './label/claimed-in-text-only.ts';
import labelDemanded from './label/demanded.ts';
import labelFormerCode from './label/former-code.ts';
import labelLicenceEnded from './label/licence-ended.ts';
import labelLicenceFormat from './label/licence-format.ts';
import labelLicenceMissing from './label/licence-missing.ts';
import labelLost from './label/lost.ts';
import labelNotInCodeList from './label/not-in-code-list.ts';
import labelNotInRegister from './label/not-in-register.ts';
import labelNotRecognised from './label/not-recognised.ts';
import labelRegisterDiffers from './label/register-differs.ts';
import labelSelfDeclared from './label/self-declared.ts';
import labelUnknown from './label/unknown.ts';
import linkMalformed from './link/malformed.ts';
import linkUnreachable from './link/unreachable.ts';
import nameAbbreviation from './name/abbreviation.ts';
import nameCampaign from './name/campaign.ts';
import nameCharacters from './name/characters.ts';
import nameDescriptionLength from './name/description-length.ts';
import nameDuplicate from './name/duplicate.ts';
import nameEncoding from './name/encoding.ts';
import nameFindability from './name/findability.ts';
import nameGenericTerm from './name/generic-term.ts';
import nameIncomplete from './name/incomplete.ts';
import nameItemNumber from './name/item-number.ts';
import nameLanguage from './name/language.ts';
import nameLength from './name/length.ts';
import nameLessThanAgreed from './name/less-than-agreed.ts';
import nameLowerCase from './name/lower-case.ts';
import nameMissing from './name/missing.ts';
import namePunctuation from './name/punctuation.ts';
import nameRepeatedWord from './name/repeated-word.ts';
import nameSameAsDescription from './name/same-as-description.ts';
import nameSearchWithoutHit from './name/search-without-hit.ts';
import nameSearchedForm from './name/searched-form.ts';
import nameTwoNames from './name/two-names.ts';
import nameUpperCase from './name/upper-case.ts';
import originUnknownCountry from './origin/unknown-country.ts';
import peppolTable from './peppol/table.ts';
import priceAboveAgreed from './price/above-agreed.ts';
import priceAdjustmentLate from './price/adjustment-late.ts';
import priceAdjustmentNotAllowed from './price/adjustment-not-allowed.ts';
import priceAdjustmentTooEarly from './price/adjustment-too-early.ts';
import priceAdjustmentTooFrequent from './price/adjustment-too-frequent.ts';
import priceBasisDiffers from './price/basis-differs.ts';
import priceBelowAgreed from './price/below-agreed.ts';
import priceCampaignEnded from './price/campaign-ended.ts';
import priceChangeLimit from './price/change-limit.ts';
import priceCurrency from './price/currency.ts';
import priceDecimalShift from './price/decimal-shift.ts';
import priceFeeLine from './price/fee-line.ts';
import priceForeignAmount from './price/foreign-amount.ts';
import priceListPrice from './price/list-price.ts';
import priceMissing from './price/missing.ts';
import priceNotPositive from './price/not-positive.ts';
import priceNotPriced from './price/not-priced.ts';
import priceOldPrice from './price/old-price.ts';
import pricePerMeasure from './price/per-measure.ts';
import pricePerPack from './price/per-pack.ts';
import pricePeriodGap from './price/period-gap.ts';
import pricePeriodOverlap from './price/period-overlap.ts';
import priceSmallerPack from './price/smaller-pack.ts';
import priceTierAboveAgreed from './price/tier-above-agreed.ts';
import priceTiers from './price/tiers.ts';
import priceVatIncluded from './price/vat-included.ts';
import quantityIntervalUnfit from './quantity/interval-unfit.ts';
import quantityMinimumAboveMaximum from './quantity/minimum-above-maximum.ts';
import quantityNegative from './quantity/negative.ts';
import safetyDataSheetMissing from './safety/data-sheet-missing.ts';
import unitChanged from './unit/changed.ts';
import unitContentInName from './unit/content-in-name.ts';
import unitMissing from './unit/missing.ts';
import unitPackContradicts from './unit/pack-contradicts.ts';
import unitUnknown from './unit/unknown.ts';
import valueAmbiguous from './value/ambiguous.ts';
import valueFormulaLike from './value/formula-like.ts';
import valueNullByte from './value/null-byte.ts';
import valueRowLength from './value/row-length.ts';
import valueStrayQuote from './value/stray-quote.ts';
import valueUnclosedQuote from './value/unclosed-quote.ts';
import valueUnreadable from './value/unreadable.ts';
import valueUnreadableLine from './value/unreadable-line.ts';
import vatCategoryUnknown from './vat/category-unknown.ts';
import vatCategoryUnlikeClass from './vat/category-unlike-class.ts';
import vatCategoryUnlikeRate from './vat/category-unlike-rate.ts';
import vatRateUnknown from './vat/rate-unknown.ts';
import vatRateUnlikeClass from './vat/rate-unlike-class.ts';

export const rules: readonly Rule[] = [
  assortmentAgreedItemMissing,
  assortmentCoreMissing,
  assortmentGrown,
  assortmentNotAgreed,
  assortmentOutsideScope,
  assortmentSameNeed,
  assortmentShrunk,
  catalogueTooManyBreaches,
  classMissing,
  classTooGeneral,
  classUnknown,
  classUnlikeAgreed,
  classUnspscFormat,
  deliveryLeadTimeAboveAgreed,
  deliveryLeadTimeMissing,
  deltaDeletesUnknown,
  deltaWrongAction,
  expiryAgreementEnded,
  expiryAgreementNotStarted,
  expiryDiscontinued,
  expiryDiscontinuedInText,
  expiryEndsBeforeStart,
  expiryEndsSoon,
  expiryLineEnded,
  expiryNotStarted,
  expiryOlderThanPrevious,
  expiryOutsideAgreement,
  expiryPriceEnded,
  expiryPriceNotStarted,
  expiryPriceOutsidePeriod,
  expiryReappeared,
  expiryReturned,
  expiryStale,
  expirySuccessionLoop,
  expirySuccessorDearer,
  expirySuccessorExpired,
  expirySuccessorMissing,
  expiryWithoutSuccessor,
  fileArchive,
  fileBlankColumn,
  fileBlankRows,
  fileColumnAmbiguous,
  fileColumnDoubtful,
  fileColumnMissing,
  fileCutOff,
  fileDamaged,
  fileDeletesCatalogue,
  fileEmpty,
  fileEncodingDeclaration,
  fileEncrypted,
  fileHiddenColumn,
  fileHiddenRow,
  fileLegacyWorkbook,
  fileLineCount,
  fileNoHeadings,
  fileNoLines,
  fileNoPrevious,
  fileNotACatalogue,
  fileNotAnArticle,
  fileOlderGeneration,
  fileSheetAmbiguous,
  fileTooLarge,
  fixDate,
  fixGtin,
  fixLabel,
  fixMojibake,
  fixNameCase,
  fixSpaces,
  fixUnit,
  identityConflict,
  identityDummyManufacturer,
  identityDuplicate,
  identityGtinChanged,
  identityGtinCheckDigit,
  identityGtinLength,
  identityGtinPrefix,
  identityLeadingZeroLost,
  identityMissing,
  identityNumberChanged,
  identityOtherAgreement,
  identityOtherSupplier,
  identityPartyCheckDigit,
  labelClaimedInTextOnly,
  labelDemanded,
  labelFormerCode,
  labelLicenceEnded,
  labelLicenceFormat,
  labelLicenceMissing,
  labelLost,
  labelNotInCodeList,
  labelNotInRegister,
  labelNotRecognised,
  labelRegisterDiffers,
  labelSelfDeclared,
  labelUnknown,
  linkMalformed,
  linkUnreachable,
  nameAbbreviation,
  nameCampaign,
  nameCharacters,
  nameDescriptionLength,
  nameDuplicate,
  nameEncoding,
  nameFindability,
  nameGenericTerm,
  nameIncomplete,
  nameItemNumber,
  nameLanguage,
  nameLength,
  nameLessThanAgreed,
  nameLowerCase,
  nameMissing,
  namePunctuation,
  nameRepeatedWord,
  nameSameAsDescription,
  nameSearchWithoutHit,
  nameSearchedForm,
  nameTwoNames,
  nameUpperCase,
  originUnknownCountry,
  ...peppolTable,
  priceAboveAgreed,
  priceAdjustmentLate,
  priceAdjustmentNotAllowed,
  priceAdjustmentTooEarly,
  priceAdjustmentTooFrequent,
  priceBasisDiffers,
  priceBelowAgreed,
  priceCampaignEnded,
  priceChangeLimit,
  priceCurrency,
  priceDecimalShift,
  priceFeeLine,
  priceForeignAmount,
  priceListPrice,
  priceMissing,
  priceNotPositive,
  priceNotPriced,
  priceOldPrice,
  pricePerMeasure,
  pricePerPack,
  pricePeriodGap,
  pricePeriodOverlap,
  priceSmallerPack,
  priceTierAboveAgreed,
  priceTiers,
  priceVatIncluded,
  quantityIntervalUnfit,
  quantityMinimumAboveMaximum,
  quantityNegative,
  safetyDataSheetMissing,
  unitChanged,
  unitContentInName,
  unitMissing,
  unitPackContradicts,
  unitUnknown,
  valueAmbiguous,
  valueFormulaLike,
  valueNullByte,
  valueRowLength,
  valueStrayQuote,
  valueUnclosedQuote,
  valueUnreadable,
  valueUnreadableLine,
  vatCategoryUnknown,
  vatCategoryUnlikeClass,
  vatCategoryUnlikeRate,
  vatRateUnknown,
  vatRateUnlikeClass,
];
