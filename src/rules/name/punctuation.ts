import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'name/punctuation',
  title: { nb: 'Navnet slutter der det skal', en: 'The name ends where it should' },
  fault: { nb: 'Navn som ser avkuttet ut', en: 'Names that look cut off' },
  because: {
    nb: 'Et navn som slutter på komma eller i en parentes, er som regel kuttet, og det som skilte varen fra andre, er borte.',
    en: 'A name that ends in a comma or within brackets is usually cut off, and what distinguished the item is missing.',
  },
  advice: {
    nb: 'Skriv navnet ferdig, eller ta bort tegnet på slutten.',
    en: 'Finish the name, or remove the sign at its end.',
  },
  source: { nb: 'Tegn på avkuttede navn', en: 'Signs of names cut off' },
  sets: { recommended: { severity: 'info' }, strict: { severity: 'warning' }, supplier: { severity: 'info' } },
  needs: ['name'],
  passes: [
    { why: 'a word at the end', line: { name: 'Kulepenn blå' } },
    { why: 'the full stop of an abbreviation', line: { name: 'Kulepenn blå, 50 stk.' } },
    { why: 'brackets that close', line: { name: 'Kulepenn (blå)' } },
  ],
  fails: [
    {
      why: 'a comma at the end',
      line: { name: 'Kulepenn blå, ' },
      finds: [{ field: 'name', actual: 'Kulepenn blå, ', message: 'ends', parameters: { found: ',' } }],
    },
    {
      why: 'brackets that do not close',
      line: { name: 'Kulepenn (blå' },
      finds: [{ field: 'name', actual: 'Kulepenn (blå', message: 'open', parameters: { found: '(' } }],
    },
    {
      why: 'dots for what is missing',
      line: { name: 'Kulepenn bl...' },
      finds: [{ field: 'name', actual: 'Kulepenn bl...', message: 'ends', parameters: { found: '...' } }],
    },
  ],
  message: {
    ends: { nb: 'Navnet slutter på «{found}»: «{actual}»', en: 'The name ends in "{found}": "{actual}"' },
    open: {
      nb: 'Navnet har «{found}» som ikke lukkes, og kan være kuttet: «{actual}»',
      en: 'The name has a "{found}" that does not close, and may be cut off: "{actual}"',
    },
  },
  check({ name }) {
    const found = endOf(name);
    if (found !== undefined) return [{ field: 'name', actual: name, message: 'ends', parameters: { found } }];
    const open = name.lastIndexOf('(');
    if (open < 0 || name.includes(')', open)) return NONE;
    return [{ field: 'name', actual: name, message: 'open', parameters: { found: '(' } }];
  },
});

const NONE: readonly Problem[] = [];
const ENDS = ',;:-–—/&(…=';

function endOf(name: string): string | undefined {
  let at = name.length - 1;
  while (at > 0 && name.charAt(at) === ' ') at--;
  const last = name.charAt(at);
  // A name of one sign says nothing; that is another rule's.
  if (at < 1) return undefined;
  if (ENDS.includes(last)) return isPriceOrSize(name, at) ? undefined : last;
  if (last === '.' && name.charAt(at - 1) === '.') return name.charAt(at - 2) === '.' ? '...' : '..';
  return undefined;
}

/** `3-` and `49,-` mean something. */
function isPriceOrSize(name: string, at: number): boolean {
  return name.charAt(at) === '-' && /[\d,]/.test(name.charAt(at - 1));
}
