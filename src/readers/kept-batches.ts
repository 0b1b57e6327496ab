/** Batches that are asked for several times and made once. */

/**
 * @param make makes them all; what it throws comes again wherever the batches before it are asked for again
 * @returns gives the same batches at each call
 */
export function keepingBatches<T>(make: () => AsyncIterable<T>): () => AsyncGenerator<T, void> {
  let kept: Promise<Kept<T>> | undefined;
  return async function* () {
    kept ??= keep(make());
    const { batches, failure } = await kept;
    yield* batches;
    if (failure !== undefined) throw failure.error;
  };
}

interface Kept<T> {
  readonly batches: readonly T[];
  readonly failure?: { readonly error: unknown };
}

async function keep<T>(from: AsyncIterable<T>): Promise<Kept<T>> {
  const batches: T[] = [];
  try {
    for await (const batch of from) batches.push(batch);
  } catch (error) {
    return { batches, failure: { error } };
  }
  return { batches };
}
