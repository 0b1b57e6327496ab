/**
 * The memory that typed arrays in plain data lie in. Handed over with a message it is not copied, but whoever sends it
 * has it no longer: only for what was made to be sent.
 */

/**
 * @param value typed arrays by themselves, in lists of nothing else, and in objects, at any depth; what other lists and
 * maps hold is passed over
 */
export function ownMemory(value: unknown): readonly ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(value, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return;
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteLength } = value;
    // With a part of it all of it would go.
    if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) found.add(buffer);
  } else if (!Array.isArray(value)) for (const inner of Object.values(value)) collect(inner, found);
  else if (ArrayBuffer.isView(value[0])) for (const inner of value) collect(inner, found);
}
