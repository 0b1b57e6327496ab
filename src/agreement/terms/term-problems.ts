/** What the form of price terms cannot say: one kind each, lists that exist, days in order, steps in order. */
import type { Text } from '../../catalogue/text.ts';
import { isCurrencyCode } from '../../code-lists/currencies.ts';
import { isUnitCode } from '../../code-lists/units.ts';
import { nearest } from '../../engine/nearest.ts';
import { requireOne } from '../../engine/one-of.ts';
import { type ConfigProblem, didYouMean, type KeyPath, keyName } from '../../engine/schema-problems.ts';
import type { SeriesBasis } from './adjustment.ts';
import { groupKey } from './scope.ts';
import type { AmountFile, PricingFile, SimplePriceFile, TermFile } from './terms-schema.ts';

const SIMPLE_KINDS = ['listed', 'fixed', 'discount', 'markUp', 'ceiling', 'tiers'] as const;
const KINDS = [...SIMPLE_KINDS, 'campaign', 'lowestOf', 'notPriced'] as const;

interface Known {
  readonly lists: readonly string[];
  readonly currency: string;
  readonly problems: ConfigProblem[];
}

/** @param agreement what the terms are held against */
export function termProblems(
  file: PricingFile,
  agreement: { readonly currency: string; readonly vat: 'excluded' | 'included' },
): readonly ConfigProblem[] {
  const lists = [...new Set((file.priceLists ?? []).map(({ name }) => name))];
  const known: Known = { lists, currency: agreement.currency, problems: [] };
  for (const [at, term] of (file.priceTerms ?? []).entries()) checkTerm(term, ['priceTerms', at], known);
  noteSameScope(file.priceTerms ?? [], known.problems);
  checkLists(file, agreement.vat, known);
  checkClause(file, known);
  checkCurrencies(file, known);
  return known.problems;
}

function checkTerm(term: TermFile, keys: KeyPath, known: Known): void {
  requireOne(term, KINDS, keys, known.problems);
  checkSimple(term, keys, known);
  for (const [at, price] of (term.lowestOf ?? []).entries()) {
    requireOne(price, SIMPLE_KINDS, [...keys, 'lowestOf', at], known.problems);
    checkSimple(price, [...keys, 'lowestOf', at], known);
  }
  const { campaign } = term;
  if (campaign === undefined) return;
  const here = [...keys, 'campaign'];
  if (campaign.to < campaign.from) known.problems.push(endsBefore([...here, 'to'], campaign.to, campaign.from));
  requireOne(campaign, ['price', 'percent'], here, known.problems);
  checkAmount(campaign, here, known);
}

function checkSimple({ fixed, discount, markUp, ceiling, tiers }: SimplePriceFile, keys: KeyPath, known: Known): void {
  if (fixed !== undefined) checkAmount(fixed, [...keys, 'fixed'], known);
  checkList(discount?.list, [...keys, 'discount', 'list'], known);
  checkList(markUp?.list, [...keys, 'markUp', 'list'], known);
  if (ceiling !== undefined) {
    requireOne(ceiling, ['price', 'list'], [...keys, 'ceiling'], known.problems);
    checkList(ceiling.list, [...keys, 'ceiling', 'list'], known);
    checkAmount(ceiling, [...keys, 'ceiling'], known);
  }
  checkList(tiers?.list, [...keys, 'tiers', 'list'], known);
  for (const [at, step] of (tiers?.steps ?? []).entries()) {
    const here = [...keys, 'tiers', 'steps', at];
    requireOne(step, ['price', 'percent'], here, known.problems);
    const before = tiers?.steps[at - 1];
    if (before === undefined) continue;
    if (step.from <= before.from) known.problems.push(notAscending([...here, 'from'], step.from, before.from));
    if ((step.price ?? 0) > (before.price ?? Number.MAX_VALUE))
      known.problems.push(dearerStep([...here, 'price'], step.price ?? 0, before.price ?? 0));
    if ((step.percent ?? 100) < (before.percent ?? 0))
      known.problems.push(smallerDiscount([...here, 'percent'], step.percent ?? 0, before.percent ?? 0));
  }
}

function checkAmount({ currency, unit }: Partial<AmountFile>, keys: KeyPath, known: Known): void {
  if (currency !== undefined && !isCurrencyCode(currency))
    known.problems.push(noCurrency([...keys, 'currency'], currency));
  if (unit !== undefined && !isUnitCode(unit)) known.problems.push(noUnit([...keys, 'unit'], unit));
}

function checkList(name: string | undefined, keys: KeyPath, { lists, problems }: Known): void {
  if (name === undefined || lists.includes(name)) return;
  const near = nearest(name, lists, 3);
  const meant = near.length > 0 ? didYouMean(near) : LIST_IT;
  problems.push({
    keys,
    text: {
      nb: `\`${keyName(keys)}\` er \`${name}\`, men ingen av \`priceLists\` heter det. ${meant.nb}`,
      en: `\`${keyName(keys)}\` is \`${name}\`, but none of \`priceLists\` is called so. ${meant.en}`,
    },
  });
}

const LIST_IT: Text = {
  nb: 'Før den opp under `priceLists`, med navn og fil.',
  en: 'Put it under `priceLists`, with name and file.',
};

function checkLists({ priceLists = [], adjustment }: PricingFile, agreed: 'excluded' | 'included', known: Known): void {
  for (const [at, { name, vat, vatRate, from, approved, notified }] of priceLists.entries()) {
    const keys = ['priceLists', at] as const;
    if (vat !== undefined && vat !== agreed && vatRate === undefined) {
      known.problems.push({
        keys: [...keys, 'vat'],
        text: {
          nb: `\`priceLists[${at}].vat\` er \`${vat}\`, mens avtalen er \`${agreed}\`. Skriv mva-satsen, for eksempel \`vatRate: 25\`.`,
          en: `\`priceLists[${at}].vat\` is \`${vat}\` while the agreement is \`${agreed}\`. Write the VAT rate, for example \`vatRate: 25\`.`,
        },
      });
    }
    const earlier = priceLists.slice(0, at).some((other) => other.name === name && other.from === from);
    if (earlier) known.problems.push(sameDay([...keys, 'from'], name));
    if (adjustment?.notifiedList === name && (from === undefined || notified === undefined)) {
      const missing = from === undefined ? 'from' : 'notified';
      known.problems.push({
        keys,
        text: {
          nb: `\`priceLists[${at}].${missing}\` mangler: en varslet liste må ha dagen den gjelder fra, og dagen den ble varslet.`,
          en: `\`priceLists[${at}].${missing}\` is missing: a notified list needs the day it is valid from and the day it was notified.`,
        },
      });
    }
    if (approved !== undefined && notified !== undefined && approved < notified)
      known.problems.push(endsBefore([...keys, 'approved'], approved, notified));
  }
}

function checkClause({ adjustment }: PricingFile, known: Known): void {
  if (adjustment === undefined) return;
  requireOne(adjustment, ['index', 'currency', 'notifiedList'], ['adjustment'], known.problems);
  checkList(adjustment.notifiedList, ['adjustment', 'notifiedList'], known);
}

function checkCurrencies({ currencies = [] }: PricingFile, { currency, problems }: Known): void {
  for (const [at, { code }] of currencies.entries()) {
    const keys = ['currencies', at, 'code'] as const;
    if (!isCurrencyCode(code)) problems.push(noCurrency(keys, code));
    else if (code === currency || currencies.findIndex((other) => other.code === code) < at) {
      problems.push({
        keys,
        text: {
          nb: `\`${keyName(keys)}\` er \`${code}\`, som er avtalens egen valuta eller står to ganger. Ta den bort.`,
          en: `\`${keyName(keys)}\` is \`${code}\`, which is the agreement's own currency or appears twice. Remove it.`,
        },
      });
    }
  }
}

/** Months that the clause names must stand in its series, or nothing can be reckoned. */
export function seriesProblems({ adjustment }: PricingFile, series: SeriesBasis['series']): readonly ConfigProblem[] {
  const kind = adjustment?.index === undefined ? 'currency' : 'index';
  const followed = adjustment?.[kind];
  if (adjustment === undefined || followed === undefined) return [];
  const named = [
    { keys: ['adjustment', kind, 'baseMonth'], month: followed.baseMonth },
    ...(adjustment.notices ?? []).map(({ month }, at) => ({ keys: ['adjustment', 'notices', at, 'month'], month })),
  ];
  return named.flatMap(({ keys, month }) =>
    month === undefined || series.some((entry) => entry.month === month)
      ? []
      : [
          {
            keys,
            text: {
              nb: `\`${keyName(keys)}\` er \`${month}\`, men ${followed.file} har ingen verdi for måneden.`,
              en: `\`${keyName(keys)}\` is \`${month}\`, but ${followed.file} has no value for that month.`,
            },
          },
        ],
  );
}

/** Two prices for the same thing: nobody can say which is meant. Campaigns have their own period. */
function noteSameScope(terms: readonly TermFile[], problems: ConfigProblem[]): void {
  const first = new Map<string, number>();
  for (const [at, term] of terms.entries()) {
    if (term.campaign !== undefined) continue;
    for (const scope of scopesIn(term)) {
      const other = first.get(scope);
      if (other === undefined) first.set(scope, at);
      else {
        problems.push({
          keys: ['priceTerms', at],
          text: {
            nb: `\`priceTerms[${at}]\` og \`priceTerms[${other}]\` gjelder begge ${what(term, scope).nb}. Behold ett, eller samle dem under \`lowestOf\`.`,
            en: `\`priceTerms[${at}]\` and \`priceTerms[${other}]\` both hold for ${what(term, scope).en}. Keep one, or put them together under \`lowestOf\`.`,
          },
        });
        break;
      }
    }
  }
}

const ALL = 'all';

function scopesIn({ for: scope }: TermFile): readonly string[] {
  const { articles, productGroups, unspsc } = scope ?? {};
  if (articles === undefined && productGroups === undefined && unspsc === undefined) return [ALL];
  return [
    ...(articles ?? []).map((article) => `article ${article}`),
    ...(productGroups ?? []).map((group) => `group ${groupKey(group)}`),
    ...(unspsc ?? []).map((prefix) => `unspsc ${prefix}`),
  ];
}

function what(_: TermFile, scope: string): Text {
  if (scope === ALL) return { nb: 'hele avtalen', en: 'the whole agreement' };
  const value = scope.slice(scope.indexOf(' ') + 1);
  return { nb: `\`${value}\``, en: `\`${value}\`` };
}

function endsBefore(keys: KeyPath, to: string, from: string): ConfigProblem {
  return {
    keys,
    text: {
      nb: `\`${keyName(keys)}\` er \`${to}\`, men kan ikke være før \`${from}\`.`,
      en: `\`${keyName(keys)}\` is \`${to}\`, but must not be before \`${from}\`.`,
    },
  };
}

function notAscending(keys: KeyPath, from: number, before: number): ConfigProblem {
  return {
    keys,
    text: {
      nb: `\`${keyName(keys)}\` er \`${from}\`, men må være over trinnet før, som er \`${before}\`.`,
      en: `\`${keyName(keys)}\` is \`${from}\`, but must be above the step before, which is \`${before}\`.`,
    },
  };
}

function dearerStep(keys: KeyPath, price: number, before: number): ConfigProblem {
  return {
    keys,
    text: {
      nb: `\`${keyName(keys)}\` er \`${price}\`, mer enn \`${before}\` for et mindre antall. Sett trinnene i rekkefølge.`,
      en: `\`${keyName(keys)}\` is \`${price}\`, more than \`${before}\` for a smaller quantity. Put the steps in order.`,
    },
  };
}

function smallerDiscount(keys: KeyPath, percent: number, before: number): ConfigProblem {
  return {
    keys,
    text: {
      nb: `\`${keyName(keys)}\` er \`${percent}\`, mindre enn \`${before}\` for et mindre antall. Sett trinnene i rekkefølge.`,
      en: `\`${keyName(keys)}\` is \`${percent}\`, less than \`${before}\` for a smaller quantity. Put the steps in order.`,
    },
  };
}

function sameDay(keys: KeyPath, name: string): ConfigProblem {
  return {
    keys,
    text: {
      nb: `to av \`priceLists\` heter \`${name}\` og gjelder fra samme dag. Gi dem hver sin \`from\`.`,
      en: `two of \`priceLists\` are called \`${name}\` and hold from the same day. Give each its own \`from\`.`,
    },
  };
}

function noCurrency(keys: KeyPath, code: string): ConfigProblem {
  return {
    keys,
    text: {
      nb: `\`${keyName(keys)}\` er \`${code}\`, som ikke er en valutakode i ISO 4217.`,
      en: `\`${keyName(keys)}\` is \`${code}\`, which is not an ISO 4217 currency code.`,
    },
  };
}

function noUnit(keys: KeyPath, unit: string): ConfigProblem {
  return {
    keys,
    text: {
      nb: `\`${keyName(keys)}\` er \`${unit}\`, som ikke er en enhetskode. Skriv for eksempel \`unit: EA\`.`,
      en: `\`${keyName(keys)}\` is \`${unit}\`, which is not a unit code. Write for example \`unit: EA\`.`,
    },
  };
}
