/** Where pieces of a sheet come in it: asked for in any order, given in that of the pieces. */
import { type Filling, nextPlace } from '../../writers/xlsx-piece.ts';
import type { PlaceInSheet } from '../../writers/xlsx-rows.ts';
import { newGrowth } from '../rows/growth.ts';
import type { SheetQuestion } from './sheet-work.ts';

export interface PlacesInTurn {
  /**
   * Waits until those before have their place. Asked again of the same piece, it is the same.
   * @param at which piece, from 0
   */
  place(at: number, rows: SheetQuestion): Promise<PlaceInSheet>;
  /** It is not asked of this piece again. */
  forget(at: number): void;
}

export function placesInTurn(filling: Filling): PlacesInTurn {
  const given = new Map<number, PlaceInSheet>();
  const growth = newGrowth();
  let next = 0;
  return {
    async place(at, rows) {
      while (next < at) await growth.more();
      const known = given.get(at);
      if (known !== undefined) return known;
      const place = nextPlace(filling, rows);
      given.set(at, place);
      next++;
      growth.note();
      return place;
    },
    forget: (at) => given.delete(at),
  };
}
