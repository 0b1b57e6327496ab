/**
 * Every rule on the form of Peppol and EHF documents, as rule sets, reports and docs know them. What the structure rules
 * say is put together from parts: they are alike, hundreds of them.
 */
import type { Text } from '../../catalogue/text.ts';
import { peppolListName } from '../../code-lists/peppol-lists.ts';
import type { DocumentRule, Standing } from '../../engine/rule.ts';
import { SPECIFICATIONS, type Specification, type StructureRule, structureRules } from './model.ts';
import { NAMED_RULES, type NamedRule } from './rule-facts.ts';
import { ruleIdOf } from './rule-id.ts';

const BECAUSE: Text = {
  nb: 'Aksesspunkt og mottakere avviser dokumenter som bryter regelen. Da kommer ikke katalogen fram.',
  en: 'Access points and receivers refuse documents that break the rule. Then the catalogue never arrives.',
};
const BECAUSE_MILD: Text = {
  nb: 'Dokumentet tas imot, men mottakeren kan lese det annerledes enn det var ment.',
  en: 'The document is taken, but the receiver may read it otherwise than it was meant.',
};

const SPECIFICATION_NAMES: Readonly<Record<Specification, Text>> = {
  peppol: { nb: 'Peppol BIS Catalogue 3, regelsett 2026.5', en: 'Peppol BIS Catalogue 3, rule set 2026.5' },
  ehf: { nb: 'EHF Catalogue 3.0, regelsett 2023-02', en: 'EHF Catalogue 3.0, rule set 2023-02' },
  response: {
    nb: 'Peppol BIS Catalogue Response 3, regelsett 2026.5',
    en: 'Peppol BIS Catalogue Response 3, rule set 2026.5',
  },
};

const OASIS: Text = {
  nb: 'XML-skjemaene til UBL 2.1 og 2.2 (OASIS), slik Peppol og EHF bruker dem',
  en: 'The XML schemas of UBL 2.1 and 2.2 (OASIS), as Peppol and EHF use them',
};

const LINE = 'cac:CatalogueLine';

type Words = Pick<DocumentRule, 'title' | 'fault' | 'advice' | 'message'>;

function structureWords({ kind, path, of = '', list = '', fixed = '' }: StructureRule): Words {
  const names = list === '' ? '' : peppolListName(list);
  const attribute = `${path}/@${of}`;
  switch (kind) {
    case 'child':
      return {
        title: { nb: `${path} har ${of}`, en: `${path} has ${of}` },
        fault: { nb: `${of} mangler i ${path}`, en: `${of} is missing in ${path}` },
        advice: { nb: `Legg til ${of} i ${path}.`, en: `Add ${of} to ${path}.` },
        message: { nb: `${of} mangler i ${path}`, en: `${of} is missing in ${path}` },
      };
    case 'attribute':
      return {
        title: { nb: `${path} har attributtet ${of}`, en: `${path} has the attribute ${of}` },
        fault: { nb: `Attributtet ${of} mangler i ${path}`, en: `The attribute ${of} is missing in ${path}` },
        advice: { nb: `Legg til ${of} i ${path}.`, en: `Add ${of} to ${path}.` },
        message: { nb: `Attributtet ${of} mangler i ${path}`, en: `The attribute ${of} is missing in ${path}` },
      };
    case 'list':
    case 'attributeList': {
      const place = kind === 'list' ? path : attribute;
      return {
        title: { nb: `${place} er en kode fra ${names}`, en: `${place} is a code of ${names}` },
        fault: { nb: `${place} er ingen kode fra ${names}`, en: `${place} is no code of ${names}` },
        advice: {
          nb: `Bruk en kode fra ${names}, med store og små bokstaver som der.`,
          en: `Use a code of ${names}, with capitals as there.`,
        },
        message: {
          nb: `{actual} i ${place} er ingen kode fra ${names}`,
          en: `{actual} in ${place} is no code of ${names}`,
        },
      };
    }
    case 'fixed':
    case 'attributeFixed': {
      const place = kind === 'fixed' ? path : attribute;
      return {
        title: { nb: `${place} er ${fixed}`, en: `${place} must be ${fixed}` },
        fault: { nb: `${place} er noe annet enn ${fixed}`, en: `${place} is not ${fixed}` },
        advice: { nb: `Skriv ${fixed}.`, en: `Write ${fixed}.` },
        message: { nb: `${place} er {actual}, skal være ${fixed}`, en: `${place} is {actual}, must be ${fixed}` },
      };
    }
    case 'closed':
      return {
        title: { nb: `${path} har bare elementer fra modellen`, en: `${path} has only elements of the model` },
        fault: {
          nb: `${path} har elementer som ikke hører hjemme der`,
          en: `${path} has elements that do not belong there`,
        },
        advice: {
          nb: 'Ta bort elementet, og flytt innholdet dit det hører hjemme.',
          en: 'Leave out the element, and move its content to where it belongs.',
        },
        message: { nb: `{actual} hører ikke hjemme i ${path}`, en: `{actual} does not belong in ${path}` },
      };
    case 'noSchemaLocation':
      return {
        title: { nb: `${path} har ikke schemaLocation`, en: `${path} has no schemaLocation` },
        fault: { nb: `${path} har schemaLocation`, en: `${path} has schemaLocation` },
        advice: { nb: 'Ta bort attributtet schemaLocation.', en: 'Leave out the attribute schemaLocation.' },
        message: { nb: `${path} skal ikke ha {actual}`, en: `${path} must not have {actual}` },
      };
  }
}

function structureRule(specification: Specification, rule: StructureRule): DocumentRule {
  const inLines = rule.path.startsWith(LINE);
  return documentRule({
    id: ruleIdOf(rule.published),
    published: rule.published,
    level: 'error',
    specifications: [specification],
    inLines,
    source: SPECIFICATION_NAMES[specification],
    words: structureWords(rule),
  });
}

function namedRule({ published, id, level, stands, specifications, source, ...words }: NamedRule): DocumentRule {
  const [first = 'peppol'] = specifications;
  return documentRule({
    ...(published === undefined ? { id: `peppol/${id}` } : { id: ruleIdOf(published), published }),
    level,
    specifications,
    inLines: stands !== 'header',
    source: source ?? (published === undefined ? OASIS : SPECIFICATION_NAMES[first]),
    words,
  });
}

interface Facts extends Pick<DocumentRule, 'id' | 'specifications' | 'inLines'> {
  readonly source: Text;
  readonly published?: string;
  readonly level: NamedRule['level'];
  readonly words: Words;
}

function documentRule({ id, published, level, specifications, inLines, source, words }: Facts): DocumentRule {
  const standing: Standing =
    level === 'warning' ? { severity: 'warning' } : { severity: 'error', disposition: inLines ? 'withhold' : 'refuse' };
  return {
    kind: 'document',
    id,
    ...(published === undefined ? {} : { published }),
    needs: [],
    specifications,
    inLines,
    because: level === 'warning' ? BECAUSE_MILD : BECAUSE,
    source: published === undefined ? source : withName(published, source),
    sets: { recommended: standing, supplier: standing },
    passes: [],
    fails: [],
    ...words,
    message: published === undefined ? words.message : named(words.message, published),
  };
}

function withName(published: string, { nb, en }: Text): Text {
  return { nb: `${published}, ${nb}`, en: `${published}, ${en}` };
}

/** With the published id behind it: what a validator of the network would name. */
function named(message: DocumentRule['message'], published: string): Text {
  const { nb, en } = message as Text;
  return { nb: `${nb} (${published})`, en: `${en} (${published})` };
}

const rules: readonly DocumentRule[] = [
  ...NAMED_RULES.map(namedRule),
  ...SPECIFICATIONS.flatMap((specification) =>
    structureRules(specification).map((rule) => structureRule(specification, rule)),
  ),
];

export default [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
