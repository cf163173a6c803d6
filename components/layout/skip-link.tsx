import { mainId } from "./main";

export function SkipLink() {
  return (
    <a className="nhsuk-skip-link" href={`#${mainId}`}>
      Skip to main content
    </a>
  );
}
