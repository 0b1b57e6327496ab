/** The only door for `yaml`: text to a document that knows its places. Loaded with the first file. */
import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import { OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import { shortened, syntaxProblem } from './yaml-syntax.ts';

/** A document, and where its lines begin. */
export interface ParsedYaml {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** @throws OperationalError for what is no YAML, or not all of which would be read */
export function parseYaml(path: string, source: string, what: Text): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    // Not `silent`: then a second document would be left out without a word.
    logLevel: 'error',
    version: '1.2',
  });
  // The first one only: the others usually follow from it. An unknown tag is a warning to yaml, but a value would be lost.
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) {
    const { line, col } = lines.linePos(problem.pos[0]);
    const text =
      problem.code === 'DUPLICATE_KEY'
        ? duplicateKey(source.slice(problem.pos[0]))
        : syntaxProblem(problem.code, source.split('\n', line)[line - 1] ?? '');
    throw new OperationalError(
      { nb: `${path}:${line}:${col}: ${text.nb}`, en: `${path}:${line}:${col}: ${text.en}` },
      { cause: problem },
    );
  }
  if (document.contents === null) {
    throw new OperationalError({
      nb: `${path}:1: filen er tom, men skal inneholde ${what.nb}.`,
      en: `${path}:1: the file is empty, but must hold ${what.en}.`,
    });
  }
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) === undefined)
        throw withoutAnchor(path, lines.linePos(alias.range?.[0] ?? 0), alias.source);
    },
  });
  return { document, lines };
}

function withoutAnchor(path: string, { line, col }: { line: number; col: number }, name: string): OperationalError {
  return new OperationalError({
    nb: `${path}:${line}:${col}: \`*${name}\` viser til \`&${name}\`, som ikke finnes. Er det tekst, så sett den i anførselstegn.`,
    en: `${path}:${line}:${col}: \`*${name}\` refers to \`&${name}\`, which is not there. If it is text, put it in quotes.`,
  });
}

function duplicateKey(source: string): Text {
  const key = /^(?:"[^"\n]*"|'[^'\n]*'|[^\n]*?(?=\s*:(?:\s|$)))/.exec(source)?.[0] ?? '';
  return {
    nb: `nøkkelen \`${shortened(key)}\` står to ganger. Fjern den ene.`,
    en: `the key \`${shortened(key)}\` appears twice. Remove one.`,
  };
}

/** Maps, lists and scalars of the language. @throws OperationalError when there would be too many */
export function plainValue(path: string, { document }: ParsedYaml): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // Aliases of aliases that would fill the memory.
    if (!(error instanceof ReferenceError)) throw error;
    throw new OperationalError(
      {
        nb: `${path}: filen bruker for mange alias (\`*navn\`). Skriv verdiene rett ut.`,
        en: `${path}: the file uses too many aliases (\`*name\`). Write the values out.`,
      },
      { cause: error },
    );
  }
}
