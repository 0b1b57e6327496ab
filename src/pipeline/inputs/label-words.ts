/** The labels an agreement may demand, by key, GS1 code or name; a claim such as "Ja" is none of them. */
import type { LabelWords } from '../../agreement/agreement-problems.ts';
import { findLabel, LABELS } from '../../code-lists/labels.ts';

export const LABEL_WORDS: LabelWords = {
  resolveLabel: (text) => {
    const label = findLabel(text);
    return label === undefined || label.scope === 'claim' ? undefined : label.key;
  },
  labelKeys: [...LABELS.values()].filter(({ scope }) => scope !== 'claim').map(({ key }) => key),
};
