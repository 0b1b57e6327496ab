/** What a run has at hand for its rules. */
import { UnusableFile } from '../../catalogue/catalogue.ts';
import type { Field } from '../../catalogue/field.ts';
import { fieldsOf } from '../../diff/previous-version.ts';
import type { AtHand } from '../../engine/prepare-rules.ts';
import type { References } from '../../engine/references.ts';
import type { RunNeed } from '../../engine/rule.ts';
import { formOf } from './document-form.ts';
import type { Inputs } from './inputs.ts';

export function atHand(inputs: Inputs): AtHand {
  const { references, catalogue, delta } = inputs;
  const needs = new Set([...needsOf(inputs), ...lookedUpIn(references)]);
  if (catalogue instanceof UnusableFile) return { needs, fields: new Set(), usable: false };
  // Of changes it is their own form that counts, not that of the whole they lead to.
  const specification = formOf((delta?.sent ?? catalogue).file.claims);
  return {
    needs,
    fields: fieldsOf(catalogue.mapping),
    usable: true,
    ...(catalogue.file.fixes === undefined ? {} : { fixing: true }),
    ...(specification === undefined ? {} : { specification }),
  };
}

function needsOf({ agreement, prices, terms, previous, previousDay }: Inputs): ReadonlySet<RunNeed> {
  const needs = new Set<RunNeed>();
  if (agreement !== undefined) needs.add('agreement');
  if (agreement?.agreement.scope !== undefined) needs.add('scope');
  const byClass = (agreement?.agreement.labels.length ?? 0) > 0;
  const byArticle = prices?.demandsLabels === true;
  if (byClass || byArticle) needs.add('labelDemands');
  if (byClass || agreement?.agreement.scope !== undefined) needs.add('classDemands');
  if (byArticle) needs.add('articleDemands');
  if (agreement?.agreement.recognisedLabels !== undefined) needs.add('recognisedLabels');
  if (agreement?.agreement.delivery !== undefined) needs.add('agreedLeadTime');
  if (prices !== undefined || terms !== undefined) needs.add('prices');
  if (previous !== undefined) needs.add('previousVersion');
  if (previousDay !== undefined) needs.add('datedPrevious');
  return needs;
}

function lookedUpIn({ words, classes, links, labelRegister, formerItems }: References): readonly RunNeed[] {
  const needs: RunNeed[] = [];
  if (words?.searches !== undefined) needs.push('searches');
  if (classes !== undefined) needs.push('classList');
  if (links !== undefined) needs.push('linkStates');
  if (formerItems !== undefined) needs.push('formerVersions');
  if (labelRegister !== undefined) needs.push('labelRegister');
  return needs;
}

/** Fields a catalogue cannot do without, for which no column was found. */
export function missingFields({ catalogue }: Inputs): readonly Field[] {
  if (catalogue instanceof UnusableFile) return [];
  const given = fieldsOf(catalogue.mapping);
  const missing: Field[] = [];
  if (!given.has('itemNumber') && !given.has('gtin')) missing.push('itemNumber');
  if (!given.has('name')) missing.push('name');
  if (!given.has('price')) missing.push('price');
  return missing;
}
