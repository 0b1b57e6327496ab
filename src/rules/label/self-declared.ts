import type { Field } from '../../catalogue/field.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { LABELS } from '../../code-lists/labels.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { findEnvironmentalClaim } from './environmental-claims.ts';
import { findTextClaims } from './text-claims.ts';

const FIELDS = ['name', 'description', 'keywords'] as const satisfies readonly Field[];

export default lineRule({
  id: 'label/self-declared',
  title: {
    nb: 'Varer som omtales som miljøvennlige, har et miljømerke',
    en: 'Items described as environmentally friendly have an eco-label',
  },
  fault: { nb: 'Miljøpåstander uten merke bak', en: 'Environmental claims with no label behind them' },
  because: {
    nb: 'En påstand uten merke kan ikke etterprøves, men den som søker etter miljøvennlige varer, får opp varen.',
    en: 'A claim without a label cannot be verified, yet whoever searches for environmentally friendly items finds it.',
  },
  advice: {
    nb: 'Fyll inn merket varen har, skriv hva påstanden bygger på (for eksempel andel resirkulert materiale), eller stryk ordet.',
    en: 'Fill in the label of the item, say what the claim rests on (such as the share of recycled material), or strike the word.',
  },
  source: {
    nb: 'Direktiv (EU) 2024/825: generelle miljøpåstander uten anerkjent miljøprestasjon er urimelige',
    en: 'Directive (EU) 2024/825: generic environmental claims without recognised excellent performance are unfair',
  },
  sets: {
    recommended: { severity: 'info' },
    supplier: { severity: 'info' },
  },
  needs: [],
  anyColumn: FIELDS,
  passes: [
    {
      why: 'a label behind it',
      line: { name: 'Miljøvennlig såpe', ecoLabel: [{ key: 'svanemerket', text: 'Svanemerket' }] },
    },
    {
      why: 'a label in the text: told by label/claimed-in-text-only',
      line: { name: 'Miljøvennlig såpe, Svanemerket' },
    },
    { why: 'a colour', line: { name: 'Kulepenn grønn' } },
    { why: 'durable, in Swedish', line: { name: 'Hållbar kasse' } },
    { why: 'denied', line: { description: 'Produktet er ikke miljøvennlig' } },
    { why: 'another thing is meant', line: { description: 'Leveres i miljøvennlig emballasje' } },
    { why: 'a property that can be verified', line: { description: '80 % resirkulert plast' } },
  ],
  fails: [
    {
      why: 'no label',
      line: { name: 'Miljøvennlig allrengjøring' },
      finds: [{ field: 'name', actual: 'Miljøvennlig' }],
    },
    {
      why: 'in the description; a certificate of the company is no label',
      line: { description: 'Ett miljövänligt val', ecoLabel: [{ key: 'iso14001', text: 'ISO 14001' }] },
      finds: [{ field: 'description', actual: 'miljövänligt' }],
    },
  ],
  message: {
    nb: '{field} sier «{actual:text}», men varen har ikke noe miljømerke',
    en: '{field} says "{actual:text}", but the item has no eco-label',
  },
  check(line) {
    for (const field of FIELDS) {
      const text = line[field];
      const claim = text === undefined ? undefined : findEnvironmentalClaim(text);
      if (claim === undefined) continue;
      return isLabelled(line) ? NONE : [{ field, actual: claim }];
    }
    return NONE;
  },
});

const NONE: readonly Problem[] = [];

/** Also a label told in the text alone: that is what is remarked on then. */
function isLabelled({ ecoLabel, name = '', description = '' }: CatalogueLine): boolean {
  if (ecoLabel?.some(({ key }) => key !== undefined && LABELS.get(key)?.scope === 'product') === true) return true;
  return findTextClaims(name).length > 0 || findTextClaims(description).length > 0;
}
