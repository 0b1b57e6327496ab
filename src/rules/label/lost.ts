import { generalLabel, LABELS } from '../../code-lists/labels.ts';
import { lineRule } from '../../engine/rule.ts';
import { carries } from './carried.ts';

export default lineRule({
  id: 'label/lost',
  title: { nb: 'Varen har fortsatt miljømerkene sine', en: 'The item still has its eco-labels' },
  fault: { nb: 'Miljømerker som er forsvunnet', en: 'Eco-labels that have disappeared' },
  because: {
    nb: 'Et merke som forsvinner, er enten en glipp som ødelegger miljøstatistikken, eller tegn på en dårligere vare.',
    en: 'A label that disappears is either a slip that spoils the environmental statistics, or a sign of a poorer item.',
  },
  advice: {
    nb: 'Legg inn merket igjen, eller si fra at varen ikke lenger har det.',
    en: 'Put the label back in, or say that the item no longer has it.',
  },
  source: { nb: 'Den sist godkjente versjonen', en: 'The version approved last' },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['previous'],
  passes: [
    {
      why: 'still there',
      line: { ecoLabel: [{ key: 'svanemerket', text: 'Svanemerket' }] },
      previous: { ecoLabel: [{ key: 'svanemerket', text: 'Svanen' }] },
    },
    {
      why: 'the same label, told less closely',
      line: { ecoLabel: [{ key: 'fsc', text: 'FSC' }] },
      previous: { ecoLabel: [{ key: 'fsc_mix', text: 'FSC Mix' }] },
    },
    {
      why: 'what was no label of the item is no loss',
      line: {},
      previous: { ecoLabel: [{ key: 'iso14001', text: 'ISO 14001' }, { text: 'Ja' }] },
    },
  ],
  fails: [
    {
      why: 'gone',
      line: {},
      previous: { ecoLabel: [{ key: 'svanemerket', text: 'Svanen' }] },
      finds: [{ field: 'ecoLabel', expected: 'svanemerket' }],
    },
  ],
  message: {
    nb: 'Varen hadde {expected:label} i forrige versjon, men ikke nå',
    en: 'The item had {expected:label} in the previous version, but not now',
  },
  check(line, { previous }) {
    if (previous.ecoLabel === undefined) return [];
    const lost = new Set<string>();
    for (const { key } of previous.ecoLabel) {
      if (key === undefined || LABELS.get(key)?.scope !== 'product') continue;
      if (!carries(line, key) && !carries(line, generalLabel(key))) lost.add(key);
    }
    return [...lost].map((key) => ({ field: 'ecoLabel', expected: key }));
  },
});
