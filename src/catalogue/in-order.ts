/** Answers in the order of the questions, some of which are asked before the first is answered. */

/** @param ahead so many questions are asked at a time */
export async function* inOrder<Q, A>(
  questions: Iterable<Q> | AsyncIterable<Q>,
  ask: (question: Q) => Promise<A>,
  ahead: number,
): AsyncGenerator<{ readonly asked: Q; readonly reply: A }> {
  const waiting: { readonly asked: Q; readonly reply: Promise<A> }[] = [];
  for await (const asked of questions) {
    const reply = ask(asked);
    // Whoever waits for it hears of a failure; that nobody waits any more is none.
    reply.catch(() => {});
    waiting.push({ asked, reply });
    const first = waiting.length < ahead ? undefined : waiting.shift();
    if (first !== undefined) yield { asked: first.asked, reply: await first.reply };
  }
  for (const { asked, reply } of waiting) yield { asked, reply: await reply };
}
