/** Canonical values as a person reads them, by the kind of their field. */
import { FIELDS, type Field, type FieldKind, fieldKind } from '../catalogue/field.ts';
import type { Language } from '../catalogue/text.ts';
import { LABELS, labelName } from '../code-lists/labels.ts';
import { unitName } from '../code-lists/units.ts';
import { formatDecimal, formatMoney, formatPercent, NO_BREAK_SPACE, type Target } from './format-number.ts';
import { listOf, WORDS } from './words.ts';

/**
 * The value of a field. What was not understood stands as its author wrote it: only canonical values change form.
 * A cell keeps codes as codes, so that it can be looked up; prose adds what they mean.
 * @param currency ISO 4217, for amounts in prose
 */
export function formatField(
  field: Field | undefined,
  value: string,
  language: Language,
  target: Target,
  currency?: string,
): string {
  return field === undefined ? value : formatKind(fieldKind(field), value, language, target, currency);
}

export function formatKind(
  kind: FieldKind,
  value: string,
  language: Language,
  target: Target,
  currency?: string,
): string {
  switch (kind) {
    case 'decimal':
      return formatDecimal(value, language, target);
    case 'money':
      return formatMoney(value, language, target, currency);
    case 'percent':
      return formatPercent(value, language, target);
    case 'date':
      return formatDate(value, language);
    case 'unit':
      return target === 'cell' ? value : unitInWords(value, language);
    case 'labels':
      return labelsInWords(value, language);
    case 'boolean':
      return value === 'true' ? WORDS[language].yes : value === 'false' ? WORDS[language].no : value;
    case 'status':
      return statusInWords(value, language);
    case 'text':
    case 'digits':
    case 'currency':
    case 'action':
      return value;
  }
}

/** The field's name as people say it. */
export function fieldTitle(field: Field, language: Language): string {
  return FIELDS[field].title[language];
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** @param value `YYYY-MM-DD`; anything else is given back */
export function formatDate(value: string, language: Language): string {
  return language === 'nb' ? value.replace(DAY, '$3.$2.$1') : value;
}

function unitInWords(code: string, language: Language): string {
  const name = unitName(code, language);
  return name === code ? code : `${name}${NO_BREAK_SPACE}(${code})`;
}

const LABEL_SEPARATOR = / *[|;,] */;

/** A list of labels, each a key with perhaps a licence number behind it; what begins with no key stays as it is. */
function labelsInWords(value: string, language: Language): string {
  return labelNames(value, language)?.join(', ') ?? value;
}

/** A list of labels of which any one will do. */
export function anyLabelInWords(value: string, language: Language): string {
  const names = labelNames(value, language);
  return names === undefined ? value : listOf(names, WORDS[language].or);
}

function labelNames(value: string, language: Language): readonly string[] | undefined {
  const labels = value.split(LABEL_SEPARATOR);
  if (!labels.some((label) => LABELS.has(keyOf(label)))) return undefined;
  return labels.map((label) => labelName(keyOf(label), language) + label.slice(keyOf(label).length));
}

function keyOf(label: string): string {
  return label.split(' ', 1)[0] ?? '';
}

function statusInWords(value: string, language: Language): string {
  const words: Readonly<Record<string, string>> = WORDS[language].status;
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}
