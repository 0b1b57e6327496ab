/**
 * The width of a text on a terminal, for the layout of help; replaces `string-width` in the bundle.
 * That package supports emoji and ideographs, and building its tables takes half as long as starting Node. Our help has
 * neither, and no colours.
 */
export default function textWidth(text: string): number {
  return text.length;
}
