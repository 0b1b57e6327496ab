/** Numbers of parties, scheme by scheme: those that pass, and those one step beside. */
import { describe, expect, it } from 'vitest';
import * as is from './check-digits.ts';

interface Scheme {
  readonly keeps: (value: string) => boolean;
  readonly valid: readonly string[];
  readonly invalid: readonly (readonly [why: string, value: string])[];
}

/** Values with a wrong length, a stranger at either end or within: none of them has the right number of digits. */
function misshapen(value: string): readonly (readonly [why: string, value: string])[] {
  return [
    ['empty', ''],
    ['one digit short at the end', value.slice(0, -1)],
    ['one digit short in front', value.slice(1)],
    ['one digit more at the end', `${value}0`],
    ['one digit more in front', `0${value}`],
    ['a letter in front', `x${value}`],
    ['a letter behind', `${value}x`],
    ['a blank in front', ` ${value}`],
    ['a blank behind', `${value} `],
    ['a line end behind', `${value}\n`],
    ['a letter for its first digit', `O${value.slice(1)}`],
    ['a letter for its last digit', `${value.slice(0, -1)}O`],
    ['digits of another script', value.replaceAll(/\d/g, '٣')],
    ['groups with blanks', `${value.slice(0, 3)} ${value.slice(3)}`],
  ];
}

/** Every other last digit. */
function otherLastDigits(value: string): readonly (readonly [why: string, value: string])[] {
  return [...'0123456789']
    .filter((digit) => !value.endsWith(digit))
    .map((digit) => [`ends in ${digit}`, `${value.slice(0, -1)}${digit}`] as const);
}

const SCHEMES: Readonly<Record<string, Scheme>> = {
  'GLN (0088)': {
    keeps: is.isGln,
    // The first is the example of GS1; the length is another's to ask for.
    valid: ['6291041500213', '9501101020016', '7080001234560', '4006381333931', '12345670', '307', '031', '55', '0'],
    invalid: [
      ...otherLastDigits('6291041500213'),
      ...otherLastDigits('7080001234560'),
      ['two neighbours swapped', '6291041500123'],
      ['a wrong first digit', '5291041500213'],
      ['a wrong digit in its middle', '6291041510213'],
      ['a single digit that is not 0', '5'],
      ['empty', ''],
      ['a letter in front', 'x6291041500213'],
      ['a letter behind', '6291041500213x'],
      ['a blank behind', '6291041500213 '],
      ['a letter within', '62910415O0213'],
      ['a sign', '-307'],
    ],
  },
  'Norwegian organisation number (0192)': {
    keeps: is.isOrganisationNumber,
    valid: ['974760673', '923609016', '988888885', '100000008', '000000027', '900000030', '900000170', '111111111'],
    invalid: [
      ...misshapen('974760673'),
      ...otherLastDigits('974760673'),
      ...otherLastDigits('900000030'),
      ['only zeros', '000000000'],
      ['two neighbours swapped', '974760763'],
      ['remainder 1, ending in 0: no digit fits', '400000000'],
      ['remainder 1, ending in 1: no digit fits', '400000001'],
      ['remainder 1, ending in 9: no digit fits', '900000099'],
      ['a wrong first digit', '874760673'],
    ],
  },
  'Danish CVR number (0184)': {
    keeps: is.isCvr,
    valid: ['88776655', 'DK88776655', '00000000'],
    invalid: [
      ...misshapen('88776655'),
      ...['DK8877665', 'DK887766550', 'DK 88776655', 'dk88776655', 'NO88776655', 'D88776655'].map(beside),
      ...['xDK88776655', 'DK88776655x', ' DK88776655', 'DKDK88776655', 'DK'].map(beside),
    ],
  },
  'Danish SE number (0198)': {
    keeps: is.isDanishSe,
    valid: ['DK12345678'],
    invalid: ['12345678', 'DK1234567', 'DK123456789', 'xDK12345678', 'DK12345678x', ' DK12345678', 'dk12345678']
      .concat('DK1234567x', 'DK 12345678', 'DKx2345678', '')
      .map(beside),
  },
  'Danish P number (0096)': { keeps: is.isDanishP, valid: ['1234567890'], invalid: misshapen('1234567890') },
  'Belgian enterprise number (0208)': {
    keeps: is.isBelgian,
    // 97 for the remainder 0, 1 for the remainder 96.
    valid: ['0403170701', '0402837436', '1234567894', '1000002197', '1000002001', '0000000097'],
    invalid: [
      ...misshapen('0403170701'),
      ...otherLastDigits('0402837436'),
      ['remainder 0, ending in 00', '1000002100'],
      ['remainder 96, ending in 98', '1000002098'],
      ['its first of two check digits wrong', '0402837446'],
      ['a wrong first digit', '1403170701'],
      ['eleven digits whose last three would do', '12345678094'],
    ],
  },
  'Italian IPA code (0201)': {
    keeps: is.isIpa,
    valid: ['ABC123', 'aB12c3', 'zzzzzz', 'ZZZZZZ', '000000', '999999', 'AaZz09'],
    invalid: ['', 'ABC12', 'ABC1234', 'ABC-12', 'ABC 12', ' ABC12', 'ABC12 ', 'ÆBC123', 'ABC12é', '[BC123', '@BC123']
      .concat('`BC123', '{BC123', '/BC123', ':BC123', ' ABC123', 'ABC123 ', 'ABC123\n')
      .map(beside),
  },
  'Italian Codice Fiscale (0210)': {
    keeps: is.isCodiceFiscale,
    valid: ['12345678901', '+1234567890', '-1234567890', '00000000000', 'RSSMRA85T10A562S', 'rssmra85t10a562s'].concat(
      // Three characters of any kind.
      'RSSMRA85T10   2S',
      'RSSMRA85T10...2S',
    ),
    invalid: [
      ...misshapen('12345678901'),
      ...['+12345678901', '-123456789', '++123456789', '123456789+1', '1234567890+', 'A1234567890', '1234567890A'].map(
        beside,
      ),
      ...['xRSSMRA85T10A562S', 'RSSMRA85T10A562Sx', ' RSSMRA85T10A562S', 'RSSMRA85T10A562S '].map(beside),
      ...['RSSMR185T10A562S', '1SSMRA85T10A562S', 'RSSMRAX5T10A562S', 'RSSMRA8XT10A562S', 'RSSMRA85110A562S'].map(
        beside,
      ),
      ...['RSSMRA85TX0A562S', 'RSSMRA85T1XA562S', 'RSSMRA85T10A56XS', 'RSSMRA85T10A5621', 'RSSMRA85T10A56S'].map(
        beside,
      ),
      ...['RSSMRA85T10A5622S', 'RSSMRA5T10A562S', 'RSSMRA855T10A562S', 'RSSMR85T10A562S', 'RSSMRA85T1A562S'].map(
        beside,
      ),
      ...['RSSMRAA85T10A562S', 'RSSMRA85T100A562S', 'RSSMRA8510A562S'].map(beside),
    ],
  },
  'Italian Partita IVA (0211)': {
    keeps: is.isPartitaIva,
    // Without its country everything passes, and so it does where the country is written otherwise.
    valid: ['IT00743110157', 'it00743110157', 'IT12345678903', 'IT01905660120', 'IT00000000000', '00743110158'].concat(
      'whatever',
      'It1',
      'xIT1',
      ' IT1',
      'I',
      '',
    ),
    invalid: [
      ...misshapen('00743110157')
        .filter(([, value]) => value !== '')
        .map(([why, value]) => [why, `IT${value}`] as const),
      ...otherLastDigits('IT00743110157'),
      ...otherLastDigits('it12345678903'),
      ['nothing behind the country', 'IT'],
      ['a wrong first digit', 'IT10743110157'],
      ['two neighbours swapped', 'IT07043110157'],
      ['the country twice', 'ITIT00743110157'],
    ],
  },
  'Swedish organisation number (0007)': {
    keeps: is.isSwedish,
    valid: ['5560125790', '2120000142', '2021005489', '5567037485', '1234567897', '9999999999', '0000000000'],
    invalid: [
      ...misshapen('5567037485'),
      ...otherLastDigits('2120000142'),
      ...otherLastDigits('5560125790'),
      ['two neighbours swapped', '5567037845'],
      ['a wrong first digit', '4567037485'],
      ['as it is often written', '556703-7485'],
    ],
  },
  'Australian Business Number (0151)': {
    keeps: is.isAbn,
    // The first is the example of the Australian Business Register.
    valid: ['51824753556', '53004085616', '49004028077', '83914571673'],
    invalid: [
      ...misshapen('51824753556'),
      ...otherLastDigits('51824753556'),
      ['only zeros', '00000000000'],
      ['its first two digits swapped', '15824753556'],
      ['a wrong digit in its middle', '51824763556'],
    ],
  },
  'Dutch KvK number (0106)': { keeps: is.isKvk, valid: ['12345678'], invalid: misshapen('12345678') },
  'Dutch OIN (0190)': {
    keeps: is.isOin,
    valid: ['00000001003214345000'],
    invalid: misshapen('00000001003214345000'),
  },
  'Dutch VAT number (9944)': {
    keeps: is.isDutchVat,
    valid: ['NL123456789B01', 'NL000000000B00'],
    invalid: ['', 'NL12345678B01', 'NL1234567890B01', 'NL123456789B1', 'NL123456789B001', 'NL123456789A01']
      .concat('nl123456789B01', 'NL123456789b01', 'BE123456789B01', '123456789B01', 'NL123456789', 'NLx23456789B01')
      .concat('NL123456789Bx1', 'xNL123456789B01', 'NL123456789B01x', ' NL123456789B01', 'NL123456789B01 ', 'NL1B01')
      .map(beside),
  },
  'Dutch establishment number (0217)': {
    keeps: is.isDutchEstablishment,
    valid: ['123456789012'],
    invalid: misshapen('123456789012'),
  },
  'ten digits': { keeps: is.isTenDigits, valid: ['5560125790', '5560125791'], invalid: misshapen('5560125790') },
};

function beside(value: string): readonly [why: string, value: string] {
  return ['no such form', value];
}

describe.each(Object.entries(SCHEMES))('%s', (_, { keeps, valid, invalid }) => {
  it.each(valid.map((value) => [value]))('%j passes', (value) => expect(keeps(value)).toBe(true));

  it.each(invalid)('%s: %j does not', (_why, value) => expect(keeps(value)).toBe(false));
});

/** What check digits are for. */
it.each([
  ['GLN', is.isGln, '6291041500213'],
  ['organisation number', is.isOrganisationNumber, '974760673'],
  ['Belgian', is.isBelgian, '0403170701'],
  ['Partita IVA', is.isPartitaIva, 'IT00743110157'],
  ['Swedish', is.isSwedish, '5567037485'],
  ['ABN', is.isAbn, '51824753556'],
] as const)('%s: no digit can be another', (_, keeps, value) => {
  const mistyped = [...value].flatMap((was, at) =>
    /\d/.test(was)
      ? [...'0123456789']
          .filter((digit) => digit !== was)
          .map((digit) => `${value.slice(0, at)}${digit}${value.slice(at + 1)}`)
      : [],
  );
  expect(mistyped.length).toBeGreaterThanOrEqual(9 * 9);
  expect(mistyped.filter(keeps)).toEqual([]);
});
