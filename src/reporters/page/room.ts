/** How much may stand on the page: so many bytes and so many nodes, shared so that nothing crowds out the rest. */
import type { Markup } from './markup.ts';

/** What a part of the page takes, or may take. */
export interface Room {
  /** Of UTF-8. */
  readonly bytes: number;
  /** Elements and the texts between them, as a browser counts. */
  readonly nodes: number;
}

/** Takes rows out of what is left for all, at most an equal share of it. */
export type TakeRows = (rows: readonly Markup[]) => readonly Markup[];

export interface Fitting {
  readonly rows: readonly Markup[];
  readonly used: Room;
}

/** The first rows that take no more room than there is. */
export function rowsThatFit(rows: readonly Markup[], room: Room): Fitting {
  let bytes = 0;
  let nodes = 0;
  const fitting: Markup[] = [];
  for (const row of rows) {
    const size = sizeOf(row);
    if (bytes + size.bytes > room.bytes || nodes + size.nodes > room.nodes) break;
    bytes += size.bytes;
    nodes += size.nodes;
    fitting.push(row);
  }
  return { rows: fitting, used: { bytes, nodes } };
}

/** @param parts how many will ask */
export function sharedRoom(room: Room, parts: number): TakeRows {
  let { bytes, nodes } = room;
  let partsLeft = parts;
  return (rows) => {
    const share = Math.max(partsLeft, 1);
    const fitting = rowsThatFit(rows, { bytes: bytes / share, nodes: nodes / share });
    bytes -= fitting.used.bytes;
    nodes -= fitting.used.nodes;
    partsLeft--;
    return fitting.rows;
  };
}

function sizeOf({ text }: Markup): Room {
  const elements = text.match(/<[a-z]/g)?.length ?? 0;
  const texts = text.match(/>(?=[^<])/g)?.length ?? 0;
  return { bytes: Buffer.byteLength(text), nodes: elements + texts };
}
