import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'name/same-as-description',
  title: { nb: 'Beskrivelsen sier mer enn navnet', en: 'The description says more than the name' },
  fault: { nb: 'Beskrivelsen gjentar bare navnet', en: 'The description only repeats the name' },
  because: {
    nb: 'Den som bestiller, åpner beskrivelsen for å få vite mer, og får ingenting.',
    en: 'Whoever orders opens the description to learn more, and learns nothing.',
  },
  advice: {
    nb: 'Beskriv materiale, mål og bruk, eller la feltet stå tomt.',
    en: 'Describe material, measures and use, or leave the field empty.',
  },
  source: {
    nb: 'BuyerQuest: beskrivelsen skal ikke gjenta navnet',
    en: 'BuyerQuest: the description must not repeat the name',
  },
  sets: { recommended: { severity: 'info' }, supplier: { severity: 'info' } },
  needs: ['name', 'description'],
  passes: [{ why: 'it tells more', line: { name: 'Kulepenn blå', description: 'Trykkmekanisme, gummigrep' } }],
  fails: [
    {
      why: 'the same words',
      line: { name: 'Kulepenn blå', description: 'KULEPENN BLÅ.' },
      finds: [{ field: 'description', actual: 'KULEPENN BLÅ.' }],
    },
  ],
  message: { nb: 'Beskrivelsen er den samme som navnet', en: 'The description is the same as the name' },
  check({ name, description }) {
    // Longer ones say more.
    if (description.length > name.length + SIGNS_BEHIND || name.length > description.length + SIGNS_BEHIND) return NONE;
    return bare(name) === bare(description) ? [{ field: 'description', actual: description }] : NONE;
  },
});

const NONE: readonly Problem[] = [];
/** A full stop, a space or two. */
const SIGNS_BEHIND = 4;

function bare(text: string): string {
  return text.toLowerCase().replace(/[\s.,;:-]/g, '');
}
