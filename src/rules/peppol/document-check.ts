/**
 * All rules on one document's form, in one walk over its elements: the header first, then line by line as they are read.
 * The walk itself asks for structure and values; what elements say together is asked by {@link BusinessCheck}. What is
 * asked of an element follows from the model, which is made ready once; most elements cost a look into a map.
 */
import type { DocumentCheck, DocumentElement, FormProblem } from '../../engine/document.ts';
import { BusinessCheck, childNamed, TAX_PERCENT, type Told } from './business-check.ts';
import { isDutchVat } from './check-digits.ts';
import { type IdentifierRule, identifierRules, keeps } from './identifiers.ts';
import type { Specification } from './model.ts';
import {
  isDeclaration,
  localName,
  NO_SCOPE,
  namespaceOf,
  rootNamespace,
  type Scope,
  scopeIn,
  usualName,
} from './namespaces.ts';
import { DAYS, isIdentifier, type Node, type NodeAttribute, nodesOf } from './nodes.ts';
import { isBlank, isDate, isDecimal, isSchemaDate, isTime, normalized, shown, xpathNumber } from './values.ts';

const NO_SCHEMA_LOCATION: Readonly<Record<Specification, string>> = {
  peppol: 'peppol/t19-b00109',
  ehf: 'peppol/ehf-t19-b00109',
  response: 'peppol/t58-b00107',
};

/** @param isOn whether a rule is asked at all */
export function documentCheck(specification: Specification, isOn: (rule: string) => boolean): DocumentCheck {
  return new Check(specification, isOn);
}

class Check implements DocumentCheck {
  readonly #specification: Specification;
  readonly #isOn: (rule: string) => boolean;
  readonly #root: Node;
  readonly #identifiers: ReadonlyMap<string, IdentifierRule>;
  readonly #emptyLeaf: string;
  readonly #emptyGroup: string;
  readonly #business: BusinessCheck;
  readonly #slots: (DocumentElement | undefined)[];
  #found: FormProblem[] | undefined;

  /** Of the root: what was seen in it so far, and where its order stands. */
  #seen = 0;
  #last = -1;
  #rootScope: Scope = NO_SCOPE;
  #rootElement: DocumentElement | undefined;
  /** Another root, or in another namespace: nothing that the rules speak of. */
  #isOther = false;

  constructor(specification: Specification, isOn: (rule: string) => boolean) {
    this.#specification = specification;
    this.#isOn = isOn;
    this.#root = nodesOf(specification);
    this.#identifiers = identifierRules(specification);
    this.#business = new BusinessCheck(specification, (...told) => this.#report(...told));
    this.#slots = this.#business.slots;
    const isEhf = specification === 'ehf';
    this.#emptyLeaf = isEhf ? 'peppol/ehf-common-r001' : 'peppol/common-r001';
    this.#emptyGroup = isEhf ? 'peppol/ehf-common-r002' : 'peppol/common-r001';
  }

  header(root: DocumentElement): readonly FormProblem[] {
    this.#found = undefined;
    this.#rootElement = root;
    const expected = rootNamespace(this.#root.name);
    this.#rootScope = scopeIn(NO_SCOPE, root);
    const actual = namespaceOf(root.written, this.#rootScope);
    if (actual !== expected || localName(root.written) !== this.#root.name) {
      this.#isOther = true;
      this.#report('peppol/schema-namespace', root, this.#root.path, { actual, expected });
      return this.#taken() ?? [];
    }
    this.#rootAttributes(root);
    this.#contents(root);
    this.#childrenOf(this.#root, root, this.#rootScope);
    this.#business.document(root);
    return this.#taken() ?? [];
  }

  line(line: DocumentElement): readonly FormProblem[] | undefined {
    if (this.#isOther) return undefined;
    this.#found = undefined;
    const known = this.#root.byWritten.get(line.written) ?? this.#childNode(this.#root, line, this.#rootScope);
    if (known === null) {
      this.#unknownElement(this.#root, line);
      return this.#taken();
    }
    this.#business.begin();
    this.#takePlace(known, this.#root, line);
    if (this.#visit(known, line, this.#rootScope)) this.#business.line(line);
    else this.#unknownElement(this.#root, line);
    return this.#taken();
  }

  behind(element: DocumentElement): readonly FormProblem[] {
    if (this.#isOther) return [];
    this.#found = undefined;
    const scope = scopeIn(this.#rootScope, element);
    const node = this.#root.children.get(usualName(element.written, scope));
    if (node === undefined) this.#unknownElement(this.#root, element);
    else this.#takePlace(node, this.#root, element);
    return this.#taken() ?? [];
  }

  end(): readonly FormProblem[] {
    if (this.#isOther || this.#rootElement === undefined) return [];
    this.#found = undefined;
    this.#missing(this.#root, this.#rootElement, this.#seen);
    return this.#taken() ?? [];
  }

  #taken(): readonly FormProblem[] | undefined {
    const found = this.#found;
    this.#found = undefined;
    return found;
  }

  #report(...[rule, { row }, element, more]: Told): void {
    if (!this.#isOn(rule)) return;
    this.#found ??= [];
    this.#found.push({ rule, row, element, ...more });
  }

  #rootAttributes(root: DocumentElement): void {
    for (const name in root.attributes) {
      if (isDeclaration(name)) continue;
      if (localName(name) === 'schemaLocation') {
        this.#report(NO_SCHEMA_LOCATION[this.#specification], root, this.#root.path, { actual: name });
        this.#report('peppol/common-r003', root, this.#root.path, { actual: name });
      } else if (!name.startsWith('xsi:')) this.#unknownAttribute(this.#root, root, name);
    }
  }

  /** An element that the model has here. @returns false where its name turns out to be another */
  #visit(node: Node, element: DocumentElement, scope: Scope): boolean {
    const inside = this.#attributes(node, element, scope);
    // Its prefix may stand for something else from here on: then it is no element of the model at all.
    if (inside !== scope && usualName(element.written, inside) !== node.name) return false;
    if (node.slot >= 0) this.#slots[node.slot] ??= element;
    const { children } = element;
    if (node.type === undefined) {
      this.#contents(element, node);
      const seen = this.#childrenOf(node, element, inside);
      if ((node.required & ~seen) !== 0) this.#missing(node, element, seen);
      if (node.end !== undefined) this.#business.ended(node.end, element);
      return true;
    }
    if (children.length > 0) this.#childrenOf(node, element, inside);
    this.#value(node, element);
    return true;
  }

  /** @returns the namespaces within */
  #attributes(node: Node, element: DocumentElement, scope: Scope): Scope {
    const { attributes } = element;
    let declares = false;
    for (const name in attributes) {
      const known = node.attributes.get(name);
      if (known === undefined) {
        if (isDeclaration(name)) declares = true;
        else if (!node.otherAttributes.has(name) && !name.startsWith('xsi:'))
          this.#unknownAttribute(node, element, name);
        continue;
      }
      this.#attributeValue(known, node, element);
    }
    for (const { name, mandatory = '' } of node.mandatoryAttributes) {
      if (attributes[name] === undefined) this.#report(mandatory, element, node.path);
    }
    return declares ? scopeIn(scope, element) : scope;
  }

  #attributeValue({ name, rule, codes, fixed }: NodeAttribute, node: Node, element: DocumentElement): void {
    if (rule === undefined) return;
    const value = element.attributes[name] ?? '';
    if (codes === undefined ? value === fixed : codes.has(value)) return;
    this.#report(rule, element, node.path, { actual: shown(value) });
  }

  #unknownAttribute(node: Node, element: DocumentElement, name: string): void {
    this.#report('peppol/schema-unknown-attribute', element, node.path, { actual: name, expected: node.path });
  }

  /** What holds elements must hold some, and nothing beside them. */
  #contents(element: DocumentElement, node = this.#root): void {
    const hasText = !isBlank(element.text);
    if (hasText || element.aside === 'mixed')
      this.#report('peppol/schema-text', element, node.path, { actual: node.path });
    if (element.children.length > 0 || node === this.#root) return;
    if (!hasText || this.#specification === 'ehf')
      this.#report(this.#emptyGroup, element, node.path, { actual: node.path });
  }

  /** @returns bits of the children there are */
  #childrenOf(node: Node, element: DocumentElement, scope: Scope): number {
    const { children } = element;
    const isRoot = node === this.#root;
    let seen = 0;
    let last = -1;
    for (const child of children) {
      let known = scope === this.#rootScope ? node.byWritten.get(child.written) : undefined;
      if (known === undefined) known = this.#childNode(node, child, scope);
      if (known === null) {
        this.#unknownElement(node, child);
        this.#unknown(child, scope, '');
        continue;
      }
      if (isRoot) this.#takePlace(known, node, child);
      else {
        if (known.order < last || (seen & known.bit) !== 0) this.#misplaced(known, node, child, seen, last);
        if (known.order > last) last = known.order;
        seen |= known.bit;
      }
      if (!this.#visit(known, child, scope)) this.#unknownElement(node, child);
    }
    return seen;
  }

  /** As with other children, of the root, whose children do not come all at once. */
  #takePlace(known: Node, node: Node, child: DocumentElement): void {
    if (known.order < this.#last || (this.#seen & known.bit) !== 0)
      this.#misplaced(known, node, child, this.#seen, this.#last);
    if (known.order > this.#last) this.#last = known.order;
    this.#seen |= known.bit;
  }

  #misplaced(known: Node, node: Node, child: DocumentElement, seen: number, last: number): void {
    if (known.order < last) {
      const before = [...node.children.values()].find(({ order, bit }) => order > known.order && (seen & bit) !== 0);
      this.#report('peppol/schema-order', child, known.path, { actual: known.name, expected: before?.name ?? '' });
    }
    if ((seen & known.bit) === 0 || known.once === 'never') return;
    const rule = known.once === 'schema' ? 'peppol/schema-repeated' : 'peppol/repeated';
    this.#report(rule, child, known.path, { actual: known.name, expected: node.path });
  }

  /** Found by its namespace; remembered by its name as written where that is as in the whole document. */
  #childNode(node: Node, child: DocumentElement, scope: Scope): Node | null {
    const inside = scopeIn(scope, child);
    const found = node.children.get(usualName(child.written, inside)) ?? null;
    if (inside === this.#rootScope) node.byWritten.set(child.written, found);
    return found;
  }

  #unknownElement(node: Node, child: DocumentElement): void {
    this.#report(node.unknown, child, `${node.path}/${child.written}`, { actual: child.written, expected: node.path });
  }

  #missing(node: Node, element: DocumentElement, seen: number): void {
    for (const { bit, name, rule } of node.requiredChildren) {
      if ((seen & bit) === 0) this.#report(rule, element, node.path, { actual: node.path, expected: name });
    }
  }

  #value(node: Node, element: DocumentElement): void {
    const { text, children, aside } = element;
    if (node.type === 'base64' ? aside === 'none' : isBlank(text)) {
      const isEmpty = this.#specification === 'ehf' ? text === '' : children.length === 0;
      if (isEmpty) this.#report(this.#emptyLeaf, element, node.path, { actual: node.path });
    } else if (node.codes === undefined && node.fixed === undefined) this.#typed(node, element);
    if (node.codes !== undefined) {
      if (!node.codes.has(text) && !node.codes.has(normalized(text)))
        this.#report(node.valueRule, element, node.path, { actual: shown(text) });
    } else if (node.fixed !== undefined && normalized(text) !== node.fixed) {
      this.#report(node.valueRule, element, node.path, { actual: shown(text) });
    }
    if (node.isDay) this.#day(element, node.path);
    if (node.isIdentifier) this.#identifier(element, node.name, node.path);
  }

  #typed(node: Node, element: DocumentElement): void {
    const wrong = wrongType(node, element);
    if (wrong === 'base64') {
      this.#report('peppol/schema-value', element, node.path, { actual: node.name, message: wrong });
    } else if (wrong !== undefined)
      this.#report('peppol/schema-value', element, node.path, { actual: shown(element.text), message: wrong });
  }

  #day(element: DocumentElement, path: string): void {
    if (!isDate(element.text)) this.#report('peppol/common-r030', element, path, { actual: shown(element.text) });
  }

  #identifier(element: DocumentElement, name: string, path: string): void {
    const scheme = element.attributes['schemeID'];
    const asked = scheme === undefined ? undefined : this.#identifiers.get(scheme);
    if (asked === undefined || (asked.endpoint === true && name !== 'cbc:EndpointID')) return;
    if (keeps(asked, element.text)) return;
    const { rule, severity } = asked;
    this.#report(rule, element, path, { actual: shown(element.text), ...(severity === undefined ? {} : { severity }) });
  }

  /** Within an element that the model does not have, the common rules hold all the same. */
  #unknown(element: DocumentElement, scope: Scope, parent: string): void {
    const inside = scopeIn(scope, element);
    const name = usualName(element.written, inside);
    const path = parent === '' ? element.written : `${parent}/${element.written}`;
    const { children, text, aside } = element;
    const isGroup = name.startsWith('cac:');
    const isEmpty = this.#specification === 'ehf' && !isGroup ? text === '' : isBlank(text);
    if (children.length === 0 && aside === 'none' && (isEmpty || (isGroup && this.#specification === 'ehf')))
      this.#report(isGroup ? this.#emptyGroup : this.#emptyLeaf, element, path, { actual: path });
    if (DAYS.has(name)) this.#day(element, path);
    if (isIdentifier(name, usualName(parent.slice(parent.lastIndexOf('/') + 1), scope)))
      this.#identifier(element, name, path);
    if (name === 'cac:PartyTaxScheme') this.#partyTaxScheme(element, path);
    for (const child of children) this.#unknown(child, inside, path);
  }

  #partyTaxScheme({ children }: DocumentElement, path: string): void {
    const company = childNamed(children, 'CompanyID');
    const scheme = childNamed(childNamed(children, 'TaxScheme')?.children ?? [], 'ID');
    if (company === undefined || scheme === undefined || normalized(scheme.text) !== 'VAT') return;
    const number = normalized(company.text);
    if (!number.startsWith('NL') || isDutchVat(number)) return;
    this.#report('peppol/common-r056-2', company, `${path}/${company.written}`, { actual: shown(number) });
  }
}

/** What the value should be and is not; `undefined` also where a rule of its own tells. */
function wrongType(node: Node, { text, aside }: DocumentElement): string | undefined {
  switch (node.type) {
    case 'decimal':
    case 'measure':
    case 'amount':
      if (isDecimal(text) || node.slot === TAX_PERCENT) return undefined;
      return node.isAskedElsewhere && Number.isNaN(xpathNumber(text)) ? undefined : 'number';
    case 'date':
      return node.isDay || isSchemaDate(text) ? undefined : 'date';
    case 'time':
      return isTime(text) ? undefined : 'time';
    case 'base64':
      return aside === 'notBase64' ? 'base64' : undefined;
    default:
      return undefined;
  }
}

/** A whole document at once, such as one that was just written. @returns in the order of the document */
export function documentProblems(root: DocumentElement, check: DocumentCheck): readonly FormProblem[] {
  const isLine = ({ written }: DocumentElement): boolean => localName(written) === 'CatalogueLine';
  const first = root.children.findIndex(isLine);
  if (first < 0) return [...check.header(root), ...check.end()];
  const above = check.header({ ...root, children: root.children.slice(0, first) });
  const below = root.children.slice(first).flatMap((element) => {
    return isLine(element) ? (check.line(element) ?? []) : check.behind(element);
  });
  return [...above, ...below, ...check.end()];
}
