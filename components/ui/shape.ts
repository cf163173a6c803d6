/** The shapes that the style sheet draws before a status word, so that it does not rest on colour. */
export const shapeNames = [
  "tick",
  "clock",
  "cross",
  "half",
  "ring",
  "dots",
  "pause",
  "lock",
  "triangle",
] as const;
export type ShapeName = (typeof shapeNames)[number];

export function shapeClass(name: ShapeName): string {
  return `app-shape--${name}`;
}
