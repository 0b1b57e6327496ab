/** What stands once in a catalogue document, above its lines. All of it is optional: each format says what it must have. */

/** A supplier or a buyer. */
export interface Party {
  readonly name?: string;
  /** Norwegian organisation number, nine digits. */
  readonly organisationNumber?: string;
  /** GLN of GS1, thirteen digits. */
  readonly gln?: string;
  /** Electronic address: the code of its scheme and the address, `0192:974760673`. */
  readonly endpoint?: string;
}

export interface DocumentHeader {
  /** Of the document. */
  readonly id?: string;
  readonly version?: string;
  /** For people. */
  readonly name?: string;
  /** `YYYY-MM-DD`, these three. */
  readonly issued?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly agreementNumber?: string;
  /** ISO 4217: of lines that name none. */
  readonly currency?: string;
  /** Of changes: the document that they change. */
  readonly sourceId?: string;
  /** Of changes: how many times changes were sent since the whole catalogue was. BMEcat counts them. */
  readonly updates?: string;
  readonly supplier?: Party;
  readonly buyer?: Party;
}

const PARTY_KEYS = ['name', 'organisationNumber', 'gln', 'endpoint'] as const satisfies readonly (keyof Party)[];
const OWN_KEYS = [
  'id',
  'version',
  'name',
  'issued',
  'validFrom',
  'validTo',
  'agreementNumber',
  'currency',
  'sourceId',
  'updates',
] as const satisfies readonly (keyof DocumentHeader)[];

/** Every key there is, as a person types it: `id`, `buyer.endpoint`. */
export const HEADER_KEYS: readonly string[] = [
  ...OWN_KEYS,
  ...(['supplier', 'buyer'] as const).flatMap((party) => PARTY_KEYS.map((key) => `${party}.${key}`)),
];

/** @returns empty where it is not given */
export function headerValue(header: DocumentHeader, key: string): string {
  const [first = '', second] = key.split('.');
  if (second === undefined) return header[first as (typeof OWN_KEYS)[number]] ?? '';
  return header[first as 'supplier' | 'buyer']?.[second as keyof Party] ?? '';
}

/** Several headers put together, value by value: what the first of them says holds. */
export function headerOf(headers: readonly (DocumentHeader | undefined)[]): DocumentHeader {
  const merged: Record<string, unknown> = {};
  for (const key of HEADER_KEYS) {
    const value = headers.map((header) => (header === undefined ? '' : headerValue(header, key))).find(Boolean);
    if (value !== undefined) setHeaderValue(merged, key, value);
  }
  return merged;
}

/** @param values by key, see {@link HEADER_KEYS} */
export function headerFrom(values: Iterable<readonly [string, string]>): DocumentHeader {
  const header: Record<string, unknown> = {};
  for (const [key, value] of values) setHeaderValue(header, key, value);
  return header;
}

function setHeaderValue(header: Record<string, unknown>, key: string, value: string): void {
  const [first = '', second] = key.split('.');
  if (second === undefined) header[first] = value;
  else header[first] = { ...(header[first] as object | undefined), [second]: value };
}

/** Electronic address schemes of Norwegian organisation numbers and of GLN. */
const ORGANISATION = '0192';
const LOCATION = '0088';

/** Its scheme and its number. */
export interface PartyId {
  readonly scheme: string;
  readonly id: string;
}

/** The number a party is registered by. */
export function registeredId({ organisationNumber, gln }: Party): PartyId | undefined {
  if (organisationNumber !== undefined) return { scheme: ORGANISATION, id: organisationNumber };
  return gln === undefined ? undefined : { scheme: LOCATION, id: gln };
}

/** Where the party receives documents: as said, else the address that follows from the number it is registered by. */
export function endpointOf(party: Party): PartyId | undefined {
  const { endpoint } = party;
  if (endpoint === undefined) return registeredId(party);
  const colon = endpoint.indexOf(':');
  return { scheme: endpoint.slice(0, Math.max(colon, 0)), id: endpoint.slice(colon + 1) };
}
