/** BMEcat catalogues. What reads them is loaded when one comes. */
import type { Reader } from './reader.ts';
import { rootName } from './xml-root.ts';

export const bmecatReader: Reader = {
  format: 'bmecat',
  recognises: (head) => rootName(head) === 'BMECAT',
  async open(source, options) {
    const { openBmecat } = await import('./bmecat-document.ts');
    return openBmecat(source, options);
  },
};
