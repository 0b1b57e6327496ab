/** The part of rules/README.md on rules about the form of documents: hundreds that are alike, told of by their kinds. */
import type { DocumentRule, Rule } from '../engine/rule.ts';
import {
  SPECIFICATIONS,
  type Specification,
  type StructureKind,
  type StructureRule,
  structureRules,
} from '../rules/peppol/model.ts';
import { ruleIdOf } from '../rules/peppol/rule-id.ts';
import { table } from './markdown-table.ts';

const KINDS: Readonly<Record<StructureKind, string>> = {
  child: 'An element that must be there / *et element som må være med*',
  attribute: 'An attribute that must be there / *et attributt som må være med*',
  list: 'A value from a code list / *en verdi fra en kodeliste*',
  attributeList: 'An attribute from a code list / *et attributt fra en kodeliste*',
  fixed: 'A fixed value / *en fast verdi*',
  attributeFixed: 'A fixed attribute / *et fast attributt*',
  closed: 'No other elements in it / *ingen andre elementer i det*',
  noSchemaLocation: 'No schemaLocation / *ikke schemaLocation*',
};

const NAMES: Readonly<Record<Specification, string>> = {
  peppol: 'Peppol BIS Catalogue 3',
  ehf: 'EHF Catalogue 3.0',
  response: 'Peppol BIS Catalogue Response 3',
};

export function formRules(rules: readonly Rule[]): string {
  const form = rules.filter((rule) => rule.kind === 'document');
  const structure = new Set(
    SPECIFICATIONS.flatMap((one) => structureRules(one).map(({ published }) => ruleIdOf(published))),
  );
  const named = form.filter(({ id }) => !structure.has(id));
  return `## The form of Peppol and EHF documents

${form.length} rules named \`peppol/*\`, asked of UBL documents that say they follow Peppol BIS Catalogue 3 or EHF Catalogue 3.0;
see [docs/peppol.md](../docs/peppol.md). The built-in rule sets have them all on: errors above the lines refuse the catalogue,
errors in a line withhold the line. \`peppol/*: off\` in a rule set switches them off, \`peppol/t19-r007: warning\` changes one.
*På norsk: reglene for selve dokumentets form. De gjelder UBL-dokumenter som oppgir Peppol eller EHF.*

${table(
  ['Rule', 'Published as', 'Norsk', 'English', 'Level', 'Documents'],
  named.map((rule) => [
    `\`${rule.id}\``,
    rule.published ?? '–',
    rule.title.nb,
    rule.title.en,
    rule.sets.recommended?.severity ?? 'off',
    documentsOf(rule),
  ]),
)}
${SPECIFICATIONS.map(structureOf).join('\n')}`;
}

function documentsOf({ specifications }: DocumentRule): string {
  return specifications.map((one) => NAMES[one as Specification]).join(', ');
}

function structureOf(specification: Specification): string {
  const rules = structureRules(specification);
  const kinds = (Object.keys(KINDS) as StructureKind[]).map((kind) => {
    const places = rules.filter((rule) => rule.kind === kind).map(placeOf);
    return places.length === 0 ? '' : `**${KINDS[kind]}:** ${places.join(', ')}\n`;
  });
  return `<details>
<summary>Structure of ${NAMES[specification]}: ${rules.length} rules</summary>

${kinds.filter((text) => text !== '').join('\n')}
</details>
`;
}

function placeOf({ published, path, of = '', kind }: StructureRule): string {
  const place = kind === 'child' ? `${path}/${of}` : of === '' ? path : `${path}/@${of}`;
  return `${place} \`${ruleIdOf(published)}\``;
}
