import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'name/characters',
  title: { nb: 'Navnet er skrevet med vanlige tegn', en: 'The name is written in ordinary characters' },
  fault: { nb: 'Uvanlige tegn i navn', en: 'Unusual characters in names' },
  because: {
    nb: 'Pynt og symboler forstyrrer søk og sortering, og mange bestillingssystemer viser dem feil.',
    en: 'Ornaments and symbols disturb search and sorting, and many ordering systems show them wrongly.',
  },
  advice: { nb: 'Bruk bokstaver, tall og vanlige skilletegn.', en: 'Use letters, digits and ordinary punctuation.' },
  source: { nb: 'NOBB: tillatte tegn i varetekst', en: 'NOBB: characters allowed in item texts' },
  sets: { recommended: { severity: 'info' }, strict: { severity: 'warning' }, supplier: { severity: 'info' } },
  needs: ['name'],
  options: {
    properties: { allow: { type: 'string' } },
    defaults: { allow: '®™' },
  },
  passes: [
    {
      why: 'letters, digits, punctuation, signs of measure',
      line: { name: 'Rør Ø20 x 2,5 mm² – 90°, «myk» (½") & 5 µm' },
    },
    { why: 'a mark of a brand', line: { name: 'Maxi™ penn' } },
    { why: 'a sign the buyer allows', line: { name: '☆ penn' }, options: { allow: '☆' } },
  ],
  fails: [
    {
      why: 'an ornament',
      line: { name: '★ Kulepenn blå' },
      finds: [{ field: 'name', actual: '★ Kulepenn blå', parameters: { found: '★' } }],
    },
    {
      why: 'a sign of programs',
      line: { name: 'Kulepenn|blå' },
      finds: [{ field: 'name', actual: 'Kulepenn|blå', parameters: { found: '|' } }],
    },
    {
      why: 'a picture',
      line: { name: 'Kaffe 😀' },
      finds: [{ field: 'name', actual: 'Kaffe 😀', parameters: { found: '😀' } }],
    },
  ],
  message: { nb: 'Navnet inneholder tegnet «{found}»', en: 'The name contains the character "{found}"' },
  check({ name }, { options: { allow } }) {
    for (let at = 0; at < name.length; at++) {
      const unit = name.charCodeAt(at);
      if (unit < PLAIN.length && PLAIN[unit] === 1) continue;
      const found = String.fromCodePoint(name.codePointAt(at) ?? unit);
      if (isOdd(found) && !allow.includes(found)) return [{ field: 'name', actual: name, parameters: { found } }];
      at += found.length - 1;
    }
    return NONE;
  },
});

const NONE: readonly Problem[] = [];
const ODD = /[\p{So}\p{Co}]|\p{Extended_Pictographic}|[|~^\\{}¤¦¬†‡•‣◦§¶]/u;
/** Of these one makes names: degrees and numbers. */
const MEASURES = /[°№]/;

function isOdd(sign: string): boolean {
  return ODD.test(sign) && !MEASURES.test(sign);
}

/** By code unit: signs that need no closer look. */
const PLAIN = new Uint8Array(0x180);
for (let unit = 0; unit < PLAIN.length; unit++) if (!isOdd(String.fromCharCode(unit))) PLAIN[unit] = 1;
