import { describe, expect, it } from 'vitest';
import { findDiscontinued } from './discontinued-words.ts';

describe('on its way out', () => {
  it.each([
    ['Utgår - Perm A4', 'Utgår'],
    ['Perm A4 (utgått)', 'utgått'],
    ['Perm A4 *UTGÅR*', 'UTGÅR'],
    ['Utg. Perm A4', 'Utg.'],
    ['Perm A4, utgår 31.12.2026', 'utgår'],
    ['Varen utgår når lageret er tomt', 'Varen utgår'],
    ['Utgått modell', 'Utgått modell'],
    ['Selges så langt lageret rekker', 'så langt lageret rekker'],
    ['Så lenge beholdningen rekker', 'Så lenge beholdningen rekker'],
    ['Så lenge varen finnes', 'Så lenge varen finnes'],
    ['Er ikke lenger i salg', 'ikke lenger i salg'],
    ['Er ikkje lenger i sal', 'ikkje lenger i sal'],
    ['Säljs så länge lagret räcker', 'så länge lagret räcker'],
    ['Så længe lageret rækker', 'Så længe lageret rækker'],
    ['Vara går ut', 'Vara går ut'],
    ['Erstattes av varenr. 10-2030', 'Erstattes av varenr. 10-2030'],
    ['Udgår af sortimentet', 'Udgår af sortimentet'],
    ['Så længe lager haves', 'Så længe lager haves'],
    ['Utgår ur sortimentet', 'Utgår ur sortimentet'],
    ['Artikeln utgår', 'Artikeln utgår'],
    ['Ersätts av 445566', 'Ersätts av 445566'],
    ['Discontinued', 'Discontinued'],
    ['Binder A4 - discontinued item', 'discontinued item'],
    ['While stocks last', 'While stocks last'],
    ['Replaced by AB-1234', 'Replaced by AB-1234'],
    ['Auslaufartikel', 'Auslaufartikel'],
    ['Solange der Vorrat reicht', 'Solange der Vorrat reicht'],
    ['Perm A4 fases ut', undefined],
    ['Fases ut', 'Fases ut'],
    ['Pris ekskl. mva. Utgår', 'Utgår'],
    ['Fraktseddel A4 – utgår snart', 'utgår snart'],
  ])('%s', (text, words) => {
    expect(findDiscontinued(text)).toBe(words);
  });
});

describe('something else', () => {
  it.each([
    'Moms utgår',
    'Lærebok i norsk, 3. utg.',
    'Frakt utgår.',
    'Moms: utgår',
    'Pris 100 kr, frakt - utgår.',
    'Kabelen utgår fra midten',
    'Utgående aksel',
    'Utgangsspenning 12 V',
    'Erstatter tidligere modell',
    'Filteret må erstattes av fagfolk',
    'Erstattes av den nye modellen',
    'Lagerføres i Oslo',
    'End-of-life tyres',
    'Stockholm',
    'EOLUS vifte',
    'Lengde 20 cm',
    'Discontinuous surface',
    'Dette vinduet går ut mot bakgården',
  ])('%s', (text) => {
    expect(findDiscontinued(text)).toBeUndefined();
  });
});
