/** What ajv has against a value. Loaded when a file was found not to fit, and not before. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { type JsonSchema, WORDS } from './schema-words.ts';

/** @returns every error, with what {@link schemaProblems} reads of them; none when the value fits after all */
export function schemaErrors(value: unknown, schema: JsonSchema): readonly ErrorObject[] {
  const validate = validatorFor(schema);
  return validate(value) ? [] : (validate.errors ?? []);
}

const validators = new WeakMap<JsonSchema, ValidateFunction>();

function validatorFor(schema: JsonSchema): ValidateFunction {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    verbose: true,
    allowUnionTypes: true,
    // The schemas are our own, and tests hold them against the metaschema; making a validator of that costs more.
    validateSchema: false,
    // A validator runs once or twice; making it faster takes longer than that.
    code: { optimize: false },
  });
  ajv.addVocabulary([WORDS]);
  formats.default(ajv, ['date', 'date-time']);
  const validate = ajv.compile(schema);
  validators.set(schema, validate);
  return validate;
}
