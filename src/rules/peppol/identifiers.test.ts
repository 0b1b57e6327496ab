import { describe, expect, it } from 'vitest';
import { identifierRules, keeps } from './identifiers.ts';
import { SPECIFICATIONS, type Specification } from './model.ts';

/** Of each scheme: a number that passes, and the rule that refuses others. */
const BOTH = [
  ['0088', '6291041500213', 'peppol/common-r040'],
  ['0201', 'ABC123', 'peppol/common-r044'],
  ['0208', '0403170701', 'peppol/common-r043'],
  ['0210', 'RSSMRA85T10A562S', 'peppol/common-r045'],
  ['0211', 'IT00743110157', 'peppol/common-r047'],
  ['9907', 'RSSMRA85T10A562S', 'peppol/common-r046'],
] as const;

const PEPPOL = [
  ...BOTH,
  ['0007', '5560125790', 'peppol/common-r049'],
  ['0096', '1234567890', 'peppol/common-r052'],
  ['0106', '12345678', 'peppol/common-r054'],
  ['0151', '51824753556', 'peppol/common-r050'],
  ['0184', 'DK88776655', 'peppol/common-r042'],
  ['0190', '00000001003214345000', 'peppol/common-r055'],
  ['0192', '974760673', 'peppol/common-r041'],
  ['0198', 'DK12345678', 'peppol/common-r053'],
  ['0217', '123456789012', 'peppol/common-r057'],
  ['9944', 'NL123456789B01', 'peppol/common-r056-1'],
] as const;

const EHF = [
  ...BOTH,
  ['0007', '5560125791', 'peppol/common-r049'],
  ['0151', '51824753556', 'peppol/common-r050'],
  ['0192', '974760673', 'peppol/ehf-common-r003'],
  ['9906', 'IT00743110157', 'peppol/common-r048'],
] as const;

type Scheme = readonly [scheme: string, number: string, rule: string];
const WANTED: Readonly<Record<Specification, readonly Scheme[]>> = { peppol: PEPPOL, response: PEPPOL, ehf: EHF };

describe.each(SPECIFICATIONS)('%s', (one) => {
  const rules = identifierRules(one);

  it('asks of these schemes', () => {
    expect([...rules.keys()].sort()).toEqual(WANTED[one].map(([scheme]) => scheme).sort());
  });

  it.each(WANTED[one])('%s: %s', (scheme, number, id) => {
    const rule = rules.get(scheme);
    if (rule === undefined) throw new Error(`nothing asks of ${scheme}`);
    expect(rule.rule).toBe(id);
    expect([keeps(rule, number), keeps(rule, 'IT-')]).toEqual([true, false]);
    // Danish numbers are taken as they stand.
    expect(keeps(rule, ` ${number}\n`)).toBe(!['0096', '0184', '0198'].includes(scheme));
    expect(rule.endpoint).toBe(scheme.startsWith('990') ? true : undefined);
    expect(rule.severity).toBe(one === 'ehf' && (scheme === '0007' || scheme === '0151') ? 'warning' : undefined);
  });
});
