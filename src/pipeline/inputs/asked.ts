/** How a run was asked for, so that it can be made again; and the request that makes it again. */
import path from 'node:path';
import { isBuiltIn } from '../../engine/built-in-sets.ts';
import type { Asked } from '../../reporters/asked.ts';
import type { Result } from '../../reporters/result.ts';
import type { CheckRequest } from './check-request.ts';

/**
 * What goes beyond the usual way; which agreement it was stands in the result.
 * @param named how the result names a file
 */
export function askedOf(request: CheckRequest, named: (file: string) => string): Asked {
  const { previous, rules, volumes, labelRegister, fix, checkLinks } = request;
  const { asOf: _, ...reading } = request.reading;
  return {
    ...(Object.keys(reading).length === 0 ? {} : { reading }),
    ...(previous === undefined ? {} : { previous: named(previous) }),
    ...(rules === undefined ? {} : { rules: isBuiltIn(rules) ? rules : named(rules) }),
    ...(volumes === undefined ? {} : { volumes: named(volumes) }),
    ...(labelRegister === undefined ? {} : { labelRegister: named(labelRegister) }),
    ...(fix === undefined ? {} : { fix }),
    ...(checkLinks === undefined ? {} : { checkLinks }),
  };
}

/** The same check of the same files, on the same day and in the same language. */
export function requestAgain(
  { catalogue, asOf, language, ruleSet, asked = {} }: Result,
  workspace: string,
  agreement: string,
): CheckRequest {
  const { reading = {}, previous, rules, volumes, labelRegister, ...rest } = asked;
  const at = (file: string): string => path.join(workspace, ...file.split('/'));
  return {
    file: at(catalogue.file),
    agreement,
    asOf,
    language,
    reading,
    allowPartly: ruleSet.allowPartly,
    ...(previous === undefined ? {} : { previous: at(previous) }),
    ...(rules === undefined ? {} : { rules: isBuiltIn(rules) ? rules : at(rules) }),
    ...(volumes === undefined ? {} : { volumes: at(volumes) }),
    ...(labelRegister === undefined ? {} : { labelRegister: at(labelRegister) }),
    ...rest,
  };
}
