/** Words that stand in the names of many companies and items, and make none of them the same. */
const COMMON = new Set(
  'as asa ab aps oy oyj gmbh ag kg ltd llc inc corp co company plc sa sas srl bv nv group gruppen holding international nordic norden norge norway sverige sweden danmark denmark suomi finland scandinavia europe and og och und the for med fra til von van der die das de la le production produksjon produkter products'.split(
    ' ',
  ),
);

const SHORTEST = 3;

/**
 * Whether two texts have a word in common that says something: `Fjellark Papir A/S` and `FJELLARK`. One word that begins
 * with another counts, for names grow (`Svanetex`, `Svanetex-produkter`).
 */
export function sharesName(one: string, other: string): boolean {
  const words = wordsOf(one);
  const others = wordsOf(other);
  // Nothing to tell them apart by.
  if (words.length === 0 || others.length === 0) return true;
  return words.some((word) => others.some((another) => word.startsWith(another) || another.startsWith(word)));
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\ba\/s\b/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST && !COMMON.has(word));
}
