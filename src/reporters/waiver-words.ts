/** Accepted deviations in words: why a finding stops nothing, and which of the waivers want a look. */
import type { FindingWaiver } from '../catalogue/finding.ts';
import type { Language } from '../catalogue/text.ts';
import { formatDate } from './format-value.ts';
import type { Result, WaiverState } from './result.ts';
import { some } from './words.ts';

const UNTIL: Readonly<Record<Language, string>> = { nb: 'til og med', en: 'until' };

export function waiverInWords({ reason, by, until }: FindingWaiver, language: Language): string {
  return `${reason} (${by}, ${UNTIL[language]} ${formatDate(until, language)})`;
}

const WORDS = {
  nb: {
    count: some('nb', 'godtatt avvik', 'godtatte avvik'),
    state: {
      used: 'i bruk',
      partlyUsed: 'noe av det er funnet',
      unused: 'ikke funnet lenger: kan fjernes',
      valueChanged: 'verdien er en annen nå: gjelder ikke lenger',
      ended: 'utløpt: gjelder ikke lenger',
    },
    note: {
      ended: 'er utløpt',
      valueChanged: 'gjelder ikke lenger, fordi verdien er en annen nå',
      unused: 'er ikke funnet i katalogen og kan fjernes',
    },
  },
  en: {
    count: some('en', 'accepted deviation', 'accepted deviations'),
    state: {
      used: 'in use',
      partlyUsed: 'partly found',
      unused: 'no longer found: can be removed',
      valueChanged: 'the value has changed: no longer applies',
      ended: 'expired: no longer applies',
    },
    note: {
      ended: 'expired',
      valueChanged: 'no longer applies: the value has changed',
      unused: 'not found in the catalogue and can be removed',
    },
  },
} as const;

export function waiverStateInWords(state: WaiverState, language: Language): string {
  return WORDS[language].state[state];
}

const WANT_A_LOOK = ['valueChanged', 'ended', 'unused'] as const;

/** Which waivers want a look, one sentence for each reason; empty when all is as it was accepted. */
export function waiverNotes({ waivers }: Result, language: Language): readonly string[] {
  const words = WORDS[language];
  return WANT_A_LOOK.flatMap((state) => {
    const own = waivers?.told.filter((waiver) => waiver.state === state) ?? [];
    return own.length === 0 ? [] : [`${words.count(own.length)}: ${words.note[state]} (${waivers?.file}).`];
  });
}
