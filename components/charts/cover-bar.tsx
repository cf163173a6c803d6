import { useId } from "react";
import { classes } from "@/components/ui/classes";

/** How many current holders there are against how many are needed; the words stand beside it on the page too. */
export function CoverBar({ have, minimum }: { have: number; minimum: number }) {
  const id = useId();
  const scale = Math.max(have, minimum, 1);
  const short = have < minimum;
  return (
    <svg
      className={classes("app-cover-bar", short && "app-cover-bar--short")}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{`${have} of ${minimum} needed`}</title>
      <desc id={`${id}-desc`}>{short ? `${minimum - have} short of the minimum` : "The minimum is met"}</desc>
      <rect className="app-cover-bar__room" x="0" y="0" width="100" height="10" />
      <rect className="app-cover-bar__have" x="0" y="0" width={percent(have, scale)} height="10" />
      <line
        vectorEffect="non-scaling-stroke"
        className="app-cover-bar__minimum"
        x1={percent(minimum, scale)}
        x2={percent(minimum, scale)}
        y1="0"
        y2="10"
      />
    </svg>
  );
}

function percent(part: number, whole: number): number {
  return Math.round((100 * part) / whole);
}
