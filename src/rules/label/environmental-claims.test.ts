import { describe, expect, it } from 'vitest';
import { findEnvironmentalClaim } from './environmental-claims.ts';

describe('a claim', () => {
  it.each([
    ['Miljøvennlig allrent 1 l', 'Miljøvennlig'],
    ['Et bærekraftig alternativ', 'bærekraftig'],
    ['Miljövänliga servetter', 'Miljövänliga'],
    ['Miljøvenlig sæbe', 'Miljøvenlig'],
    ['Et grønt valg for kontoret', 'Et grønt valg'],
    ['Eco-friendly bags', 'Eco-friendly'],
    ['A sustainable choice', 'sustainable choice'],
    ['CO2-reduced, climate neutral cup', 'climate neutral'],
    ['Umweltfreundlicher Reiniger', 'Umweltfreundlicher'],
  ])('%s', (text, words) => {
    expect(findEnvironmentalClaim(text)).toBe(words);
  });
});

describe('no claim', () => {
  it.each([
    'Kulepenn grønn, 12 stk',
    'Perm grønt ryggtrekk',
    'Hållbar väska i nylon',
    'Hållbarhet 12 månader',
    'Ikke miljøvennlig',
    'Ikke miljøvennlig, men en god såpe som rekker lenge',
    'More environmentally friendly packaging',
    'Leveres i miljøvennlig emballasje',
    'Miljøvennlig produksjon',
    'Papir fra bærekraftig skogbruk',
    'Sustainable forestry initiative',
    'Miljøgatefeier',
    'Neutral såpe uten parfyme',
    'User-friendly design',
    'Inneklima',
    'Biologisk nedbrytbar pose',
  ])('%s', (text) => {
    expect(findEnvironmentalClaim(text)).toBeUndefined();
  });
});
