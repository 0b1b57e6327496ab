/**
 * Units: from a cell's word or code to a UN/ECE Recommendation 20/21 code, which codes are the same thing to a buyer,
 * and how a code is called.
 */
import type { Language, Text } from '../catalogue/text.ts';
import { UNECE_UNITS } from './unece-units.ts';
import { UNIT_WORDS } from './unit-words.ts';

/** Valid codes that a Nordic catalogue never means, and whose words nobody agrees on: kilogram per metre, gram per litre, ten pack. */
const REFUSED_CODES: ReadonlySet<string> = new Set(['KL', 'GL', 'TP']);

/** Codes that all say "one piece". */
const PIECE: ReadonlySet<string> = new Set(['H87', 'EA', 'C62', 'NAR']);

let listed: ReadonlyMap<string, string> | undefined;

function listedUnits(): ReadonlyMap<string, string> {
  listed ??= new Map(
    UNECE_UNITS.trimEnd()
      .split('\n')
      .map((line) => {
        const blank = line.indexOf(' ');
        return [line.slice(0, blank), line.slice(blank + 1)] as const;
      }),
  );
  return listed;
}

const CODE_BY_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries(UNIT_WORDS).flatMap(([code, words]) => words.split('|').map((word) => [word, code] as const)),
);

/** Whether a Peppol catalogue may use the code, as it stands. */
export function isUnitCode(code: string): boolean {
  return listedUnits().has(code);
}

/**
 * The unit a cell means. A word wins over a code of the same letters.
 * @param text a word (`Stk.`, `pk`, `m²`) or a code (`XPK`), any case
 * @returns UN/ECE code, or `undefined` for what is no known unit
 */
export function findUnit(text: string): string | undefined {
  const word = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ').replace(/\.+$/, '').trimEnd();
  const code = CODE_BY_WORD.get(word);
  if (code !== undefined) return code;
  const upper = word.toUpperCase();
  return isCodeInCell(upper, text) ? upper : undefined;
}

/**
 * Two thousand short codes collide with many a word (`ko`, piece in Croatian, is a measure of caustic potash): a code
 * is written in capitals, unless it is one in common use. Codes of digits alone (`10` is a group) stand too near to
 * quantities.
 */
function isCodeInCell(code: string, text: string): boolean {
  if (REFUSED_CODES.has(code) || !/\D/.test(code) || !isUnitCode(code)) return false;
  return text.includes(code) || code in UNIT_WORDS;
}

/** Whether one cannot tell the two apart when ordering: equal, or both a piece (`EA`, `C62`, `H87`, `NAR`). */
export function sameUnit(a: string, b: string): boolean {
  return a === b || (PIECE.has(a) && PIECE.has(b));
}

/** What to write in a cell so that {@link findUnit} gives the code again: the code itself, or its first word. */
export function unitText(code: string): string {
  if (findUnit(code) === code) return code;
  const [word = code] = (UNIT_WORDS[code] ?? '').split('|');
  return word === '' ? code : word;
}

/**
 * What to write in a cell that people read: the unit's name where {@link findUnit} gives the code again from it. Names
 * with a number in them could be a quantity.
 */
export function unitWord(code: string, language: Language): string {
  const word = UNIT_NAMES[code]?.[language];
  return word !== undefined && !/\d/.test(word) && findUnit(word) === code ? word : unitText(code);
}

/** The unit's name in running text, singular; the UN/ECE name, else the code, where no better word is known. */
export function unitName(code: string, language: Language): string {
  return UNIT_NAMES[code]?.[language] ?? listedUnits().get(code) ?? code;
}

const name = (nb: string, en: string): Text => ({ nb, en });

const UNIT_NAMES: Readonly<Record<string, Text>> = {
  H87: name('stk', 'piece'),
  EA: name('stk', 'each'),
  C62: name('stk', 'one'),
  NAR: name('stk', 'article'),
  PR: name('par', 'pair'),
  SET: name('sett', 'set'),
  KT: name('byggesett', 'kit'),
  DZN: name('dusin', 'dozen'),
  GRO: name('gross', 'gross'),
  CEN: name('100 stk', 'hundred'),
  MIL: name('1000 stk', 'thousand'),
  XPK: name('pakke', 'package'),
  XPA: name('liten pakke', 'packet'),
  XCT: name('kartong', 'carton'),
  XBX: name('eske', 'box'),
  XCS: name('kasse', 'case'),
  XCR: name('returkasse', 'crate'),
  XBO: name('flaske', 'bottle'),
  XJR: name('glass', 'jar'),
  XCX: name('hermetikkboks', 'can'),
  XCA: name('kanne', 'rectangular can'),
  XJY: name('plastkanne', 'jerrican'),
  XBG: name('pose', 'bag'),
  XSA: name('sekk', 'sack'),
  XPO: name('liten pose', 'pouch'),
  XSH: name('porsjonspose', 'sachet'),
  XTU: name('tube', 'tube'),
  XTB: name('beger', 'tub'),
  XBJ: name('spann', 'bucket'),
  XPL: name('spann', 'pail'),
  XDR: name('fat', 'drum'),
  XKG: name('fustasje', 'keg'),
  XRO: name('rull', 'roll'),
  XRL: name('snelle', 'reel'),
  XSO: name('spole', 'spool'),
  XST: name('ark', 'sheet'),
  LEF: name('blad', 'leaf'),
  RM: name('ris', 'ream'),
  XPX: name('pall', 'pallet'),
  XDS: name('brett', 'tray'),
  XPU: name('brettkasse', 'transport tray'),
  XBE: name('bunt', 'bundle'),
  XBH: name('blomsterbunt', 'bunch'),
  XBK: name('kurv', 'basket'),
  KGM: name('kg', 'kg'),
  GRM: name('g', 'g'),
  HGM: name('hg', 'hg'),
  MGM: name('mg', 'mg'),
  TNE: name('tonn', 'tonne'),
  LTR: name('liter', 'litre'),
  DLT: name('dl', 'dl'),
  CLT: name('cl', 'cl'),
  MLT: name('ml', 'ml'),
  HLT: name('hl', 'hl'),
  MTR: name('meter', 'metre'),
  LM: name('løpemeter', 'linear metre'),
  CMT: name('cm', 'cm'),
  MMT: name('mm', 'mm'),
  DMT: name('dm', 'dm'),
  HMT: name('100 meter', '100 metres'),
  KMT: name('km', 'km'),
  MTK: name('m²', 'm²'),
  CMK: name('cm²', 'cm²'),
  MTQ: name('m³', 'm³'),
  DMQ: name('dm³', 'dm³'),
  HUR: name('time', 'hour'),
  DAY: name('dag', 'day'),
  WEE: name('uke', 'week'),
  MON: name('måned', 'month'),
  ANN: name('år', 'year'),
  MIN: name('minutt', 'minute'),
  LS: name('rund sum', 'lump sum'),
  E48: name('oppdrag', 'service unit'),
  PTN: name('porsjon', 'portion'),
  AS: name('sortiment', 'assortment'),
  AB: name('storpakke', 'bulk pack'),
  E27: name('dose', 'dose'),
  XAM: name('ampulle', 'ampoule'),
  XVI: name('hetteglass', 'vial'),
  XAE: name('sprayboks', 'aerosol'),
  XCQ: name('patron', 'cartridge'),
  XEN: name('konvolutt', 'envelope'),
  XNT: name('nett', 'net'),
  XPT: name('potte', 'pot'),
  PD: name('blokk', 'pad'),
  D63: name('bok', 'book'),
  LN: name('lengde', 'length'),
  XCL: name('kveil', 'coil'),
  XRD: name('stang', 'rod'),
  XPI: name('rør', 'pipe'),
  XIB: name('display', 'display'),
  KWH: name('kWh', 'kWh'),
  XZZ: name('etter avtale', 'mutually defined'),
  XNE: name('løs vare', 'unpacked'),
};
