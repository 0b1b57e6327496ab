/**
 * Cases of prices with their working: offered, agreed, how the agreed price for the offered thing comes about, what it
 * is, and the verdict. A price is written `100 XBX 12 EA /1`: amount, unit, content, its unit, base quantity; `list=`,
 * `disc=`, `cur=` and `name=` are the list price, the discount in percent, the currency and the name. A verdict names the
 * likeliest explanation first, and behind `+` what else gives the same price.
 */
import type { Mutable } from '../../src/catalogue/mutable.ts';
import type { Priced } from './reference.ts';

export interface PriceCase {
  readonly title: string;
  readonly offered: Side;
  readonly agreed: Side;
  /** Absent where the two cannot be compared. */
  readonly working?: string;
  readonly agreedPrice?: string;
  readonly verdict: string;
}

export interface Side extends Priced {
  readonly listPrice?: string;
  readonly discountPercent?: string;
  readonly currency?: string;
  readonly priceTiers?: string;
  readonly name?: string;
}

const TABLE = `
# The same thing
100                  | 100                | 100                  | 100          | kept
49.90 EA             | 49.90 EA           | 49.90                | 49.9         | kept
99.99                | 100                | 100                  | 100          | below 0.01 %
100.01               | 100                | 100                  | 100          | above 0.01 %
99.995               | 100                | 100                  | 100          | kept
12.35                | 12.345             | 12.345               | 12.345       | kept
12.36                | 12.345             | 12.345               | 12.345       | above 0.12 %
12.34                | 12.344             | 12.344               | 12.344       | kept
0.01                 | 0.001              | 0.001                | 0.001        | decimalShift:1
0.13                 | 0.125              | 0.125                | 0.125        | kept
0.12                 | 0.125              | 0.125                | 0.125        | kept
108                  | 100                | 100                  | 100          | above 8 %
103.50               | 100                | 100                  | 100          | above 3.5 %
54.90                | 49.90              | 49.90                | 49.9         | above 10.02 %
90                   | 100                | 100                  | 100          | below 10 %
50                   | 100                | 100                  | 100          | below 50 %
200                  | 100                | 100                  | 100          | above 100 %
0                    | 100                | 100                  | 100          | kept
5                    | 0                  | 0                    | 0            | above 100 %
0                    | 0                  | 0                    | 0            | kept
500000.01            | 500000             | 500000               | 500000       | above 0 %
123456789012.35      | 123456789012.345   | 123456789012.345     | 123456789012.345 | kept
10 EA                | 10 C62             | 10                   | 10           | kept
11 H87               | 10 EA              | 10                   | 10           | above 10 %

# A price in more than whole øre was not rounded to them
12.349               | 12.345               | 12.345               | 12.345       | above 0.03 %
0.0099               | 0.0051               | 0.0051               | 0.0051       | above 94.12 %
0.01                 | 0.0051               | 0.0051               | 0.0051       | kept
0.0051               | 0.0051               | 0.0051               | 0.0051       | kept
33.3334              | 100 /3               | 100 × 1 / 3          | 33.33333333  | above 0 %
33.33                | 100 /3               | 100 × 1 / 3          | 33.33333333  | kept

# Base quantities
250 /100             | 2.50               | 2.50 × 100 / 1       | 250          | kept
2.50                 | 250 /100           | 250 × 1 / 100        | 2.5          | kept
3.33                 | 10 /3              | 10 × 1 / 3           | 3.33333333   | kept
3.34                 | 10 /3              | 10 × 1 / 3           | 3.33333333   | above 0.2 %
3.34 /2              | 5 /3               | 5 × 2 / 3            | 3.33333333   | above 0.2 %
6.67 /2              | 10 /3              | 10 × 2 / 3           | 6.66666667   | kept
6.66 /2              | 10 /3              | 10 × 2 / 3           | 6.66666667   | kept
260 /100             | 2.50               | 2.50 × 100 / 1       | 250          | above 4 %
250                  | 250 /100           | 250 × 1 / 100        | 2.5          | baseQuantity:100 + decimalShift:2
2.50 /100            | 2.50               | 2.50 × 100 / 1       | 250          | baseQuantity:1 + decimalShift:-2
99 /1000             | 9.90 /100          | 9.90 × 1000 / 100    | 99           | kept
98 /1000             | 9.90 /100          | 9.90 × 1000 / 100    | 99           | below 1.01 %
10 /0                | 10                 | 10                   | 10           | kept
500 /200             | 300 /100           | 300 × 200 / 100      | 600          | below 16.67 %

# Packs with another content
80 XPK 8             | 100 XPK 10         | 100 × 8 / 10         | 80           | kept
80.01 XPK 8          | 100 XPK 10         | 100 × 8 / 10         | 80           | above 0.01 %
100 XPK 8            | 100 XPK 10         | 100 × 8 / 10         | 80           | smallerPack:10 + vatIncluded:25
95 XPK 8             | 100 XPK 10         | 100 × 8 / 10         | 80           | above 18.75 %
120 XPK 12           | 100 XPK 10         | 100 × 12 / 10        | 120          | kept
119 XPK 12           | 100 XPK 10         | 100 × 12 / 10        | 120          | below 0.83 %
121 XPK 12           | 100 XPK 10         | 100 × 12 / 10        | 120          | above 0.83 %
100 XPK 12           | 100 XPK 10         | 100 × 12 / 10        | 120          | below 16.67 %
100 XPK 20           | 100 XPK 10         | 100 × 20 / 10        | 200          | below 50 %
100 XPK 1            | 100 XPK 10         | 100 × 1 / 10         | 10           | smallerPack:10 + decimalShift:1
10 XPK 1             | 100 XPK 10         | 100 × 1 / 10         | 10           | kept
100 XPK 100          | 100 XPK 10         | 100 × 100 / 10       | 1000         | perPack:10 + decimalShift:-1
86 XPK 250           | 86 XPK 300         | 86 × 250 / 300       | 71.66666667  | smallerPack:300
71.67 XPK 250        | 86 XPK 300         | 86 × 250 / 300       | 71.66666667  | kept
71.68 XPK 250        | 86 XPK 300         | 86 × 250 / 300       | 71.66666667  | above 0.02 %
100 XBX 45           | 100 XBX 50         | 100 × 45 / 50        | 90           | smallerPack:50 + vatIncluded:11.11
100 XPK 9            | 90 XPK 9           | 90                   | 90           | vatIncluded:11.11
46.90 XPK 500        | 46.90 XPK 500      | 46.90                | 46.9         | kept
234.50 XCT 2500      | 46.90 XPK 500      | 46.90 × 2500 / 500   | 234.5        | kept
229 XCT 2500         | 46.90 XPK 500      | 46.90 × 2500 / 500   | 234.5        | below 2.35 %
240 XCT 2500         | 46.90 XPK 500      | 46.90 × 2500 / 500   | 234.5        | above 2.35 %
46.90 XCT 2500       | 46.90 XPK 500      | -                    | -            | doubtful unit
14.20 XPK 1000       | 14.20 XBX 100      | -                    | -            | doubtful unit
100 12               | 100 10             | 100 × 12 / 10        | 120          | below 16.67 %
100 8                | 100 10             | 100 × 8 / 10         | 80           | smallerPack:10 + vatIncluded:25

# Packs and pieces
120 XBX 12           | 10 EA              | 10 × 12 / 1          | 120          | kept
121 XBX 12           | 10 EA              | 10 × 12 / 1          | 120          | above 0.83 %
118 XBX 12           | 10 EA              | 10 × 12 / 1          | 120          | below 1.67 %
10 XBX 12            | 10 EA              | 10 × 12 / 1          | 120          | perPack:12
10 EA                | 120 XBX 12         | 120 × 1 / 12         | 10           | kept
10.05 EA             | 120 XBX 12         | 120 × 1 / 12         | 10           | above 0.5 %
120 EA               | 120 XBX 12         | 120 × 1 / 12         | 10           | perPack:12
9.50 EA 1            | 120 XBX 12         | 120 × 1 / 12         | 10           | below 5 %
250 XBX 100          | 2.50 EA            | 2.50 × 100 / 1       | 250          | kept
2.50 XBX 100         | 2.50 EA            | 2.50 × 100 / 1       | 250          | perPack:100 + decimalShift:-2
250 EA               | 250 XBX 100        | 250 × 1 / 100        | 2.5          | perPack:100 + decimalShift:2
40 XPK 4 EA          | 10 H87             | 10 × 4 / 1           | 40           | kept
20 XPK 4 EA          | 10 H87             | -                    | -            | doubtful unit
41 XPK 2 PR          | 10 EA              | 10 × 4 / 1           | 40           | above 2.5 %
84 XBX 7 DZN         | 1 EA               | 1 × 84 / 1           | 84           | kept
90 XBX 1 DZN         | 7 EA               | 7 × 12 / 1           | 84           | above 7.14 %

# Price of the pack and of one, in the same order unit
120 EA 12            | 10 EA 12           | 10                   | 10           | perPack:12
10 XBX 12            | 120 XBX 12         | 120                  | 120          | perPack:12
1000 EA 100          | 10 EA 100          | 10                   | 10           | perPack:100 + decimalShift:2
10 XBX 100           | 1000 XBX 100       | 1000                 | 1000         | perPack:100 + decimalShift:-2
100000 XBX 100       | 1000 XBX 100       | 1000                 | 1000         | decimalShift:2 + perPack:100
0.10 EA 100          | 10 EA 100          | 10                   | 10           | decimalShift:-2 + perPack:100
60 EA 6              | 10 EA 6            | 10                   | 10           | perPack:6
59 EA 6              | 10 EA 6            | 10                   | 10           | above 490 %
1.57 XBX 12          | 18.80 XBX 12       | 18.80                | 18.8         | perPack:12
1890 EA 100          | 18.90 EA 100       | 18.90                | 18.9         | perPack:100 + decimalShift:2

# Measures
0.10 GRM             | 100 KGM            | 100 × 1 / 1000       | 0.1          | kept
100 GRM              | 100 KGM            | 100 × 1 / 1000       | 0.1          | perMeasure:KGM + decimalShift:3
0.11 GRM             | 100 KGM            | 100 × 1 / 1000       | 0.1          | vatIncluded:11.11
100 KGM              | 0.10 GRM           | 0.10 × 1000 / 1      | 100          | kept
0.10 KGM             | 0.10 GRM           | 0.10 × 1000 / 1      | 100          | perMeasure:GRM + decimalShift:-3
10 HGM               | 100 KGM            | 100 × 1 / 10         | 10           | kept
9000 TNE             | 10 KGM             | 10 × 1000 / 1        | 10000        | below 10 %
100000 KGM           | 100 KGM            | 100                  | 100          | perMeasure:TNE + decimalShift:3
0.10 KGM             | 100 KGM            | 100                  | 100          | perMeasure:GRM + decimalShift:-3
12 LTR               | 1.20 DLT           | 1.20 × 10 / 1        | 12           | kept
0.75 CLT             | 70 LTR             | 70 × 1 / 100         | 0.7          | above 7.14 %
70 MLT               | 70 LTR             | 70 × 1 / 1000        | 0.07         | perMeasure:LTR + decimalShift:3
15000 MTQ            | 15 LTR             | 15 × 1000 / 1        | 15000        | kept
1200 HMT             | 12 MTR             | 12 × 100 / 1         | 1200         | kept
1250 HMT             | 12 MTR             | 12 × 100 / 1         | 1200         | above 4.17 %
12 HMT               | 12 MTR             | 12 × 100 / 1         | 1200         | perMeasure:MTR + decimalShift:-2
1200 MTR             | 1200 HMT           | 1200 × 1 / 100       | 12           | perMeasure:HMT + decimalShift:2
0.12 CMT             | 12 MTR             | 12 × 1 / 100         | 0.12         | kept
13000 KMT            | 12 MTR             | 12 × 1000 / 1        | 12000        | above 8.33 %
0.02 CMK             | 200 MTK            | 200 × 1 / 10000      | 0.02         | kept
900 MWH              | 0.95 KWH           | 0.95 × 1000 / 1      | 950          | below 5.26 %
4 KWT                | 0.005 WTT          | 0.005 × 1000 / 1     | 5            | below 20 %
20 MIN               | 1200 HUR           | 1200 × 1 / 60        | 20           | kept
21 MIN               | 1200 HUR           | 1200 × 1 / 60        | 20           | above 5 %
120 DZN              | 10 EA              | 10 × 12 / 1          | 120          | kept
10 DZN               | 10 EA              | 10 × 12 / 1          | 120          | perMeasure:EA
10.10 EA             | 120 DZN            | 120 × 1 / 12         | 10           | above 1 %
250 CEN              | 2.50 EA            | 2.50 × 100 / 1       | 250          | kept
2.50 CEN             | 2.50 EA            | 2.50 × 100 / 1       | 250          | perMeasure:EA + decimalShift:-2
2500 MIL             | 250 CEN            | 250 × 1000 / 100     | 2500         | kept
1440 GRO             | 120 DZN            | 120 × 144 / 12       | 1440         | kept
20 PR                | 10 EA              | 10 × 2 / 1           | 20           | kept
40 EA                | 40 PR              | 40 × 1 / 2           | 20           | perMeasure:PR
20 PR                | 40 PR              | 40                   | 40           | perMeasure:H87
80 PR                | 40 PR              | 40                   | 40           | above 100 %
40 EA name=par       | 20 EA              | 20                   | 20           | perMeasure:PR
40 EA                | 20 EA              | 20                   | 20           | above 100 %
6 DZN                | 72 DZN             | 72                   | 72           | perMeasure:H87
1200 MTR             | 12 MTR             | 12                   | 12           | perMeasure:HMT + decimalShift:2

# Contents in measures
100 XSA 25 KGM       | 4 KGM              | 4 × 25 / 1           | 100          | kept
110 XSA 25 KGM       | 4 KGM              | 4 × 25 / 1           | 100          | above 10 %
4 XSA 25 KGM         | 4 KGM              | 4 × 25 / 1           | 100          | perMeasure:KGM
100 XSA 20 KGM       | 100 XSA 25 KGM     | 100 × 20 / 25        | 80           | smallerPack:25 + vatIncluded:25
80 XSA 20 KGM        | 100 XSA 25         | 100 × 20 / 25        | 80           | kept
30 XBO 500 MLT       | 60 XBO 1 LTR       | 60 × 0.5 / 1         | 30           | kept
31 XBO 500 MLT       | 60 XBO 1 LTR       | 60 × 0.5 / 1         | 30           | above 3.33 %
60 XBO 500 MLT       | 60 XBO 1 LTR       | 60 × 0.5 / 1         | 30           | smallerPack:1
45 XBO 750 MLT       | 60 LTR             | 60 × 0.75 / 1        | 45           | kept
200 XRO 50 MTR       | 400 HMT            | 400 × 50 / 100       | 200          | kept

# Packs of packs
245 XCT 5 XPK        | 49 XPK             | 49 × 5 / 1           | 245          | kept
245 XCT 5 XPK        | 49 XPK 1           | 49 × 5 / 1           | 245          | kept
250 XCT 5 XPK        | 49 XPK             | 49 × 5 / 1           | 245          | above 2.04 %
240 XCT 5 XPK        | 49 XPK             | 49 × 5 / 1           | 245          | below 2.04 %
49 XCT 5 XPK         | 49 XPK             | 49 × 5 / 1           | 245          | perPack:5
490 XCT 5 XPK /2     | 49 XPK             | 49 × 10 / 1          | 490          | kept
49 XPK               | 245 XCT 5 XPK      | 245 × 1 / 5          | 49           | kept
50 XPK               | 245 XCT 5 XPK      | 245 × 1 / 5          | 49           | above 2.04 %
245 XPK              | 245 XCT 5 XPK      | 245 × 1 / 5          | 49           | perPack:5
49 XPK 100           | 245 XCT 5 XPK      | 245 × 1 / 5          | 49           | kept
49 XPK 100 EA        | 245 XCT 5 XPK      | 245 × 1 / 5          | 49           | kept
100 XCT 5 SET        | 20 SET             | 20 × 5 / 1           | 100          | kept
49 XPK 1 XPK         | 245 XCT 5 XPK      | 245 × 1 / 5          | 49           | kept
120 XPK 12 XPK       | 100 XPK 10 XPK     | 100 × 12 / 10        | 120          | kept
100 XPK 10           | 120 XPK 12 XPK     | 120 × 10 / 12        | 100          | kept
960 XPX 40 XCT       | 24 XCT             | 24 × 40 / 1          | 960          | kept
960 XPX 40 XCT       | 24 XCT 12 EA       | -                    | -            | unknown unit
245 XCT 5 XPK        | 49 XPK 100         | -                    | -            | unknown unit
245 XCT 5 XPK        | 49 XBX             | -                    | -            | unknown unit
245 XCT 5 XPK        | 49 EA              | -                    | -            | unknown unit
245 XCT 5            | 49 XPK             | -                    | -            | unknown unit
245 XCT              | 49 XPK             | -                    | -            | unknown unit
49 XPK               | 245 XCT            | -                    | -            | unknown unit
49 XPK               | 245 XCT 5          | -                    | -            | unknown unit
49 XPK 5 XPK         | 245 XCT 5 XPK      | -                    | -            | unknown unit
245 XCT 5 XPK        | 49 XPK 10 XCT      | -                    | -            | unknown unit
245 XCT 5 XPK        | 245 XCT 500 EA     | -                    | -            | unknown packQuantity
245 XCT 5 XPK        | 294 XCT 6 XPK      | 294 × 5 / 6          | 245          | kept

# What cannot be compared
100 XPK              | 100 XPK 10         | -                    | -            | unknown packQuantity
100 XPK 10           | 100 EA 10          | -                    | -            | unknown unit
100 EA 8             | 100 EA 10          | -                    | -            | unknown packQuantity
100 XBX              | 10 EA              | -                    | -            | unknown unit
100 XBX 1            | 10 EA              | -                    | -            | unknown unit
100 KGM              | 100 LTR            | -                    | -            | unknown unit
100 KGM 25           | 100 GRM            | -                    | -            | unknown unit
100 XBO 500 GRM      | 100 XBO 500 MLT    | -                    | -            | unknown packUnit
100 XPK 10 XBX       | 100 XPK 12 EA      | -                    | -            | unknown packQuantity
100 SET              | 100 EA             | -                    | -            | unknown unit
100 HUR              | 100 DAY            | -                    | -            | unknown unit
10                   | 10 EA              | -                    | -            | unknown unit
10 EA cur=EUR        | 10 EA              | -                    | -            | currency
116 EA cur=SEK       | 116 EA             | -                    | -            | currency

# Slips of the decimal sign
1000                 | 100                | 100                  | 100          | decimalShift:1
10000                | 100                | 100                  | 100          | decimalShift:2
100000               | 100                | 100                  | 100          | decimalShift:3
1000000              | 100                | 100                  | 100          | above 999900 %
10                   | 100                | 100                  | 100          | decimalShift:-1
1                    | 100                | 100                  | 100          | decimalShift:-2
0.10                 | 100                | 100                  | 100          | decimalShift:-3
4990                 | 49.90              | 49.90                | 49.9         | decimalShift:2
1005                 | 100                | 100                  | 100          | decimalShift:1
1006                 | 100                | 100                  | 100          | above 906 %
995                  | 100                | 100                  | 100          | decimalShift:1
994                  | 100                | 100                  | 100          | above 894 %
2400 XBX 24          | 240 XBX 24         | 240                  | 240          | decimalShift:1

# VAT
125                  | 100                | 100                  | 100          | vatIncluded:25
115                  | 100                | 100                  | 100          | vatIncluded:15
112                  | 100                | 100                  | 100          | vatIncluded:12
111.11               | 100                | 100                  | 100          | vatIncluded:11.11
62.38                | 49.90              | 49.90                | 49.9         | vatIncluded:25
124.93               | 100                | 100                  | 100          | above 24.93 %
0.06                 | 0.05               | 0.05                 | 0.05         | above 20 %
125 XPK 8            | 125 XPK 10         | 125 × 8 / 10         | 100          | smallerPack:10 + vatIncluded:25
312.50 /100          | 2.50               | 2.50 × 100 / 1       | 250          | vatIncluded:25

# List prices and discounts
120 list=120         | 90                 | 90                   | 90           | listPrice:25
120 disc=25          | 90                 | 90                   | 90           | listPrice:25
125 list=125         | 100                | 100                  | 100          | listPrice:20 + vatIncluded:25
80 list=100 disc=20  | 80                 | 80                   | 80           | kept
64 disc=20           | 80                 | 80                   | 80           | discountTwice:20
100 list=100         | 100                | 100                  | 100          | kept
143 disc=30          | 100                | 100                  | 100          | above 43 %
`;

const WORDS: Readonly<Record<string, keyof Side>> = {
  list: 'listPrice',
  disc: 'discountPercent',
  cur: 'currency',
  name: 'name',
};

export function sideFrom(text: string): Side {
  const [price = '', ...words] = text.split(' ');
  const side: Mutable<Side> = { price };
  for (const word of words) {
    const [key = '', value] = word.split('=');
    if (value !== undefined) side[WORDS[key] ?? 'name'] = value;
    else if (word.startsWith('/')) side.priceBaseQuantity = word.slice(1);
    else if (/^[\d.]+$/.test(word)) side.packQuantity = word;
    else if (side.packQuantity === undefined) side.unit = word;
    else side.packUnit = word;
  }
  return side;
}

/** @param table one case a line; empty lines and those that begin with `#` are none */
export function casesIn(table: string): readonly PriceCase[] {
  const rows = table.trim().split('\n');
  return rows
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => {
      const [offered = '', agreed = '', working = '-', agreedPrice = '-', verdict = ''] = row
        .split('|')
        .map((cell) => cell.trim());
      return {
        title: `${offered} where ${agreed} is agreed: ${verdict}`,
        offered: sideFrom(offered),
        agreed: sideFrom(agreed),
        ...(working === '-' ? {} : { working, agreedPrice }),
        verdict,
      };
    });
}

export const PRICE_CASES = casesIn(TABLE);
