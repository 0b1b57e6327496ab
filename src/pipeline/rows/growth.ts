/** Something that grows while others wait for more of it. */
export interface Growth {
  /** Whether there is all of it. */
  readonly isWhole: boolean;
  /** Resolves when there is more of it, or all. @throws what it failed with */
  more(): Promise<void>;
  /** Resolves when there is all of it. @throws what it failed with */
  whole(): Promise<void>;
}

export interface Growing extends Growth {
  note(): void;
  end(): void;
  fail(error: unknown): void;
}

/** What is there at once. */
export const WHOLE: Growth = { isWhole: true, more: async () => {}, whole: async () => {} };

export function newGrowth(): Growing {
  let isWhole = false;
  let failure: { readonly error: unknown } | undefined;
  let waiting: (() => void)[] = [];
  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    for (const go of woken) go();
  };
  const more = async (): Promise<void> => {
    if (failure === undefined && !isWhole) await new Promise<void>((resolve) => waiting.push(resolve));
    if (failure !== undefined) throw failure.error;
  };
  return {
    get isWhole() {
      return isWhole;
    },
    more,
    async whole() {
      do await more();
      while (!isWhole);
    },
    note: wake,
    end() {
      isWhole = true;
      wake();
    },
    fail(error) {
      failure = { error };
      wake();
    },
  };
}
