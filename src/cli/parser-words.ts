/** What yargs says by itself, in plain words. Its own translations are files that the bundle does not carry. */
import type { Language } from '../catalogue/text.ts';

/** One text, whatever the number of arguments. */
const both = (text: string) => ({ one: text, other: text });

export const PARSER_WORDS = {
  nb: {
    'Commands:': 'Kommandoer:',
    'Options:': 'Valg:',
    'Positionals:': 'Argumenter:',
    boolean: 'ja eller nei',
    number: 'tall',
    string: 'tekst',
    array: 'flere',
    required: 'må oppgis',
    'default:': 'ellers:',
    'choices:': 'én av:',
    'Show help': 'vis denne hjelpen',
    'Show version number': 'vis versjonsnummeret',
    'Not enough non-option arguments: got %s, need at least %s': both(
      'Kommandoen mangler argumenter: fikk %s, trenger minst %s.',
    ),
    'Not enough arguments following: %s': 'Mangler verdi etter: %s',
    'Too many non-option arguments: got %s, maximum of %s': both('For mange argumenter: fikk %s, høyst %s.'),
    'Missing required argument: %s': both('Mangler: %s'),
    'Unknown argument: %s': { one: 'Ukjent argument: %s', other: 'Ukjente argumenter: %s' },
    'Invalid values:': 'Ugyldige verdier:',
    'Argument: %s, Given: %s, Choices: %s': '%s er %s, men må være én av: %s',
  },
  en: {
    'Not enough non-option arguments: got %s, need at least %s': both(
      'The command needs more arguments: got %s, needs at least %s.',
    ),
    'Show help': 'show this help',
    'Show version number': 'show the version',
  },
} as const satisfies Record<Language, object>;
