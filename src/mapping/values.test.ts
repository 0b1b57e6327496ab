import { describe, expect, it } from 'vitest';
import { readBoolean, readGtin, readStatus, readUnspsc, STATUS_TEXT } from './values.ts';

describe('yes and no', () => {
  it.each(['ja', 'Ja.', 'J', 'x', 'X', 'true', '1', 'YES'])('%s is yes', (text) => {
    expect(readBoolean(text)).toBe(true);
  });
  it.each(['nei', 'N', 'false', '0', 'No'])('%s is no', (text) => {
    expect(readBoolean(text)).toBe(false);
  });
  it.each(['kanskje', '2', '-', '35'])('%s is neither', (text) => {
    expect(readBoolean(text)).toBeUndefined();
  });
});

describe('a status', () => {
  it.each([
    ['Aktiv', 'active'],
    ['Utgått', 'discontinued'],
    ['UTGÅR', 'discontinued'],
    ['utgått vare', 'discontinued'],
    ['Discontinued', 'discontinued'],
    ['EOL', 'discontinued'],
    ['Midlertidig utsolgt', 'temporarilyUnavailable'],
    ['i restordre', 'temporarilyUnavailable'],
    ['Nyhet', 'new'],
    ['Utg.', 'discontinued'],
    ['utgjengen', 'discontinued'],
    ['Fasas ut', 'discontinued'],
    ['Udgår af sortimentet', 'discontinued'],
    ['Så lenge lageret rekker', 'discontinued'],
    ['Solange Vorrat reicht', 'discontinued'],
    ['Erstattes av 10020', 'discontinued'],
    ['Utgår, erstattes av 10020', 'discontinued'],
    ['Under utfasing', 'active'],
  ] as const)('%s is %s', (text, status) => {
    expect(readStatus(text)).toBe(status);
  });

  it('is told by yes or no where the heading says of what', () => {
    expect(readStatus('Ja', 'discontinued')).toBe('discontinued');
    expect(readStatus('Nei', 'discontinued')).toBe('active');
    expect(readStatus('Ja', 'active')).toBe('active');
    expect(readStatus('0', 'active')).toBe('discontinued');
    expect(readStatus('Utgått', 'active')).toBe('discontinued');
    expect(readStatus('Aktiv', 'discontinued')).toBe('active');
  });

  it.each(['Ja', '3', 'kanskje', 'utgår ikke', 'utgår i 2031', 'erstatter 10020', ''])(
    '%s says nothing by itself',
    (text) => {
      expect(readStatus(text)).toBeUndefined();
    },
  );

  it('is read back from what we write', () => {
    for (const [status, text] of Object.entries(STATUS_TEXT)) expect(readStatus(text)).toBe(status);
  });
});

describe('a GTIN', () => {
  it.each([
    ['7038010000003', '7038010000003'],
    ['00012345678905', '00012345678905'],
    ["'07038010000003", '07038010000003'],
    ['7 038010 000003', '7038010000003'],
    ['703-8010-000003', '7038010000003'],
    [' 7038010000003\u00A0', '7038010000003'],
    ['12345678901', '12345678901'],
  ])('%s keeps its digits', (text, digits) => {
    expect(readGtin(text)).toBe(digits);
  });
  it.each(['7038010000003.0', '7.03801E+12', '703801000000X', 'mangler', '', '-', '7038010000003, 7038010000010'])(
    '%s is not understood',
    (text) => {
      expect(readGtin(text)).toBeUndefined();
    },
  );
});

describe('a UNSPSC code', () => {
  it.each([
    ['44121706', '44121706'],
    ['44.12.17.06', '44121706'],
    ['44 12 17 06', '44121706'],
    ['4412', '4412'],
    ['44121706 ', '44121706'],
  ])('%s', (text, digits) => {
    expect(readUnspsc(text)).toBe(digits);
  });
  it.each(['44121706.0', 'Penner', '4412170X'])('%s is not understood', (text) => {
    expect(readUnspsc(text)).toBeUndefined();
  });
});
