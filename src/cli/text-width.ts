/**
 * How many columns of a terminal a text takes, for the layout of help; the bundle has it in the place of `string-width`.
 * That one knows emoji and ideographs, and making its tables takes as long as half a start of Node. Our help has
 * neither, and no colours.
 */
export default function textWidth(text: string): number {
  return text.length;
}
