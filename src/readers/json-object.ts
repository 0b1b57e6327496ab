/** The members of a JSON object with the places they stand in, so that one can be replaced and digits stay as written. */

export interface JsonMember {
  readonly key: string;
  /** Its value as it stands: `12.50`, `"blå"`, `["a"]`. */
  readonly raw: string;
  /** Where the value stands, in characters of the text. */
  readonly start: number;
  readonly end: number;
}

/** @returns `undefined` for text that is no whole JSON object */
export function jsonMembers(text: string): readonly JsonMember[] | undefined {
  if (!isObject(text)) return undefined;
  // From here on the text is known to be JSON.
  const members: JsonMember[] = [];
  let at = text.indexOf('{') + 1;
  for (;;) {
    const keyStart = text.indexOf('"', at);
    if (keyStart < 0) return members;
    const keyEnd = stringEnd(text, keyStart);
    const start = skipBlanks(text, text.indexOf(':', keyEnd) + 1);
    const end = valueEnd(text, start);
    members.push({ key: JSON.parse(text.slice(keyStart, keyEnd)) as string, raw: text.slice(start, end), start, end });
    at = end;
  }
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at++;
  return at;
}

/** Behind the closing quote. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function valueEnd(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return stringEnd(text, start);
  if (first !== '{' && first !== '[') {
    let at = start;
    while (!/[\s,}\]]/.test(text[at] ?? ',')) at++;
    return at;
  }
  let depth = 0;
  let at = start;
  do {
    const letter = text[at];
    if (letter === '"') {
      at = stringEnd(text, at);
      continue;
    }
    if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') depth--;
    at++;
  } while (depth > 0);
  return at;
}
