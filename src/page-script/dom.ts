/** Finding what the page is known to hold. */

/** @throws Error where there is none: the script and the page do not fit together */
export function one<E extends Element>(selector: string, type: new () => E, within: ParentNode = document): E {
  const found = within.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`no ${selector} on the page`);
  return found;
}

export function all<E extends Element>(
  selector: string,
  type: new () => E,
  within: ParentNode = document,
): readonly E[] {
  return [...within.querySelectorAll(selector)].filter((element): element is E => element instanceof type);
}

/** Fills the `#` of a text, one after the other. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  let next = 0;
  return text.replace(/#/g, () => String(values[next++] ?? ''));
}
