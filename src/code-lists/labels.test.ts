import { describe, expect, it } from 'vitest';
import { findLabel, LABELS, labelName, licenceMatches, normalLicence } from './labels.ts';

const label = (key: string) => {
  const found = LABELS.get(key);
  if (found === undefined) throw new Error(`no label ${key}`);
  return found;
};

describe('finding a label', () => {
  it.each([
    ['Svanemerket', 'svanemerket'],
    ['SVANEMERKET', 'svanemerket'],
    ['svane-merket', 'svanemerket'],
    ['Svanen', 'svanemerket'],
    ['SVANEN', 'svanemerket'],
    ['Nordic Swan Ecolabel', 'svanemerket'],
    ['EU-blomsten', 'eu_ecolabel'],
    ['EU ecolabel', 'eu_ecolabel'],
    ['EU_ECO_LABEL', 'eu_ecolabel'],
    ['Blå engel', 'blauer_engel'],
    ['FSC', 'fsc'],
    ['FSC®', 'fsc'],
    ['FSC 100 %', 'fsc_100'],
    ['fsc mix', 'fsc_mix'],
    ['PEFC-sertifisert', 'pefc_certified'],
    ['TCO Certified', 'tco_certified'],
    ['Ø-merket', 'debio'],
    ['Debio-sertifisert', 'debio'],
    ['Rainforest Alliance People & Nature', 'rainforest_people_nature'],
    ['ISO 14001', 'iso14001'],
    ['Miljøfyrtårn', 'miljofyrtarn'],
  ])('%s', (text, key) => {
    expect(findLabel(text)?.key).toBe(key);
  });

  it('does not take a relative for the label', () => {
    expect(findLabel('Svalan')?.key).toBe('asthma_allergy_nordic');
    expect(findLabel('Joutsenlippu')?.key).toBe('blue_swan_finland');
    expect(findLabel('GOODS_FROM_FINLAND_BLUE_SWAN')?.key).toBe('blue_swan_finland');
    expect(findLabel('Møbelfakta')?.key).toBe('mobelfakta_no');
    expect(findLabel('Möbelfakta')?.key).toBe('mobelfakta_se');
  });

  it.each(['lik Svanemerket', 'oppfyller Svanens krav', 'Ikke Svanemerket', 'A', '', '20930001', 'RCS'])(
    '%s names no label',
    (text) => {
      expect(findLabel(text)).toBeUndefined();
    },
  );

  it('tells labels, claims, denials and labels of the company apart', () => {
    expect(findLabel('Svanemerket')).toMatchObject({ kind: 'ecoTypeI', scope: 'product', gs1Code: 'SVANEN' });
    expect(findLabel('Miljøvennlig')).toMatchObject({ kind: 'claim', scope: 'claim' });
    expect(findLabel('Ja')).toMatchObject({ kind: 'claim' });
    expect(findLabel('Økologisk')).toMatchObject({ kind: 'organic', scope: 'claim' });
    for (const none of ['Nei', '-', '–', 'Ingen', 'N/A', 'ikke aktuelt']) expect(findLabel(none)?.kind).toBe('none');
    expect(findLabel('ISO 14001')?.scope).toBe('company');
    expect(findLabel('EPD')?.kind).toBe('epdTypeIII');
  });

  it('knows every spelling in its table, none of them as another label', () => {
    for (const { key, spellings } of LABELS.values()) {
      for (const spelling of spellings) expect([spelling, findLabel(spelling)?.key]).toEqual([spelling, key]);
    }
  });

  it('has names in both languages', () => {
    expect(labelName('svanemerket', 'en')).toBe('Nordic Swan Ecolabel');
    expect(labelName('something else', 'nb')).toBe('something else');
  });
});

describe('a licence number', () => {
  it.each([
    ['svanemerket', '2093 0001'],
    ['svanemerket', '20930001'],
    ['svanemerket', ' 2093\u00A00001 '],
    ['svanemerket', '241 344'],
    ['svanemerket', 'lisensnr. 5025 0012'],
    ['svanemerket', 'SE 5031 0002'],
    ['svanemerket', '3025-0015'],
    ['fsc', 'Licence no: FSC-C123456'],
    ['eu_ecolabel', 'NO/020/001'],
    ['eu_ecolabel', 'DK/020/001'],
    ['eu_ecolabel', 'no/004/12345'],
    ['fsc', 'FSC-C123456'],
    ['fsc', 'FSC\u2011c123456'],
    ['fsc_mix', 'fsc–C123456'],
    ['pefc', 'PEFC/04-31-0812'],
    ['msc', 'MSC-C-54001'],
    ['oeko_tex_100', '12.HCN.34567 Hohenstein'],
    ['blauer_engel', '12345'],
  ])('of %s: %s', (key, licence) => {
    expect(licenceMatches(label(key), licence)).toBe(true);
  });

  it.each([
    ['svanemerket', '6093 0001'],
    ['svanemerket', '2093'],
    ['fsc', 'C123456'],
    ['fsc', 'AB-COC-123456'],
    ['eu_ecolabel', '020/001'],
    ['pefc', '04-31-0812'],
    ['blauer_engel', ''],
  ])('of %s is not %s', (key, licence) => {
    expect(licenceMatches(label(key), licence)).toBe(false);
  });

  it('keeps its case only where case tells two apart', () => {
    expect(normalLicence(label('fsc'), 'fsc-c123456')).toBe('FSC-C123456');
    expect(normalLicence(label('oeko_tex_100'), 'Ab 1')).toBe('Ab 1');
  });

  it('says how well its form is known', () => {
    expect(label('svanemerket').licence?.status).toBe('unverified');
    expect(label('fsc').licence?.status).toBe('verified');
    expect(label('svanemerket').licenceRequired).toBe(true);
    expect(label('nokkelhullet').licenceRequired).toBe(false);
  });
});
