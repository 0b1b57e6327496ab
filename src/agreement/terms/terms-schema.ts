/** The form of what `agreement.yaml` says of prices beside the price list. */
import { day, described, type JsonSchema, object, type SchemaWords, text, WORDS } from '../../engine/schema-words.ts';
import { ROUNDING_MODES, type Rounding } from './rounding.ts';

/** What stands in the file, once it is known to have the form of {@link pricingProperties}. */
export interface PricingFile {
  readonly priceTerms?: readonly TermFile[];
  readonly priceLists?: readonly ListFile[];
  readonly adjustment?: AdjustmentFile;
  readonly rounding?: RoundingFile;
  readonly currencies?: readonly { readonly code: string; readonly rate: number }[];
}

export interface RoundingFile {
  readonly decimals: number;
  readonly mode?: Rounding['mode'];
}

export interface AmountFile {
  readonly price: number;
  readonly currency?: string;
  readonly unit?: string;
  readonly packQuantity?: number;
  readonly priceBaseQuantity?: number;
}

export interface SimplePriceFile {
  readonly listed?: true;
  readonly fixed?: AmountFile;
  readonly discount?: {
    readonly list?: string;
    readonly percent?: number;
    readonly groups?: readonly { readonly group: string; readonly percent: number }[];
  };
  readonly markUp?: { readonly list: string; readonly percent: number };
  readonly ceiling?: Partial<AmountFile> & { readonly list?: string; readonly percent?: number };
  readonly tiers?: {
    readonly list?: string;
    readonly steps: readonly { readonly from: number; readonly price?: number; readonly percent?: number }[];
  };
}

export interface TermFile extends SimplePriceFile {
  readonly name?: string;
  readonly for?: {
    readonly articles?: readonly string[];
    readonly productGroups?: readonly string[];
    readonly unspsc?: readonly string[];
  };
  readonly rounding?: RoundingFile;
  readonly campaign?: Partial<AmountFile> & { readonly from: string; readonly to: string; readonly percent?: number };
  readonly lowestOf?: readonly SimplePriceFile[];
  readonly notPriced?: true;
}

export interface ListFile {
  readonly name: string;
  readonly file: string;
  readonly sheet?: string;
  readonly from?: string;
  readonly notified?: string;
  readonly approved?: string;
  readonly vat?: 'excluded' | 'included';
  readonly vatRate?: number;
}

export interface SeriesFile {
  readonly name: string;
  readonly file: string;
  readonly baseMonth: string;
}

export interface AdjustmentFile {
  readonly index?: SeriesFile;
  readonly currency?: SeriesFile;
  readonly notifiedList?: string;
  readonly share?: number;
  readonly threshold?: number;
  readonly cap?: number;
  readonly earliest?: string;
  readonly noticeDays?: number;
  readonly timesPerYear?: number;
  readonly notices?: readonly {
    readonly received: string;
    readonly from: string;
    readonly month?: string;
    readonly approved?: string;
  }[];
}

/** Larger or smaller ones are no prices, and would not be exact. */
const MOST = 1e12;
const AMOUNT: JsonSchema = { type: 'number', minimum: 0, maximum: MOST, examples: [49.9] };
const PERCENT: JsonSchema = { type: 'number', minimum: 0, maximum: 100, examples: [20] };
const MARK_UP: JsonSchema = { type: 'number', minimum: 0, maximum: 10_000, examples: [8] };
const QUANTITY: JsonSchema = { type: 'number', minimum: 0.000001, maximum: MOST, examples: [100] };

function pattern(form: string, nb: string, en: string, ...examples: readonly string[]): JsonSchema {
  return { type: 'string', pattern: form, examples, [WORDS]: { allowed: { nb, en } } satisfies SchemaWords };
}

const currency = pattern(
  '^[A-Z]{3}$',
  'en valutakode på tre store bokstaver, slik som NOK',
  'a currency code of three capital letters, such as NOK',
  'EUR',
);
const month = pattern(
  '^\\d{4}-(?:0[1-9]|1[0-2])$',
  'en måned, skrevet som 2025-01',
  'a month, written like 2025-01',
  '2025-01',
);
const prefixes: JsonSchema = {
  type: 'array',
  items: pattern(
    '^(?:\\d\\d){1,4}$',
    'de første 2, 4, 6 eller 8 sifrene av en UNSPSC-kode, i anførselstegn',
    'the first 2, 4, 6 or 8 digits of a UNSPSC code, in quotes',
    '44',
  ),
  minItems: 1,
  uniqueItems: true,
  examples: [['44', '4713']],
};
const words = (...examples: readonly string[]): JsonSchema => ({
  type: 'array',
  items: text(...examples),
  minItems: 1,
  uniqueItems: true,
  examples: [examples],
});

const rounding = described(
  'Hvordan utregnede priser rundes av. Uten: 4 desimaler, halve oppover.',
  'How computed prices are rounded. Without: 4 decimals, halves up.',
  object(
    {
      decimals: described('Antall desimaler som blir igjen.', 'How many decimals stay.', {
        type: 'integer',
        minimum: 0,
        maximum: 8,
        examples: [2],
      }),
      mode: described('halfUp (uten), alltid opp eller alltid ned.', 'halfUp (without), always up or always down.', {
        type: 'string',
        enum: ROUNDING_MODES,
      }),
    },
    ['decimals'],
  ),
);

const amountProperties: Readonly<Record<string, JsonSchema>> = {
  price: described('Prisen.', 'The price.', AMOUNT),
  currency: described('Valutaen. Uten: avtalens.', 'The currency. Without: the agreement\u2019s.', currency),
  unit: described(
    'Enheten prisen er for, som UNECE-kode. Uten: som i prislisten.',
    'The unit the price is for, as a UNECE code. Without: as in the price list.',
    text('EA'),
  ),
  packQuantity: described('Antall i pakningen prisen er for.', 'How many are in the pack priced.', QUANTITY),
  priceBaseQuantity: described(
    'Antall enheter prisen gjelder for, slik som 100.',
    'How many units the price is for, such as 100.',
    QUANTITY,
  ),
};

const listName = described('Navnet på en av `priceLists`.', 'The name of one of `priceLists`.', text('veiledende'));

const simpleProperties: Readonly<Record<keyof SimplePriceFile, JsonSchema>> = {
  listed: described('Prisen i prislisten (`prices`).', 'The price in the price list (`prices`).', { const: true }),
  fixed: described('Fast nettopris.', 'A fixed net price.', {
    ...object(amountProperties, ['price']),
    examples: [{ price: 49.9 }],
  }),
  discount: described(
    'Rabatt på en listepris. Satsen er varegruppens, ellers `percent`, ellers den som står i listen.',
    'A discount on a list price. The rate is the group\u2019s, else `percent`, else the one in the list itself.',
    {
      ...object({
        list: described(
          'Navnet på en av `priceLists`. Uten: kolonnen med listepris i prislisten.',
          'The name of one of `priceLists`. Without: the list price column of the price list.',
          text('veiledende'),
        ),
        percent: described('Rabatten i prosent.', 'The discount in percent.', PERCENT),
        groups: described('Rabatten for hver varegruppe.', 'The discount of each product group.', {
          type: 'array',
          items: object(
            {
              group: described(
                'Leverandørens varegruppe eller rabattgruppe.',
                'The supplier\u2019s group.',
                text('R10'),
              ),
              percent: described('Rabatten i prosent.', 'The discount in percent.', PERCENT),
            },
            ['group', 'percent'],
          ),
          minItems: 1,
        }),
      }),
      examples: [{ list: 'veiledende', percent: 20 }],
    },
  ),
  markUp: described('Påslag på en kostpris.', 'A mark-up on a cost price.', {
    ...object({ list: listName, percent: described('Påslaget i prosent.', 'The mark-up in percent.', MARK_UP) }, [
      'list',
      'percent',
    ]),
    examples: [{ list: 'kostpris', percent: 8 }],
  }),
  ceiling: described(
    'Pristak: en pris, eller høyst så mange prosent over en listepris.',
    'A price ceiling: a price, or at most so many percent over a list price.',
    {
      ...object({
        ...amountProperties,
        list: listName,
        percent: described('Prosent over listeprisen.', 'Percent over the list price.', MARK_UP),
      }),
      examples: [{ price: 100 }],
    },
  ),
  tiers: described(
    'Priser eller rabatter etter kvantum: linjens minste bestilling avgjør.',
    'Prices or discounts by quantity: the line\u2019s minimum order quantity decides.',
    {
      ...object(
        {
          list: listName,
          steps: described('Trinnene, det minste først.', 'The steps, the smallest first.', {
            type: 'array',
            items: object(
              {
                from: described('Fra og med dette antallet.', 'From this quantity on.', QUANTITY),
                price: described('Prisen.', 'The price.', AMOUNT),
                percent: described('Eller rabatten i prosent.', 'Or the discount in percent.', PERCENT),
              },
              ['from'],
            ),
            minItems: 1,
            examples: [[{ from: 1, price: 10 }]],
          }),
        },
        ['steps'],
      ),
      examples: [{ steps: [{ from: 1, price: 10 }] }],
    },
  ),
};

const termProperties: Readonly<Record<keyof TermFile, JsonSchema>> = {
  name: described('Hva vilkåret kalles i rapportene.', 'What reports call the term.', text('Rabatt på papir')),
  for: described(
    'Hva det gjelder. Uten: hele avtalen. Det mest spesifikke vinner: vare, varegruppe, UNSPSC, hele avtalen.',
    'What it holds for. Without: the whole agreement. The most specific wins: article, group, UNSPSC, all.',
    {
      ...object({
        articles: described('Varenumre eller GTIN-er.', 'Item numbers or GTINs.', words('1001')),
        productGroups: described(
          'Leverandørens varegrupper eller rabattgrupper.',
          'The supplier\u2019s product or discount groups.',
          words('R10'),
        ),
        unspsc: described('UNSPSC-koder, eller begynnelsen på dem.', 'UNSPSC codes, or how they begin.', prefixes),
      }),
      examples: [{ unspsc: ['44'] }],
    },
  ),
  ...simpleProperties,
  campaign: described(
    'Kampanjepris i en periode, en pris eller en prosent under den som ellers gjelder. Etterpå gjelder den vanlige.',
    'A campaign price in a period, a price or a percentage below what else holds. Afterwards the usual one holds.',
    {
      ...object(
        {
          from: described('Første dag.', 'First day.', day('2026-01-01')),
          to: described('Siste dag.', 'Last day.', day('2026-01-31')),
          ...amountProperties,
          percent: described('Prosent under prisen som ellers gjelder.', 'Percent below the usual price.', PERCENT),
        },
        ['from', 'to'],
      ),
      examples: [{ from: '2026-01-01', to: '2026-01-31', price: 39.9 }],
    },
  ),
  lowestOf: described('Den laveste av flere priser.', 'The lowest of several prices.', {
    type: 'array',
    items: object(simpleProperties),
    minItems: 1,
    examples: [[{ listed: true }]],
  }),
  notPriced: described(
    'Fritekst og annet som er avtalt uten pris.',
    'Free text and other things that are agreed without a price.',
    { const: true },
  ),
  rounding,
};

const series = (nb: string, en: string, name: string): JsonSchema =>
  described(nb, en, {
    ...object(
      {
        name: described('Hva serien er, med kilde.', 'What the series is, with its source.', text(name)),
        file: described(
          'CSV med måned og verdi, med sti fra denne filen.',
          'CSV of month and value, by its path from this file.',
          text('kpi.csv'),
        ),
        baseMonth: described('Måneden de avtalte prisene er fra.', 'The month the agreed prices are of.', month),
      },
      ['name', 'file', 'baseMonth'],
    ),
    examples: [{ name, file: 'kpi.csv', baseMonth: '2025-01' }],
  });

/** Keys of `agreement.yaml`. */
export const pricingProperties = {
  priceTerms: described(
    'Prisvilkår utover prislisten. Det mest spesifikke vinner.',
    'Price terms beside the price list. The most specific wins.',
    { type: 'array', items: object(termProperties), minItems: 1 },
  ),
  priceLists: described(
    'Daterte filer med listepriser, kostpriser eller varslede priser, CSV eller XLSX. Flere med samme navn følger etter hverandre.',
    'Dated files of list prices, cost prices or notified prices, CSV or XLSX. Several of one name follow each other.',
    {
      type: 'array',
      items: object(
        {
          name: described('Navnet vilkårene bruker.', 'The name that terms use.', text('veiledende')),
          file: described(
            'Filen, med sti fra denne filen.',
            'The file, by its path from this file.',
            text('liste-2026.csv'),
          ),
          sheet: described('Arket i en arbeidsbok.', 'The sheet of a workbook.', text('Priser')),
          from: described('Første dag listen gjelder.', 'First day the list holds.', day('2026-01-01')),
          notified: described(
            'Dagen leverandøren varslet den.',
            'The day the supplier notified it.',
            day('2025-11-01'),
          ),
          approved: described('Dagen den ble godkjent.', 'The day it was approved.', day('2025-12-01')),
          vat: described(
            'Om listens priser er uten eller med mva. Uten: som avtalen.',
            'Whether its prices are without or with VAT. Without: as the agreement.',
            {
              type: 'string',
              enum: ['excluded', 'included'],
            },
          ),
          vatRate: described(
            'Mva i prosent, der listen og avtalen regner ulikt.',
            'VAT in percent, where list and agreement differ in that.',
            PERCENT,
          ),
        },
        ['name', 'file'],
      ),
      minItems: 1,
    },
  ),
  adjustment: described(
    'Klausulen for prisregulering: indeks, valuta eller varslet prisliste.',
    'The adjustment clause: an index, an exchange rate or a notified price list.',
    {
      ...object({
        index: series('Prisene følger en indeks.', 'Prices follow an index.', 'SSB 03013 KPI'),
        currency: series('Prisene følger en valutakurs.', 'Prices follow an exchange rate.', 'EUR'),
        notifiedList: described(
          'Prisene er leverandørens varslede og godkjente liste: navnet på den blant `priceLists`.',
          'Prices are those of the supplier\u2019s notified and approved list: its name among `priceLists`.',
          text('varslet'),
        ),
        share: described(
          'Hvor mange prosent av endringen som slår ut i prisene. Uten: 100.',
          'How many percent of the change are passed on. Without: 100.',
          PERCENT,
        ),
        threshold: described(
          'Endrer serien seg mindre enn så mange prosent, blir det ingen regulering.',
          'When the series changes by less than so many percent, there is no adjustment.',
          PERCENT,
        ),
        cap: described(
          'Høyst så mange prosent endring i hver regulering.',
          'At most so many percent of change in each adjustment.',
          PERCENT,
        ),
        earliest: described(
          'Første dag prisene kan reguleres.',
          'First day on which prices may change.',
          day('2026-01-01'),
        ),
        noticeDays: described(
          'Dager fra varselet er mottatt til prisene kan endres. Uten: 0.',
          'Days from receipt of the notice to the change. Without: 0.',
          { type: 'integer', minimum: 0, maximum: 730, examples: [60] },
        ),
        timesPerYear: described(
          'Høyst så mange reguleringer på tolv måneder.',
          'At most so many adjustments within twelve months.',
          { type: 'integer', minimum: 1, maximum: 12, examples: [1] },
        ),
        notices: described('Varslene fra leverandøren.', 'The supplier\u2019s notices.', {
          type: 'array',
          items: object(
            {
              received: described('Dagen varselet ble mottatt.', 'The day it was received.', day('2025-11-01')),
              from: described('Første dag med nye priser.', 'First day of the new prices.', day('2026-01-01')),
              month: described('Måneden i serien som det bygger på.', 'The month of the series it rests on.', month),
              approved: described('Dagen det ble godkjent.', 'The day it was approved.', day('2025-12-01')),
            },
            ['received', 'from', 'month'],
          ),
          minItems: 1,
        }),
      }),
    },
  ),
  rounding,
  currencies: described(
    'Fremmede valutaer som er tillatt, med avtalt kurs. Uten: bare avtalens valuta.',
    'Foreign currencies that are allowed, with the agreed rate. Without: only the agreement\u2019s currency.',
    {
      type: 'array',
      items: object(
        {
          code: described('Valutakoden.', 'The currency code.', currency),
          rate: described(
            'Hva én enhet koster i avtalens valuta.',
            'What one unit costs in the agreement\u2019s currency.',
            { ...QUANTITY, examples: [11.45] },
          ),
        },
        ['code', 'rate'],
      ),
      minItems: 1,
    },
  ),
} satisfies Record<keyof PricingFile, JsonSchema>;
