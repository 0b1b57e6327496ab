/**
 * The eco-labels of a UBL line. Which element of a certificate names the label differs with the years: today it is the
 * type code (a GS1 code), in EHF 1.0 it was the identifier (three letters), and some write words wherever there is room.
 */
import { CONTRADICTION, findLabel, generalLabel, LABELS, licenceMatches } from '../code-lists/labels.ts';
import { child, childText, childTexts, type XmlElement } from './xml-tree.ts';

/** @returns as the label column of a CSV file would have it: `SVANEN (2053 0012); Fairtrade` */
export function labelText(certificates: readonly XmlElement[]): string {
  return certificates
    .map(certificateText)
    .filter((text) => text !== '')
    .join('; ');
}

function certificateText(certificate: XmlElement): string {
  const id = childText(certificate, 'ID');
  const remarks = childTexts(certificate, 'Remarks');
  const typeCode = childText(certificate, 'CertificateTypeCode');
  const type = childText(certificate, 'CertificateType');
  const issuer = childText(child(child(certificate, 'IssuerParty'), 'PartyName'), 'Name');
  const said = [typeCode, id, ...remarks, issuer, type].filter((text) => text !== '' && !/^n\/?a$/i.test(text));
  const word = said.find(namesLabel);
  const label = word === undefined ? undefined : findLabel(word);
  if (word === undefined || label === undefined)
    return flat(said.find((text) => text === id) ?? remarks[0] ?? said[0] ?? '');
  // Who issues a label may issue others too; what names it must agree.
  const other = [typeCode, id, type].find((text) => namesLabel(text) && isAnother(text, label.key));
  if (other !== undefined) return flat(`${word}${CONTRADICTION}${other}`);
  const references = certificate.children.flatMap((element) =>
    element.name === 'DocumentReference' ? [childText(element, 'ID')] : [],
  );
  const licence = [...remarks, id, ...references].find((text) => text !== word && isLicence(text, label.key));
  return licence === undefined ? flat(word) : `${flat(word)} (${flat(licence).replace(/[()]/g, ' ').trim()})`;
}

function namesLabel(text: string): boolean {
  const label = findLabel(text);
  return label !== undefined && label.scope !== 'claim' && label.kind !== 'none';
}

function isAnother(text: string, key: string): boolean {
  const other = findLabel(text)?.key ?? key;
  return generalLabel(other) !== generalLabel(key);
}

const LONGEST_LICENCE = 60;

function isLicence(text: string, key: string): boolean {
  const label = LABELS.get(key);
  if (label === undefined || text.length > LONGEST_LICENCE || /^\w+:\/\//.test(text)) return false;
  // Three digits at least: `Mix 70 %` is no number.
  if (!/(?:\d\D*){3}/.test(text)) return false;
  return (label.licence !== undefined && licenceMatches(label, text)) || !/\d{4}-\d\d-\d\d/.test(text);
}

/** On one line, and without what would part it in two. */
function flat(text: string): string {
  return text.replace(/[;|,\s]+/g, ' ').trim();
}
