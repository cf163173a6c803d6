/** An action's identifier, as Next makes it. */
export const actionId = /^[0-9a-f]{40,44}$/;

/** Far more than any form of ours has; React and Next meet still more with a fault, or with half a second of work. */
const mostFields = 300;
const mostArguments = 10;
const mostValues = 5_000;
const deepest = 20;

/** No more fields than a form can have: each is read, and shown again. */
export function hasFewFields(data: FormData): boolean {
  return [...data.keys()].length <= mostFields;
}

/**
 * Is this a form as our pages have it, which names its action? Next decodes the action that a form names, and what is bound to it, before
 * any code of ours runs, and meets what it can't decode with a fault.
 */
export function isReadableForm(data: FormData): boolean {
  const names = [...data.keys()];
  return (
    names.some(namesAction) &&
    names.every((name) => {
      if (name.startsWith("$ACTION_ID_")) return actionId.test(name.slice("$ACTION_ID_".length));
      if (name.startsWith("$ACTION_REF_")) return isReference(data, name.slice("$ACTION_REF_".length));
      return true;
    })
  );
}

function namesAction(name: string): boolean {
  return name.startsWith("$ACTION_ID_") || name.startsWith("$ACTION_REF_");
}

/** The same of what JavaScript sends to an action: the list of what it is called with. */
export function areReadableArguments(sent: unknown): boolean {
  const given = parsed(sent);
  return Array.isArray(given) && given.length <= mostArguments && isPlain(given);
}

function isReference(data: FormData, number: string): boolean {
  const reference = parsed(data.get(`$ACTION_${number}:0`));
  if (typeof reference !== "object" || reference === null) return false;
  const { id, bound } = reference as { id?: unknown; bound?: unknown };
  if (typeof id !== "string" || !actionId.test(id)) return false;
  if (bound === null || bound === undefined) return true;
  const part = typeof bound === "string" ? /^\$@([0-9a-f]+)$/.exec(bound)?.[1] : undefined;
  return part !== undefined && areReadableArguments(data.get(`$ACTION_${number}:${part}`));
}

/** Values alone, and the form itself; not so many nor so deep that to read them is work. */
function isPlain(value: unknown): boolean {
  let level = [value];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    seen += level.length;
    if (depth > deepest || seen > mostValues || !level.every(isPlainText)) return false;
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return true;
}

/** A text that begins with one "$" stands for something of React's. */
function isPlainText(value: unknown): boolean {
  return typeof value !== "string" || /^(?!\$)|^\$\$|^\$undefined$|^\$K[0-9a-f]+$/.test(value);
}

function parsed(text: unknown): unknown {
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
