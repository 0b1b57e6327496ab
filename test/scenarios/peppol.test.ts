/** Whole runs on catalogues that claim to follow Peppol or EHF: their form is checked like all else. */
import { describe, expect, it } from 'vitest';
import { broken } from '../builders/form-cases.ts';
import { documentText, ehfDocument, newPart, type Part, part, peppolDocument } from '../builders/peppol-document.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, type CheckRun, type Workspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const FORM_ONLY = 'rules: { peppol/*: on }';

/** Three lines, of which the changes break the second. */
function threeLines(changes: readonly string[], whole = peppolDocument()): Part {
  const line = part(whole, 'CatalogueLine');
  const lines = ['100', '200', '300'].map((number, at) => {
    const copy = structuredClone(line);
    part(copy, 'ID').text = String(at + 1);
    part(copy, 'Item/SellersItemIdentification/ID').text = number;
    return at === 1 ? changes.reduce(broken, copy) : copy;
  });
  whole.children.splice(whole.children.indexOf(line), 1, ...lines);
  return whole;
}

/** Only what the form asks is on. */
function check(document: Part | string, rules = FORM_ONLY): Promise<CheckRun> {
  const text = typeof document === 'string' ? document : documentText(document);
  return withRules(aWorkspace(folder, { prices: null }), rules).check(text);
}

/** @param rules of a rule set that extends none */
function withRules(space: Workspace, rules: string): { check(text: string): Promise<CheckRun> } {
  space.write('rules/bare.yaml', `version: 1\n${rules}\n`);
  return { check: (text) => space.check('a.xml', text, '--rules', 'rules/bare.yaml', '--allow-partly') };
}

const told = ({ findings }: CheckRun): readonly string[] => findings.map(({ rule, severity }) => `${severity} ${rule}`);

describe('a Peppol catalogue', () => {
  it('that keeps every rule is approved, byte for byte', async () => {
    const text = documentText(threeLines([]));
    const run = await check(text);
    expect([run.code, run.result.outcome, told(run)]).toEqual([0, 'approved', []]);
    expect(run.approved?.toString()).toBe(text);
  });

  it('a fault in a line withholds the line, and is told where it stands, with the item number', async () => {
    const faulty = threeLines(['OrderableUnit=stk', 'Item/ClassifiedTaxCategory/Percent=0']);
    const run = await check(faulty);
    expect([run.code, run.result.lines.withheld]).toEqual([0, 1]);
    const row = (text: string): number => rowIn(documentText(faulty), text);
    expect(run.findings).toMatchObject([
      {
        rule: 'peppol/t19-b11601',
        severity: 'error',
        item: '200',
        actual: 'stk',
        place: { row: row('stk</cbc:OrderableUnit>'), element: 'cac:CatalogueLine/cbc:OrderableUnit' },
        disposition: 'withhold',
        lineDisposition: 'withhold',
      },
      {
        rule: 'peppol/t19-r015',
        item: '200',
        place: { row: row('<cbc:Percent>0<'), element: 'cac:CatalogueLine/cac:Item/cac:ClassifiedTaxCategory' },
      },
    ]);
    expect(run.file('findings.csv').toString()).toContain(
      `;${row('stk</cbc:OrderableUnit>')};;200;;stk;;stk i cac:CatalogueLine/cbc:OrderableUnit er ingen kode fra UN/ECE Recommendation 20 (PEPPOL-T19-B11601);`,
    );
    const again = await check(run.approved?.toString() ?? '');
    expect([again.code, again.result.outcome, told(again)]).toEqual([0, 'approved', []]);
  });

  it('a fault above the lines refuses it all', async () => {
    const faulty = threeLines(['OrderableUnit=stk'], broken(peppolDocument(), '-ProviderParty/EndpointID'));
    const row = rowIn(documentText(faulty), '<cac:ProviderParty>');
    const run = await check(faulty);
    expect([run.code, run.result.outcome]).toEqual([1, 'refused']);
    expect(run.result.refusedBecause).toEqual([{ reason: 'rule', rule: 'peppol/t19-b01601' }]);
    expect(run.findings).toMatchObject([
      { rule: 'peppol/t19-b11601', lineDisposition: 'withhold' },
      { rule: 'peppol/t19-b01601', place: { row, element: 'cac:ProviderParty' } },
    ]);
  });

  it('a warning stops nothing', async () => {
    const run = await check(threeLines(['+Item<ManufacturerParty']));
    expect([run.code, run.result.outcome, told(run)]).toEqual([0, 'approved', ['warning peppol/repeated']]);
  });

  it('rules are switched off all together, and one by one', async () => {
    const faulty = threeLines(['OrderableUnit=stk']);
    const off = await check(faulty, 'rules: { name/missing: error, peppol/*: off }');
    const one = await check(faulty, 'rules: { peppol/*: on, peppol/t19-b11601: warning }');
    expect([told(off), told(one)]).toEqual([[], ['warning peppol/t19-b11601']]);
  });

  it('prefixes are the document’s own choice', async () => {
    const text = documentText(threeLines(['OrderableUnit=stk']));
    const own = text
      .replaceAll('cbc:', 'b:')
      .replaceAll('cac:', 'a:')
      .replaceAll(':cbc=', ':b=')
      .replaceAll(':cac=', ':a=');
    const local = text
      .replace(/<cac:(\w+)/g, '<$1 xmlns="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"')
      .replace(/<cbc:(\w+)/g, '<$1 xmlns="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"')
      .replace(/<\/c[ab]c:/g, '</');
    for (const one of [own, local]) expect(told(await check(one))).toEqual(['error peppol/t19-b11601']);
    const wrong = text.replace('CommonBasicComponents-2', 'CommonBasicComponents-1');
    expect(told(await check(wrong))).toContain('error peppol/t19-b00110');
  });

  it('a line without anything in it is withheld, too', async () => {
    const whole = threeLines([]);
    whole.children.push(newPart('cac:CatalogueLine'));
    const run = await check(whole);
    expect([run.result.outcome, run.result.lines.withheld]).toEqual(['partly', 1]);
    expect(told(run)).toEqual(['error peppol/common-r001', 'error peppol/t19-b11201', 'error peppol/t19-b11202']);
  });
});

describe('a line of the version before', () => {
  const KEEPS = 'rules: { peppol/*: on, peppol/t19-b11601: { severity: error, disposition: keepPrevious } }';
  const PREVIOUS = 'Varenr;Varenavn;Enhet;Pris;Valuta;Kommentar\r\n200;Kort;EA;12,50;NOK;';
  const kept = async (note: string): Promise<CheckRun> => {
    const previous = { name: 'forrige.csv', content: `${PREVIOUS}${note}\r\n` };
    const space = withRules(aWorkspace(folder, { prices: null, previous }), KEEPS);
    return space.check(documentText(threeLines(['OrderableUnit=stk'])));
  };

  it('is kept where what is written of it keeps the rules', async () => {
    const run = await kept('');
    expect(run.result.lines).toMatchObject({ asSent: 2, keptPrevious: 1, withheld: 0 });
    const again = await check(run.approved?.toString() ?? '');
    expect([again.result.outcome, told(again)]).toEqual(['approved', []]);
  });

  it('is kept without what such a document has no room for', async () => {
    const run = await kept('Utgår snart');
    expect(run.result.lines).toMatchObject({ asSent: 2, keptPrevious: 1, withheld: 0 });
    expect(run.approved?.toString()).not.toContain('Utgår snart');
    expect(told(await check(run.approved?.toString() ?? ''))).toEqual([]);
  });
});

describe('which rules', () => {
  it('EHF’s for EHF', async () => {
    const run = await check(threeLines(['Item/TransactionConditions/ActionCode=NON_RETURNABLE'], ehfDocument()));
    expect(told(run)).toEqual(['error peppol/ehf-t19-b21101']);
  });

  it.each([
    ['one of the two identifiers is enough', 'ProfileID=urn:x', ['error peppol/t19-r017']],
    ['the other, too', 'CustomizationID=urn:x', ['error peppol/t19-r018']],
  ])('%s', async (_, change, expected) => {
    expect(told(await check(broken(peppolDocument(), change)))).toEqual(expected);
  });

  it('none for a document that claims to follow neither', async () => {
    const whole = ['CustomizationID=urn:x', 'ProfileID=urn:y', '-ProviderParty'].reduce(broken, peppolDocument());
    const run = await check(whole, 'rules: { peppol/*: on, name/missing: error }');
    expect([run.result.outcome, told(run)]).toEqual(['approved', []]);
    expect(run.result.rules.map(({ rule }) => rule)).toEqual(['name/missing']);
    expect(run.result.notChecked).toEqual([]);
  });
});

describe('a Peppol catalogue of changes', () => {
  it('is held to the form as it was sent', async () => {
    const previous = documentText(threeLines([]));
    const changes = threeLines(['ActionCode=Delete', 'OrderableUnit=stk']);
    part(changes, 'ActionCode').text = 'Update';
    for (const line of changes.children.filter(({ name }) => name === 'cac:CatalogueLine')) {
      const action = part(line, 'ActionCode');
      if (action.text === 'Add') action.text = 'Update';
    }
    const last = changes.children.at(-1);
    if (last !== undefined) part(last, 'OrderableIndicator').text = 'ja';
    const space = aWorkspace(folder, { prices: null, previous: { name: 'forrige.xml', content: previous } });
    const run = await withRules(space, FORM_ONLY).check(documentText(changes));
    expect(run.findings.map(({ rule, item, lineDisposition }) => [rule, item, lineDisposition])).toEqual([
      ['peppol/t19-b11501', '300', 'keepPrevious'],
      ['peppol/t19-b11601', undefined, undefined],
    ]);
    expect(run.result.outcome).toBe('partly');
  });
});

/** Row of the first line of text that has this in it. */
function rowIn(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}
