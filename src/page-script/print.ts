/** Folds everything out for the printer, also in browsers whose style sheets cannot, and back in afterwards. */
import { all } from './dom.ts';

export function foldOutForPrint(): void {
  let folded: readonly HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    folded = all('details:not([open])', HTMLDetailsElement);
    for (const fold of folded) fold.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const fold of folded) fold.open = false;
    folded = [];
  });
}
