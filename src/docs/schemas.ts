/** The JSON Schemas that editors and other programs use, by the name of the file they are published in. */
import { agreementSchema } from '../agreement/schema.ts';
import { waiverSchema } from '../decision/waiver-file.ts';
import type { Rule } from '../engine/rule.ts';
import { ruleSetSchema } from '../engine/schema-rule-set.ts';
import { type JsonSchema, published } from '../engine/schema-words.ts';
import { mappingSchema } from '../mapping/mapping-file.ts';
import { resultSchema } from '../reporters/result-schema.ts';
import { receiptSchema } from '../targets/receipt.ts';
import { decisionSchema } from '../versions/decision-file.ts';
import { manifestSchema } from '../versions/manifest.ts';
import { profileSchema } from '../writers/profile-schema.ts';

/** @returns file name to schema; the rule set's depends on the rules there are */
export function publishedSchemas(rules: readonly Rule[]): Readonly<Record<string, JsonSchema>> {
  return {
    'agreement.schema.json': published(agreementSchema),
    'decisions.schema.json': published(decisionSchema),
    'manifest.schema.json': published(manifestSchema),
    'mapping.schema.json': published(mappingSchema),
    'profile.schema.json': published(profileSchema),
    'receipt.schema.json': published(receiptSchema),
    'result.schema.json': published(resultSchema),
    'rule-set.schema.json': published(ruleSetSchema(rules)),
    'waivers.schema.json': published(waiverSchema),
  };
}
