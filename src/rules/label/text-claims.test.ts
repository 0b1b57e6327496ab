import { describe, expect, it } from 'vitest';
import { LABELS } from '../../code-lists/labels.ts';
import { findTextClaims } from './text-claims.ts';

const claims = (text: string) => findTextClaims(text).map(({ key }) => key);

describe('a label claimed in a text', () => {
  it.each([
    ['Håndsåpe 5 l, Svanemerket', ['svanemerket']],
    ['SVANEMERKET HÅNDSÅPE', ['svanemerket']],
    ['Tørkepapir svanemærket, 6 ruller', ['svanemerket']],
    ['Vaskepulver med Svanemerket og EU Ecolabel', ['svanemerket', 'eu_ecolabel']],
    ['Miljømerket Svanen', ['svanemerket']],
    ['Kopipapir A4, FSC Mix', ['fsc']],
    ['Konvolutt C5 FSC®', ['fsc']],
    ['Konvolutt (PEFC)', ['pefc']],
    ['Torskefilet, MSC-sertifisert', ['msc']],
    ['Kaffe Fairtrade, filtermalt', ['fairtrade']],
    ['Hanske, OEKO-TEX Standard 100', ['oeko_tex_100']],
    ['Ikke for barn. Svanemerket.', ['svanemerket']],
    ['Blue Angel, resirkulert papir', ['blauer_engel']],
    ['PC-skjerm 24", TCO Certified', ['tco_certified']],
    ['Lett melk, debiogodkjent', ['debio']],
    ['Parfymefri, uten fargestoffer, Svanemerket', ['svanemerket']],
    ['Rengjøring for alle overflater, Svanemerket', ['svanemerket']],
    ['Laget av FSC-sertifisert tre', ['fsc']],
    ['Kartong A4 FSC', ['fsc']],
    ['KRAV-merket, Fairtrade', ['krav', 'fairtrade']],
  ])('%s', (text, keys) => expect(claims(text)).toEqual(keys));

  it.each([
    'Lik Svanemerket',
    'Kvalitet som Svanemerket',
    'Oppfyller Svanemerkets krav',
    'Oppfyller kravene til Svanemerket',
    'Tilsvarende EU Ecolabel',
    'Ikke Svanemerket',
    'Ikke Svanemerket, men en god såpe til kjøkken og bad som rekker lenge og lukter svært lite',
    'Er ikke lenger Svanemerket',
    'Svanemerket: krav oppfylt i 2019',
    'Egnet til Svanemerket renhold',
    'Swan approved ingredients',
    'Nordic Swan approved ingredients',
    'Meets EU Ecolabel criteria',
    'EU Ecolabel criteria',
    'Pakket i FSC eske',
    'FSC-emballasje',
    'Leveres i emballasje av FSC-sertifisert kartong',
    'Serviett med svane',
    'Svane kopper, hvit',
    'Hyvää Suomesta, blå svane',
    'Svalan',
    'Produktet oppfyller alle krav',
    'krav til emballasje',
    'MSC-kabel',
    'ASC 200',
    'Godstransport',
    'Fair trade er viktig for oss',
    'Engelsk te',
    'Konfekt, angelikarot',
    'Øko-tekstil',
    '',
  ])('but not: %s', (text) => expect(claims(text)).toEqual([]));

  it('is one of the labels there are', () => {
    const text =
      'Svanemerket, EU Ecolabel, Blauer Engel, Bra Miljöval, TCO Certified, EPEAT, FSC, PEFC, MSC-merket, ASC-merket, Debio, KRAV-merket, Fairtrade, Rainforest Alliance, OEKO-TEX, GOTS';
    const found = findTextClaims(text);
    expect(found).toHaveLength(16);
    for (const key of found.flatMap(({ honouredBy }) => honouredBy)) expect(LABELS.has(key)).toBe(true);
  });
});
