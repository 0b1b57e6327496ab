import type { FileProblem } from '../../catalogue/catalogue.ts';
import type { Text } from '../../catalogue/text.ts';
import { type CatalogueRule, catalogueRule } from '../../engine/rule.ts';

interface FileFault {
  readonly id: string;
  readonly problem: FileProblem;
  /** Another fault of a file, which this rule leaves to its own. */
  readonly unlike: FileProblem;
  readonly title: Text;
  readonly fault: Text;
  readonly because: Text;
  readonly advice: Text;
  readonly message: Text;
  readonly hint?: Text;
}

/** A rule that refuses a file which cannot be used, and says why. All of them are alike but for their words. */
export function fileRule(about: FileFault): CatalogueRule {
  const { id, problem, unlike, title, fault, because, advice, message } = about;
  return catalogueRule({
    id,
    title,
    fault,
    because,
    advice,
    source: 'A file that cannot be read whole lets nothing through',
    sets: {
      recommended: { severity: 'error', disposition: 'refuse' },
      supplier: { severity: 'error', disposition: 'refuse' },
    },
    needs: [],
    passes: [{ why: 'a file that can be used' }, { why: 'another fault', fileProblem: unlike }],
    fails: [{ why: 'the fault', fileProblem: problem, finds: [{}] }],
    message,
    ...(about.hint === undefined ? {} : { hint: about.hint }),
    check({ fileProblem }) {
      if (fileProblem?.problem !== problem) return [];
      const { row, detail } = fileProblem;
      return [{ ...(row === undefined ? {} : { row }), ...(detail === undefined ? {} : { actual: detail }) }];
    },
  });
}
