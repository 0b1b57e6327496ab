/** What kind of XML a file is, from its first bytes. */

/**
 * The name of the root element, without its prefix; where a long document type hides it, the name that type has.
 * @returns `undefined` for what is no XML
 */
export function rootName(head: Uint8Array): string | undefined {
  // Names are plain ASCII: without the zeros and the mark, every encoding reads alike.
  const text = Buffer.from(head)
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)|\0/g, '');
  const prolog = /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*/.exec(text)?.[0].length ?? 0;
  const name = /^<(?:!DOCTYPE\s+)?([A-Za-z_][^\s<>/![]*)/i.exec(text.slice(prolog))?.[1];
  return name?.slice(name.indexOf(':') + 1);
}
