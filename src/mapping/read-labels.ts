/** Reading a cell of eco-labels: which labels it names, and their licence numbers. */
import type { EcoLabel } from '../catalogue/line.ts';
import type { Label } from '../code-lists/labels.ts';
import { findLabel, LABELS, licenceMatches } from '../code-lists/labels.ts';

/**
 * @param text the cell: one label or several; a word for none gives an empty list
 * @param licenceText the cell of the licence column; goes to the labels named first, or to those whose form it has
 * @param headingLabel the label the column is headed with: there, `Ja` means that label
 * @returns one entry per label; a claim (`Ja`, `Miljøvennlig`) and words that name no label have no `key`
 */
export function readLabels(text: string, licenceText?: string, headingLabel?: Label): readonly EcoLabel[] {
  const labels = labelsOf(text.trim(), headingLabel);
  const licence = licenceText?.trim() ?? '';
  return licence === '' || labels.length === 0 ? labels : addLicence(labels, licence);
}

function labelsOf(text: string, headingLabel: Label | undefined): readonly EcoLabel[] {
  if (text === '') return [];
  const whole = wholeLabel(text, headingLabel);
  if (whole !== undefined) return whole;
  const found = joinParts(split(text)).flatMap(
    (part) => wholeLabel(part, headingLabel) ?? [readPart(part, headingLabel)],
  );
  // In `Ja, Svanemerket` and `Miljømerket: Svanen` the label is what is said.
  const named = found.filter(({ key }) => key !== undefined);
  return named.length === 0 ? found : found.filter(({ key, text: words }) => key !== undefined || !isClaim(words));
}

function isClaim(words: string): boolean {
  return findLabel(words)?.scope === 'claim';
}

/** What the text means taken as one; `undefined` when it has to be taken apart. */
function wholeLabel(text: string, headingLabel: Label | undefined): readonly EcoLabel[] | undefined {
  const label = findLabel(text);
  if (label?.kind === 'none') return [];
  if (headingLabel !== undefined) {
    if (label?.kind === 'claim') return [{ key: headingLabel.key, text }];
    if (/\d/.test(text) && headingLabel.licence !== undefined && licenceMatches(headingLabel, text)) {
      return [{ key: headingLabel.key, licence: text, text }];
    }
  }
  if (label === undefined) return undefined;
  return [label.scope === 'claim' ? { text } : { key: label.key, text }];
}

/** A separator between labels, and the text before it. */
interface Part {
  readonly text: string;
  /** What stood between this part and the next. */
  readonly separator: string;
}

/**
 * A slash or plus before a digit belongs to a number (`DK/020/001`); nothing inside brackets separates. A comma
 * before digits may begin a licence number, which `joinParts` gives back to its label.
 */
const SEPARATOR = /[;,|&\n\r]|\+(?=\s*\p{L})|\/(?=\s*\p{L})|\s(?:og|and|och|samt|und)\s/giu;

function split(text: string): readonly Part[] {
  const brackets = bracketed(text);
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(SEPARATOR)) {
    if (brackets.some(([open, close]) => match.index > open && match.index < close)) continue;
    parts.push({ text: text.slice(from, match.index), separator: match[0] });
    from = match.index + match[0].length;
  }
  parts.push({ text: text.slice(from), separator: '' });
  return parts;
}

function bracketed(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(/\([^()]*\)|\[[^[\]]*\]/g)].map(({ 0: span, index }) => [index, index + span.length]);
}

/** Puts names together that contain a separator themselves, and numbers back to the label before them. */
function joinParts(parts: readonly Part[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < parts.length; ) {
    const taken = longestName(parts, at);
    const text = together(parts, at, at + taken - 1, parts[at + taken - 1]?.text ?? '').trim();
    const previous = joined.at(-1);
    if (previous !== undefined && isBareNumber(text)) joined[joined.length - 1] = `${previous} ${text}`;
    else if (text !== '') joined.push(text);
    at += taken;
  }
  return joined;
}

const LONGEST_NAME_IN_PARTS = 3;

function longestName(parts: readonly Part[], at: number): number {
  for (let taken = Math.min(LONGEST_NAME_IN_PARTS, parts.length - at); taken > 1; taken--) {
    const last = parts[at + taken - 1];
    // A licence number may follow the name.
    const end = last?.text.replace(/[([].*$|\s\S*\d.*$/s, '').trim() ?? '';
    if (end !== '' && named(together(parts, at, at + taken - 1, end)) !== undefined) return taken;
  }
  return 1;
}

/** The text of the parts before `to` with what separates them, and then `end`. */
function together(parts: readonly Part[], from: number, to: number, end: string): string {
  const before = parts.slice(from, to).map(({ text, separator }) => text + separator);
  return before.join('') + end;
}

/** A number without the name of its label: `2093 0001`, `lisens 2093 0001`. */
function isBareNumber(text: string): boolean {
  return /^(?:lisens\w*|licen[cs]e|nr\.?|no\.?)?[\s:]*\d[\d\s-]*$/i.test(text);
}

function readPart(text: string, headingLabel?: Label): EcoLabel {
  return inBrackets(text, headingLabel) ?? afterName(text, headingLabel) ?? numberAlone(text) ?? { text };
}

/** `Svanemerket (2093 0001)`, `FSC (Mix)`, `Miljømerket (Svanen)`. */
function inBrackets(text: string, headingLabel: Label | undefined): EcoLabel | undefined {
  const open = text.search(/[([]/);
  if (open < 0 || !/[)\]]$/.test(text)) return undefined;
  const outer = text.slice(0, endWithout(text, open, SEPARATORS));
  const inner = text.slice(open + 1, -1).trim();
  if (outer === '' || inner === '') return undefined;
  const label = named(outer);
  const closer = named(`${outer} ${inner}`);
  if (closer !== undefined) return { key: closer.key, text };
  if (label === undefined) return resolved(inner) ?? claimWithNumber(outer, inner, headingLabel);
  return withNumber(label, outer, withoutWord(inner)) ?? { key: label.key, text };
}

function named(text: string): Label | undefined {
  const label = findLabel(text);
  return label === undefined || label.scope === 'claim' ? undefined : label;
}

/** `TCO Certified 9` names a generation: a licence number has three digits at least. */
function withNumber(label: Label, words: string, licence: string): EcoLabel | undefined {
  return /(?:\d\D*){3}/.test(licence) ? { key: label.key, licence, text: words } : undefined;
}

/** `Ja (2093 0001)` in a column that is headed with a label. */
function claimWithNumber(words: string, licence: string, headingLabel: Label | undefined): EcoLabel | undefined {
  return headingLabel !== undefined && isClaim(words)
    ? withNumber(headingLabel, words, withoutWord(licence))
    : undefined;
}

/** What a text names, with or without a number; `undefined` when it names no label. */
function resolved(text: string): EcoLabel | undefined {
  const label = named(text);
  if (label !== undefined) return { key: label.key, text };
  const part = readPart(text);
  return part.key === undefined ? undefined : part;
}

const LICENCE_WORD =
  /^[\s:,/–-]*(?:(?:lisens|licens|licen[cs]e|lic|sertifikat|certifikat|certificate)\p{L}*\.?\s*)?(?:(?:(?:nr|nummer|number)(?:\.|(?![\p{L}/-]))|no(?:\.|(?=[\s:])))\s*)?[:\s]*/iu;

function withoutWord(licence: string): string {
  return licence.replace(LICENCE_WORD, '').trim();
}

const SEPARATORS = /[\s:]/;

/** Where a text ends, without the characters of a kind before a place: an expression for it would look at each of them twice. */
function endWithout(text: string, before: number, kind: RegExp): number {
  let end = before;
  while (end > 0 && kind.test(text[end - 1] ?? '')) end--;
  return end;
}

/** `Svanemerket 2093 0001`, `EU Ecolabel: DK/020/001`: the longest name that leaves a number. */
function afterName(text: string, headingLabel: Label | undefined): EcoLabel | undefined {
  const ends = [...text.matchAll(/[\s:]+/g)].map(({ index }) => index).reverse();
  for (const end of ends) {
    const words = text.slice(0, end).replace(/[\s:–-]+$/, '');
    const label = findLabel(words);
    if (label === undefined) continue;
    const rest = text.slice(end);
    // `Miljømerke: Svanemerket`, `Ja - Svanemerket`: what follows a claim is the label itself.
    if (label.scope === 'claim') {
      const follows = rest.replace(/^[\s:–-]+/, '');
      return resolved(follows) ?? claimWithNumber(words, follows, headingLabel);
    }
    const licence = withoutWord(rest);
    if (/\d/.test(licence)) return withNumber(label, words, licence) ?? { key: label.key, text };
  }
  return undefined;
}

/** A number whose form is well known and one label's only names its label. */
function numberAlone(text: string): EcoLabel | undefined {
  if (!/\d/.test(text)) return undefined;
  for (const key of ['fsc', 'pefc', 'msc', 'asc', 'eu_ecolabel']) {
    const label = LABELS.get(key);
    if (label !== undefined && licenceMatches(label, text)) return { key, licence: text, text };
  }
  return undefined;
}

/** A slash may be a part of a number (`DK/020/001`), so it parts numbers only where the more usual signs do not. */
const BETWEEN_NUMBERS = [/\s*[;,|\n]\s*/, /\s+(?:\/|&|\+|og|and|och)\s+/, /\s*\/\s*/];

/**
 * Gives the licence column's text to the label it belongs to. Several numbers go to the labels whose form they have;
 * what fits none goes whole to the first label; a label that has a number keeps it.
 */
export function addLicence(labels: readonly EcoLabel[], licence: string): readonly EcoLabel[] {
  const [only, ...others] = labels;
  if (only === undefined) return labels;
  if (others.length === 0) return only.licence === undefined ? [withLicence(only, licence)] : labels;
  for (const separator of BETWEEN_NUMBERS) {
    const numbers = licence.split(separator).filter((number) => number !== '');
    if (numbers.length < 2) continue;
    const given = matched(labels, numbers);
    if (given !== undefined) return given;
  }
  const first = Math.max(
    labels.findIndex(({ key }) => key !== undefined),
    0,
  );
  const fits = labels.findIndex((label) => label.licence === undefined && hasForm(label, licence));
  const owner = fits < 0 ? first : fits;
  return labels.map((label, index) =>
    index === owner && label.licence === undefined ? withLicence(label, licence) : label,
  );
}

function withLicence({ key, text }: EcoLabel, licence: string): EcoLabel {
  return key === undefined ? { licence, text } : { key, licence, text };
}

function matched(labels: readonly EcoLabel[], numbers: readonly string[]): readonly EcoLabel[] | undefined {
  const given = [...labels];
  for (const number of numbers) {
    const owner = given.findIndex((label) => label.licence === undefined && hasForm(label, number));
    const label = given[owner];
    if (label === undefined) return undefined;
    given[owner] = withLicence(label, number);
  }
  return given;
}

function hasForm(label: EcoLabel, licence: string): boolean {
  const known = label.key === undefined ? undefined : LABELS.get(label.key);
  return known?.licence !== undefined && licenceMatches(known, licence);
}
