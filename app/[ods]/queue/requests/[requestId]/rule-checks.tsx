import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { checkSentence, remedySentence } from "@/lib/sign-off/decision/words";
import type { RuleCheck } from "@/lib/sign-off/rules";

/** Each rule of a sign-off: met or not met, why, and what would meet it. */
export function RuleChecks({ checks }: { checks: readonly RuleCheck[] }) {
  const unmet = checks.filter(({ met }) => !met).length;
  const caption =
    unmet === 0
      ? "All rules are met"
      : `${unmet} of ${checks.length} rules ${unmet === 1 ? "is" : "are"} not met`;
  return (
    <Table caption={caption} captionSize="s" responsive stacked>
      <TableHead>
        <TableRow>
          <TableHeader>Rule</TableHeader>
          <TableHeader>Result</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {checks.map((check) => (
          <TableRow key={check.code}>
            <TableCell>
              {checkSentence(check)}
              <Remedy check={check} />
            </TableCell>
            <TableCell>
              <Result met={check.met} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Remedy({ check }: { check: RuleCheck }) {
  const remedy = remedySentence(check);
  if (!remedy) return null;
  return (
    <>
      . <strong>What would meet it:</strong> {remedy}.
    </>
  );
}

function Result({ met }: { met: boolean }) {
  return met ? (
    <Tag colour="green" shape="tick">
      Met
    </Tag>
  ) : (
    <Tag colour="orange" shape="cross">
      Not met
    </Tag>
  );
}
