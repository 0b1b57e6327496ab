import { unspscPrefix } from '../../catalogue/unspsc.ts';
import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'assortment/outside-scope',
  title: { nb: 'Varen er innenfor det avtalen omfatter', en: 'The item is within the scope of the agreement' },
  fault: { nb: 'Utenfor det avtalen omfatter', en: 'Outside the scope of the agreement' },
  because: {
    nb: 'Å kjøpe noe annet enn det som ble konkurranseutsatt, kan være en ulovlig direkte anskaffelse.',
    en: 'Buying something other than what was put out to tender may be an illegal direct award.',
  },
  advice: {
    nb: 'Ta varen ut, eller rett UNSPSC-koden hvis den er feil.',
    en: 'Take the item out, or correct its UNSPSC code if that is wrong.',
  },
  source: { nb: 'Avtalen: omfang', en: 'The agreement: scope' },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['scope', 'unspsc'],
  passes: [
    { why: 'inside a segment', line: { unspsc: '44121701' }, agreement: { scope: ['44', '4713'] } },
    { why: 'inside a class written with its zeros', line: { unspsc: '47131502' }, agreement: { scope: ['47131500'] } },
  ],
  fails: [
    {
      why: 'furniture on an agreement on office supplies',
      line: { unspsc: '56101504' },
      agreement: { scope: ['44', '4713'] },
      finds: [{ field: 'unspsc', actual: '56101504', expected: '44, 4713', message: 'outside' }],
    },
    {
      why: 'too coarse to tell',
      line: { unspsc: '47000000' },
      agreement: { scope: ['44', '4713'] },
      finds: [{ field: 'unspsc', actual: '47000000', expected: '44, 4713', message: 'tooCoarse' }],
    },
  ],
  message: {
    outside: {
      nb: 'UNSPSC {actual} er utenfor avtalen, som bare omfatter {expected}',
      en: 'UNSPSC {actual} is outside the agreement, which covers only {expected}',
    },
    tooCoarse: {
      nb: 'UNSPSC {actual} er for generell til å vise at varen er innenfor avtalen, som omfatter {expected}',
      en: 'UNSPSC {actual} is too general to show that the item is within the agreement, which covers {expected}',
    },
  },
  check({ unspsc }, { agreement: { scope } }) {
    const level = unspscPrefix(unspsc);
    let covers = false;
    for (const entry of scope) {
      const prefix = unspscPrefix(entry);
      if (unspsc.startsWith(prefix)) return [];
      covers ||= prefix.startsWith(level);
    }
    return [{ field: 'unspsc', actual: unspsc, expected: scope.join(', '), message: covers ? 'tooCoarse' : 'outside' }];
  },
});
