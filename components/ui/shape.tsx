const paths = {
  tick: "M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm4.9 5.2-1.5-1.5-4.8 4.9-2-2-1.5 1.5 3.5 3.5Z",
  clock:
    "M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm0 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm1 1.5v4l2.8 2.8-1.4 1.4L7 8.3V3.5Z",
  cross: "M2.6 0 8 5.4 13.4 0 16 2.6 10.6 8 16 13.4 13.4 16 8 10.6 2.6 16 0 13.4 5.4 8 0 2.6Z",
  half: "M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm0 2v12A6 6 0 0 0 8 2Z",
  ring: "M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm0 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z",
  dots: "M2 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4Zm6 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4Zm6 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z",
  pause: "M2 1h4v14H2Zm8 0h4v14h-4Z",
  lock: "M8 0a4 4 0 0 1 4 4v3h2v9H2V7h2V4a4 4 0 0 1 4-4Zm0 2a2 2 0 0 0-2 2v3h4V4a2 2 0 0 0-2-2Z",
  triangle: "M8 0l8 15H0ZM7 5v5h2V5Zm0 6v2h2v-2Z",
} as const;

export type ShapeName = keyof typeof paths;

/** A small sign beside a status word; the word says it, so the sign is hidden from screen readers. */
export function Shape({ name }: { name: ShapeName }) {
  return (
    <svg
      className="app-shape"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path fillRule="evenodd" d={paths[name]} />
    </svg>
  );
}
