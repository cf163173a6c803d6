import type { ReactNode } from "react";
import { classes } from "./classes";
import { type ShapeName, shapeClass } from "./shape";

export type TagColour =
  | "white"
  | "grey"
  | "green"
  | "aqua-green"
  | "blue"
  | "purple"
  | "pink"
  | "red"
  | "orange"
  | "yellow";

/** A status in words, with a shape so that it does not rest on colour. Never a link. */
export function Tag({
  colour,
  shape,
  children,
}: {
  colour?: TagColour;
  shape?: ShapeName;
  children: ReactNode;
}) {
  return (
    <strong
      className={classes(
        "nhsuk-tag",
        colour && `nhsuk-tag--${colour}`,
        shape && `app-tag ${shapeClass(shape)}`,
      )}
    >
      {children}
    </strong>
  );
}
