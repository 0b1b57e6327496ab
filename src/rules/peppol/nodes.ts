/** The model made ready to be asked millions of times: what each element may hold, by names as the document writes them. */
import { peppolCodes } from '../../code-lists/peppol-lists.ts';
import {
  type ModelElement,
  modelOf,
  type Specification,
  type StructureRule,
  structureRules,
  type ValueType,
} from './model.ts';
import { ruleIdOf } from './rule-id.ts';

/** Elements whose values rules compare with each other. */
export const SLOTS = [
  'cac:ValidityPeriod/cbc:StartDate',
  'cac:ValidityPeriod/cbc:EndDate',
  'cbc:CustomizationID',
  'cbc:ProfileID',
  'cac:CatalogueLine/cac:LineValidityPeriod',
  'cac:CatalogueLine/cac:LineValidityPeriod/cbc:StartDate',
  'cac:CatalogueLine/cac:LineValidityPeriod/cbc:EndDate',
  'cac:CatalogueLine/cbc:OrderableUnit',
  'cac:CatalogueLine/cbc:MaximumOrderQuantity',
  'cac:CatalogueLine/cbc:MinimumOrderQuantity',
  'cac:CatalogueLine/cac:RequiredItemLocationQuantity/cac:Price/cbc:PriceAmount',
  'cac:CatalogueLine/cac:RequiredItemLocationQuantity/cac:Price/cac:ValidityPeriod/cbc:StartDate',
  'cac:CatalogueLine/cac:RequiredItemLocationQuantity/cac:Price/cac:ValidityPeriod/cbc:EndDate',
  'cac:CatalogueLine/cac:Item/cac:SellersItemIdentification/cbc:ID',
  'cac:CatalogueLine/cac:Item/cac:StandardItemIdentification/cbc:ID',
  'cac:CatalogueLine/cac:Item/cac:ClassifiedTaxCategory/cbc:ID',
  'cac:CatalogueLine/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent',
] as const;
export type Slot = (typeof SLOTS)[number];

/** Asked when an element was gone through. */
export const ENDS = [
  'cac:SellerSupplierParty',
  'cac:ContractorCustomerParty',
  'cac:CatalogueLine/cac:RequiredItemLocationQuantity',
  'cac:CatalogueLine/cac:Item/cac:ClassifiedTaxCategory',
  'cac:CatalogueLine/cac:Item',
] as const;
export type End = (typeof ENDS)[number];

export interface NodeAttribute {
  readonly name: string;
  /** Rule that demands it. */
  readonly mandatory?: string;
  readonly codes?: ReadonlySet<string>;
  readonly fixed?: string;
  /** Rule that its value is to keep. */
  readonly rule?: string;
}

export interface Node {
  /** With the usual prefix. */
  readonly name: string;
  readonly path: string;
  readonly children: ReadonlyMap<string, Node>;
  /** The same by names as written, as they are met; `null` where it is none of them. */
  readonly byWritten: Map<string, Node | null>;
  /** Which child of its parent it is. */
  readonly order: number;
  readonly bit: number;
  /** Bits of children that must be there. */
  readonly required: number;
  readonly requiredChildren: readonly { readonly bit: number; readonly name: string; readonly rule: string }[];
  /** Refused by the schema, or only against the specification, where it stands twice. */
  readonly once: 'schema' | 'specification' | 'never';
  /** Rule for elements in it that it does not have. */
  readonly unknown: string;
  /** Absent for what holds other elements. */
  readonly type: ValueType | undefined;
  readonly codes: ReadonlySet<string> | undefined;
  readonly fixed: string | undefined;
  /** Rule for its code or value. */
  readonly valueRule: string;
  readonly attributes: ReadonlyMap<string, NodeAttribute>;
  readonly mandatoryAttributes: readonly NodeAttribute[];
  /** Attributes that the schema knows beside those. */
  readonly otherAttributes: ReadonlySet<string>;
  /** A day that the common rules ask of. */
  readonly isDay: boolean;
  /** The number of a party in a scheme. */
  readonly isIdentifier: boolean;
  /** Its number is asked for by a published rule. */
  readonly isAskedElsewhere: boolean;
  /** Its place in {@link SLOTS}; -1 where no rule compares it. */
  readonly slot: number;
  readonly end: End | undefined;
}

export const DAYS: ReadonlySet<string> = new Set([
  'cbc:IssueDate',
  'cbc:StartDate',
  'cbc:EndDate',
  'cbc:DueDate',
  'cbc:TaxPointDate',
  'cbc:ActualDeliveryDate',
]);

/** Whether the common rules take it for the number of a party. */
export function isIdentifier(name: string, parent: string): boolean {
  return (
    name === 'cbc:EndpointID' || name === 'cbc:CompanyID' || (name === 'cbc:ID' && parent === 'cac:PartyIdentification')
  );
}

const named = (names: string): ReadonlySet<string> => new Set(names.split(' '));
const NONE: ReadonlySet<string> = new Set();

/** That UBL knows, by the type of the value. */
const ATTRIBUTES: Readonly<Record<ValueType | 'quantity' | 'group', ReadonlySet<string>>> = {
  id: named('schemeID schemeName schemeAgencyID schemeAgencyName schemeVersionID schemeDataURI schemeURI'),
  code: named('listID listAgencyID listAgencyName listName listVersionID name languageID listURI listSchemeURI'),
  text: named('languageID languageLocaleID'),
  amount: named('currencyID currencyCodeListVersionID'),
  quantity: named('unitCode unitCodeListID unitCodeListAgencyID unitCodeListAgencyName'),
  measure: named('unitCode unitCodeListVersionID'),
  decimal: named('format'),
  base64: named('format mimeCode encodingCode characterSetCode uri filename'),
  date: NONE,
  time: NONE,
  boolean: NONE,
  group: NONE,
};

function otherAttributes({ type, attributes }: ModelElement): ReadonlySet<string> {
  const isQuantity = type === 'decimal' && attributes.some(({ name }) => name === 'unitCode');
  return ATTRIBUTES[isQuantity ? 'quantity' : (type ?? 'group')];
}

export function nodesOf(specification: Specification): Node {
  const rules = new Map<string, StructureRule[]>();
  for (const rule of structureRules(specification)) {
    const before = rules.get(rule.path);
    if (before === undefined) rules.set(rule.path, [rule]);
    else before.push(rule);
  }
  const make = (element: ModelElement, parent: string, order: number): Node => {
    const own = rules.get(element.path) ?? [];
    const idOf = (kind: StructureRule['kind'], of?: string): string | undefined => {
      const found = own.find((rule) => rule.kind === kind && rule.of === of);
      return found === undefined ? undefined : ruleIdOf(found.published);
    };
    const children = element.children.map((child, at) => make(child, element.name, at));
    const requiredChildren = element.children.flatMap((child, at) =>
      child.schemaMin === 0
        ? []
        : [{ bit: 1 << at, name: child.name, rule: idOf('child', child.name) ?? 'peppol/schema-missing' }],
    );
    const attributes = element.attributes.map(({ name, list, fixed }): NodeAttribute => {
      const mandatory = idOf('attribute', name);
      const rule = idOf('attributeList', name) ?? idOf('attributeFixed', name);
      return {
        name,
        ...(mandatory === undefined ? {} : { mandatory }),
        ...(list === undefined ? {} : { codes: peppolCodes(list) }),
        ...(fixed === undefined ? {} : { fixed }),
        ...(rule === undefined ? {} : { rule }),
      };
    });
    return {
      name: element.name,
      path: element.path,
      children: new Map(children.map((child) => [child.name, child])),
      byWritten: new Map(),
      order,
      bit: 1 << order,
      required: requiredChildren.reduce((bits, { bit }) => bits | bit, 0),
      requiredChildren,
      once: element.most > 1 ? 'never' : element.schemaMost > 1 ? 'specification' : 'schema',
      unknown: idOf('closed') ?? 'peppol/schema-unknown-element',
      type: element.type,
      codes: element.list === undefined ? undefined : peppolCodes(element.list),
      fixed: element.fixed,
      valueRule: idOf('list') ?? idOf('fixed') ?? '',
      attributes: new Map(attributes.map((attribute) => [attribute.name, attribute])),
      mandatoryAttributes: attributes.filter(({ mandatory }) => mandatory !== undefined),
      otherAttributes: otherAttributes(element),
      isDay: DAYS.has(element.name),
      isIdentifier: isIdentifier(element.name, parent),
      isAskedElsewhere: ASKED_ELSEWHERE.has(element.path),
      slot: SLOTS.indexOf(element.path as Slot),
      end: ENDS.find((path) => path === element.path),
    };
  };
  return make(modelOf(specification), '', 0);
}

/** Numbers that a business rule asks for. */
const ASKED_ELSEWHERE: ReadonlySet<string> = new Set<Slot>([
  'cac:CatalogueLine/cbc:MaximumOrderQuantity',
  'cac:CatalogueLine/cbc:MinimumOrderQuantity',
  'cac:CatalogueLine/cac:RequiredItemLocationQuantity/cac:Price/cbc:PriceAmount',
]);
