/** The sentence of a finding, made from its rule's template when it is shown. */
import { type Field, fieldKind, isField } from '../catalogue/field.ts';
import type { Finding } from '../catalogue/finding.ts';
import type { Language } from '../catalogue/text.ts';
import { hintOf, messageOf, type RuleWords } from '../engine/rule.ts';
import { conversionInWords, kindInWords } from './derivation-words.ts';
import { alsoInWords } from './explanation-words.ts';
import { formatDecimal, type Target } from './format-number.ts';
import { anyLabelInWords, fieldTitle, formatField, formatKind } from './format-value.ts';
import { WORDS } from './words.ts';

/** Text that stands, or a value to show: as the finding's field is, or in the form asked for. */
type Part = string | { readonly name: string; readonly form?: string };

const PLACEHOLDER = /\{([A-Za-z]\w*)(?::([a-z]+))?\}/g;

const templates = new Map<string, readonly Part[]>();

/**
 * @param agreed ISO 4217, the agreement's currency; shown with amounts, unless the finding names another
 * @throws Error when the template names a parameter that the finding lacks: the rule's mistake
 */
export function renderMessage(
  rule: RuleWords,
  finding: Finding,
  language: Language,
  agreed: string | undefined,
): string {
  const currency = finding.currency ?? agreed;
  const filled = (template: string | undefined): string =>
    partsOf(template ?? '')
      .map((part) => (typeof part === 'string' ? part : show(part.name, part.form, rule, finding, language, currency)))
      .join('');
  let text = filled(messageOf(rule, finding.message)[language]);
  const conversion = conversionInWords(finding.derivation, language);
  const hint = filled(hintOf(rule, finding.message)?.[language]);
  for (const more of [alsoInWords(finding, language), matchInWords(finding, language), conversion, hint])
    if (more !== '') text += `${text.endsWith('?') ? '' : '.'} ${more}`;
  return text;
}

/** By what the agreed article was found; empty where the line has the article's own number. */
function matchInWords({ matched }: Finding, language: Language): string {
  if (matched === undefined) return '';
  const { foundBy } = WORDS[language];
  return foundBy(kindInWords(matched.by, language), matched.item);
}

function partsOf(template: string): readonly Part[] {
  const known = templates.get(template);
  if (known !== undefined) return known;
  const parts: Part[] = [];
  let end = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    const [whole, name = '', form] = match;
    if (match.index > end) parts.push(template.slice(end, match.index));
    parts.push({ name, ...(form === undefined ? {} : { form }) });
    end = match.index + whole.length;
  }
  if (end < template.length) parts.push(template.slice(end));
  templates.set(template, parts);
  return parts;
}

function show(
  name: string,
  form: string | undefined,
  rule: RuleWords,
  finding: Finding,
  language: Language,
  currency: string | undefined,
): string {
  if (name === 'field' && form === undefined) {
    return finding.field === undefined ? WORDS[language].nothing : fieldTitle(finding.field, language);
  }
  const value = givenValue(name, rule, finding);
  if (value === undefined || value === '') return WORDS[language].nothing;
  if (form !== undefined) return showAs(form, rule, value, language, currency);
  // An item is a name, whatever field the finding is about; a number that is no value of the field is no amount.
  if (name === 'item') return value;
  if (name !== 'actual' && name !== 'expected' && finding.field !== undefined && isAmount(finding.field)) {
    return formatDecimal(value, language, 'prose');
  }
  return valueInWords(finding, value, language, 'prose', currency);
}

function isAmount(field: Field): boolean {
  const kind = fieldKind(field);
  return kind === 'money' || kind === 'percent';
}

/** Rules whose findings hold what could not be understood, or how it was written: shown as it stood, in no other form. */
function isAsItStood(rule: string): boolean {
  return rule === 'value/unreadable' || rule.startsWith('fix/');
}

/** A value of a finding as its field's values are shown; empty when there is none. */
export function valueInWords(
  finding: Finding,
  value: string | undefined,
  language: Language,
  target: Target,
  currency?: string,
): string {
  if (value === undefined) return '';
  return isAsItStood(finding.rule)
    ? value
    : formatField(finding.field, value, language, target, finding.currency ?? currency);
}

function givenValue(name: string, rule: RuleWords, finding: Finding): string | undefined {
  const given = finding.parameters?.[name];
  if (given !== undefined) return given;
  if (name === 'actual') return finding.actual;
  if (name === 'expected') return finding.expected;
  if (name === 'item') return finding.item;
  throw new Error(`the message of rule ${rule.id} names {${name}}, which its finding lacks`);
}

function showAs(
  form: string,
  rule: RuleWords,
  value: string,
  language: Language,
  currency: string | undefined,
): string {
  switch (form) {
    case 'text':
    case 'money':
    case 'percent':
    case 'decimal':
    case 'date':
    case 'unit':
      return formatKind(form, value, language, 'prose', currency);
    case 'percents':
      return value
        .split(', ')
        .map((one) => formatKind('percent', one, language, 'prose'))
        .join(', ');
    case 'label':
      return formatKind('labels', value, language, 'prose');
    case 'anylabel':
      return anyLabelInWords(value, language);
    case 'field':
      return isField(value) ? fieldTitle(value, language) : value;
    default:
      throw new Error(`the message of rule ${rule.id} asks for the unknown form ${form}`);
  }
}
