/** The whole run as one JSON document: what `result.json`, `findings.jsonl` and `diff.jsonl` hold. */
import type { Reporter } from './reporter.ts';

/** Few enough to stay small in memory. */
const ITEMS_PER_CHUNK = 500;

export const json: Reporter = {
  format: 'json',
  async *render(run) {
    yield `{"result":${JSON.stringify(run.result)},\n"findings":[`;
    yield* items(run.findings());
    yield '],\n"changes":[';
    yield* items(run.changes());
    yield ']}\n';
  },
};

async function* items(values: AsyncIterable<unknown>): AsyncIterable<string> {
  let text = '';
  let count = 0;
  for await (const value of values) {
    text += `${count === 0 ? '' : ','}\n${JSON.stringify(value)}`;
    count++;
    if (count % ITEMS_PER_CHUNK !== 0) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
