/** What a run found, summed up: the contents of `result.json`. */
import type { AgreedParty, Agreement } from '../../agreement/agreement.ts';
import { headerOfAgreement } from '../../agreement/agreement-header.ts';
import { UnusableFile } from '../../catalogue/catalogue.ts';
import { headerOf } from '../../catalogue/document-header.ts';
import { SEVERITIES } from '../../catalogue/finding.ts';
import type { CatalogueDecision } from '../../decision/decide-catalogue.ts';
import type { Ledger } from '../../decision/ledger.ts';
import type { Differ } from '../../diff/differ.ts';
import { type AskedRule, type NotAsked, notAnswered, type PreparedRules } from '../../engine/prepare-rules.ts';
import type { Rule, RuleWords } from '../../engine/rule.ts';
import type { RowFile } from '../../readers/reader.ts';
import type { causesByRule, FindingCounts } from '../../reporters/finding-groups.ts';
import type { CheckedDiffCounts, Correspondence, Result, RuleCount, SheetsOf } from '../../reporters/result.ts';
import { toolVersion } from '../built-in.ts';
import { formOf } from '../inputs/document-form.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { CatalogueFindings } from './catalogue-findings.ts';
import { goesOn } from './goes-on.ts';
import type { Inspected } from './inspect-lines.ts';
import { labelCoverage } from './label-coverage.ts';
import { waiverUse } from './waiver-use.ts';

/** Every line once: as sent, corrected, kept from the previous version, or withheld. */
export function countLines(ledger: Ledger | undefined, keptMissing: number): Result['lines'] {
  const counts = { approve: 0, correct: 0, keepPrevious: 0, withhold: 0 };
  const read = ledger?.size ?? 0;
  for (let ordinal = 0; ordinal < read; ordinal++) counts[ledger?.disposition(ordinal) ?? 'withhold']++;
  return {
    read,
    asSent: counts.approve,
    corrected: counts.correct,
    keptPrevious: counts.keepPrevious,
    withheld: counts.withhold,
    keptMissing,
  };
}

export interface RunFacts {
  readonly inputs: Inputs;
  readonly prepared: PreparedRules;
  readonly inspected: Inspected | undefined;
  readonly lines: Result['lines'];
  readonly decision: CatalogueDecision;
  readonly counts: FindingCounts;
  readonly causes: ReturnType<typeof causesByRule>;
  /** Findings that were accepted beforehand. */
  readonly waived: number;
  readonly whole: CatalogueFindings;
  readonly allowPartly: boolean;
  /** Why the approved catalogue of changes is not as they came. */
  readonly notAsSent: Pick<NonNullable<Result['delta']>, 'asLines' | 'usualHeadings'>;
  /** What the run wrote, in code-unit order. */
  readonly files: readonly string[];
}

export function resultOf(facts: RunFacts): Result {
  const { inputs, prepared, inspected, lines, decision, counts, allowPartly, files } = facts;
  const { agreement, catalogue, described, ruleSet } = inputs;
  // Of changes, what is told is how their own file was read.
  const opened = inputs.delta?.sent ?? (catalogue instanceof UnusableFile ? undefined : catalogue);
  const refused = decision.outcome === 'refused';
  const notChecked = [...prepared.notAsked, ...notAnswered(prepared)].sort((a, b) => (a.rule < b.rule ? -1 : 1));
  return {
    version: 1,
    tool: { name: 'katalogvakt', version: toolVersion() },
    asOf: inputs.asOf,
    language: inputs.language,
    outcome: decision.outcome,
    refusedBecause: decision.refusedBecause,
    catalogue: {
      ...described.catalogue,
      format: opened?.file.format ?? 'unknown',
      ...dialectOf(opened?.file),
      ...sheetsOf(opened?.file),
      ...(opened === undefined ? {} : { headingRow: opened.mapping.header.headingRow }),
      columns: opened?.mapping.header.columns ?? [],
    },
    ...documentPart(inputs, opened?.file),
    ...deltaPart(facts),
    ...(agreement === undefined || described.agreement === undefined
      ? {}
      : {
          agreement: {
            ...described.agreement,
            number: agreement.agreement.number,
            name: agreement.agreement.name,
            supplier: agreement.agreement.supplier.name,
            currency: agreement.agreement.currency,
            period: agreement.agreement.period,
            ...correspondenceOf(agreement.agreement),
          },
        }),
    ...(inputs.prices === undefined || described.prices === undefined
      ? {}
      : { prices: { ...described.prices, ...sheetsOf(inputs.prices.list.file), articles: inputs.prices.articles } }),
    ...remarkPart(inputs),
    ...(described.termFiles.length === 0 ? {} : { termFiles: described.termFiles }),
    ...(described.previous === undefined || inspected?.previous === undefined
      ? {}
      : { previous: { ...described.previous, lines: inspected.previous.lines } }),
    ...(described.mapping === undefined ? {} : { mapping: described.mapping }),
    ...waiverFacts(facts),
    ...fixPart(facts),
    ...(Object.keys(inputs.asked).length === 0 ? {} : { asked: inputs.asked }),
    ruleSet: { name: ruleSet.name, files: described.ruleSet, allowPartly },
    ...(described.references.length === 0 ? {} : { references: described.references }),
    ...ownRulesOf(ruleSet),
    // Of a refused catalogue no line goes on, however good it is.
    lines: refused
      ? { ...lines, asSent: 0, corrected: 0, keptPrevious: 0, keptMissing: 0, withheld: lines.read }
      : lines,
    ...effectPart(facts),
    findings: { ...totals(counts), waived: facts.waived },
    rules: ruleCounts(prepared, counts, facts.causes, notChecked),
    notChecked,
    ...(inspected?.differ === undefined ? {} : { diff: diffCounts(inspected, inspected.differ, refused) }),
    ...coverage(inputs, inspected),
    files,
  };
}

function deltaPart({ inputs: { delta }, notAsSent }: RunFacts): Pick<Result, 'delta'> {
  if (delta === undefined) return {};
  return { delta: { ...delta.counts, ...notAsSent } };
}

/** What a letter to the supplier says of the two parties. */
function correspondenceOf(agreement: Agreement): Pick<NonNullable<Result['agreement']>, 'correspondence'> {
  const { buyer, contact, supplier, noticeWorkingDays } = agreement;
  const correspondence: Correspondence = {
    ...(buyer === undefined ? {} : { buyer: correspondent(buyer) }),
    ...(contact === undefined ? {} : { contact }),
    ...(supplier.organisationNumber === undefined ? {} : { supplierOrganisationNumber: supplier.organisationNumber }),
    ...(supplier.contact === undefined ? {} : { supplierContact: supplier.contact }),
    ...(noticeWorkingDays === undefined ? {} : { workingDays: noticeWorkingDays }),
  };
  return Object.keys(correspondence).length === 0 ? {} : { correspondence };
}

function correspondent({ name, organisationNumber }: AgreedParty): NonNullable<Correspondence['buyer']> {
  return { name, ...(organisationNumber === undefined ? {} : { organisationNumber }) };
}

/** What the agreement says of the parties counts before what the document says. */
function documentPart({ agreement }: Inputs, file: RowFile | undefined): Pick<Result, 'document'> {
  const form = formOf(file?.claims);
  if (form !== 'peppol' && form !== 'ehf') return {};
  const agreed = agreement === undefined ? undefined : headerOfAgreement(agreement.agreement);
  const { id, version, supplier, buyer } = headerOf([{ ...agreed }, file?.document]);
  return {
    document: {
      form,
      profile: file?.claims?.profile.trim() ?? '',
      ...(id === undefined ? {} : { id }),
      ...(version === undefined ? {} : { version }),
      ...(supplier === undefined ? {} : { supplier }),
      ...(buyer === undefined ? {} : { buyer }),
    },
  };
}

const REMARKS_TOLD = 100;

function remarkPart({ remarks, prices, terms }: Inputs): Pick<Result, 'agreementRemarks'> {
  const lists = [...(prices === undefined ? [] : [prices]), ...(terms?.lists ?? []).map(({ list }) => list)];
  const long = lists.flatMap(({ entries, list }) => (entries === undefined ? [list.source.name] : []));
  if (remarks.length === 0 && long.length === 0) return {};
  const told = remarks.slice(0, REMARKS_TOLD);
  return { agreementRemarks: { all: remarks.length, told, ...(long.length === 0 ? {} : { long }) } };
}

function waiverFacts({ inputs, inspected, whole }: RunFacts): Pick<Result, 'waivers'> {
  const { waivers, described, asOf } = inputs;
  if (waivers === undefined || described.waivers === undefined) return {};
  return { waivers: { ...described.waivers, ...waiverUse(waivers, asOf, [inspected?.waived, whole.waived]) } };
}

function fixPart({ inputs: { catalogue }, inspected }: RunFacts): Pick<Result, 'fixes'> {
  if (catalogue instanceof UnusableFile || catalogue.file.fixes === undefined || inspected === undefined) return {};
  return { fixes: { lines: inspected.ledger.fixed.size, cells: inspected.fixedCells } };
}

function effectPart({ inputs, inspected, decision }: RunFacts): Pick<Result, 'effect'> {
  const currency = inputs.agreement?.agreement.currency;
  if (inspected?.effects === undefined || currency === undefined) return {};
  const { ledger, effects } = inspected;
  const refused = decision.outcome === 'refused';
  const sums = effects.sums((ordinal) => !refused && goesOn(ledger, ordinal, 'price'));
  return { effect: { currency, ...sums, unreadRows: inputs.unreadVolumes } };
}

/** Of the rule set's own rules what their findings are put into words with. */
function ownRulesOf({ own }: Inputs['ruleSet']): Pick<Result, 'ownRules'> {
  return own === undefined ? {} : { ownRules: [...own.rules.values()].map(wordsOf) };
}

function wordsOf({ id, title, fault, because, advice, source, message, hint }: Rule): RuleWords {
  return { id, title, fault, because, advice, source, message, ...(hint === undefined ? {} : { hint }) };
}

/** Where neither of the two versions has a column of labels, there is nothing to tell. */
function coverage(
  { catalogue, agreement, references }: Inputs,
  inspected: Inspected | undefined,
): Pick<Result, 'labelCoverage'> {
  if (inspected === undefined || catalogue instanceof UnusableFile) return {};
  const { labelCounts, previous } = inspected;
  if (catalogue.mapping.labels === undefined && previous?.labelCounts === undefined) return {};
  const agreed = agreement?.agreement;
  const currency = references.volumes === undefined ? undefined : agreed?.currency;
  const titles = references.classes?.titles;
  return {
    labelCoverage: labelCoverage(labelCounts, previous?.labelCounts, agreed?.recognisedLabels, currency, titles),
  };
}

function totals(counts: FindingCounts): Omit<Result['findings'], 'waived'> {
  const sum = { error: 0, warning: 0, info: 0 };
  for (const count of counts.values()) for (const severity of SEVERITIES) sum[severity] += count[severity];
  return sum;
}

function ruleCounts(
  prepared: PreparedRules,
  counts: FindingCounts,
  causes: RunFacts['causes'],
  notChecked: readonly NotAsked[],
): readonly RuleCount[] {
  const all: readonly AskedRule<Rule>[] = [
    ...prepared.line,
    ...prepared.group,
    ...prepared.succession,
    ...prepared.catalogue,
    ...prepared.document,
  ];
  const without = new Set(notChecked.map(({ rule }) => rule));
  return all
    .filter(({ rule }) => !without.has(rule.id))
    .map(({ rule, severity, checked, skipped }) => {
      const count = counts.get(rule.id);
      const findings = count === undefined ? 0 : count.error + count.warning + count.info;
      const severities = count === undefined || count[severity] === findings ? {} : { bySeverity: { ...count } };
      const shared = (causes.get(rule.id) ?? []).map(({ code, count: named }) => ({ code, findings: named }));
      const told = shared.length === 0 ? {} : { causes: shared };
      return { rule: rule.id, severity, findings, ...severities, checked, skipped, ...told };
    })
    .sort((a, b) => (a.rule < b.rule ? -1 : 1));
}

function diffCounts({ ledger }: Inspected, differ: Differ, refused: boolean): CheckedDiffCounts {
  let priceUpStopped = 0;
  let priceDownStopped = 0;
  for (let ordinal = 0; ordinal < ledger.size; ordinal++) {
    const direction = differ.priceDirection(ordinal);
    if (direction === 0 || (!refused && goesOn(ledger, ordinal, 'price'))) continue;
    if (direction > 0) priceUpStopped++;
    else priceDownStopped++;
  }
  return { ...differ.totals, priceUpStopped, priceDownStopped };
}

function dialectOf(file: RowFile | undefined): Pick<Result['catalogue'], 'dialect'> {
  if (file?.dialect === undefined) return {};
  const { encoding, delimiter } = file.dialect;
  return { dialect: { encoding, delimiter } };
}

/** Which sheet of a workbook was read, and which were not. */
function sheetsOf(file: RowFile | undefined): SheetsOf {
  const { sheet, otherSheets = [], hiddenSheets = [] } = file ?? {};
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(otherSheets.length === 0 ? {} : { otherSheets }),
    ...(hiddenSheets.length === 0 ? {} : { hiddenSheets }),
  };
}
