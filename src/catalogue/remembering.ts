/** Values that are asked for again and again under few different words: dates, units, licence numbers. */

const MOST_REMEMBERED = 10_000;

/** The same function, that works out each text once; with very many of them it forgets all and begins again. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  // In many columns all lines say the same, and to see that takes less than to look it up.
  let lastText: string | undefined;
  let lastValue: T;
  const remember = (text: string): T => {
    const value = known.get(text);
    // What was read may itself be `undefined`.
    if (value !== undefined || known.has(text)) return value as T;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const fresh = read(text);
    known.set(text, fresh);
    return fresh;
  };
  return (text) => {
    if (text !== lastText) {
      lastValue = remember(text);
      lastText = text;
    }
    return lastValue;
  };
}
