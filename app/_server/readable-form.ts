/** An action's identifier, as Next makes it. */
export const actionId = /^[0-9a-f]{40,44}$/;

/** Far more than any form of ours has. */
const mostFields = 300;

/** No more fields than a form can have: each is read, and shown again. */
export function hasFewFields(data: FormData): boolean {
  return [...data.keys()].length <= mostFields;
}

/**
 * Is this a form as our pages have it? Next decodes the action that a form names, and what is bound to it, before
 * any code of ours runs, and meets what it can't decode with a fault.
 */
export function isReadableForm(data: FormData): boolean {
  return [...data.keys()].every((name) => {
    if (name.startsWith("$ACTION_ID_")) return actionId.test(name.slice("$ACTION_ID_".length));
    if (name.startsWith("$ACTION_REF_")) return isReference(data, name.slice("$ACTION_REF_".length));
    return true;
  });
}

/** The same of what JavaScript sends to an action: the list of what it is called with. */
export function areReadableArguments(sent: unknown): boolean {
  return Array.isArray(parsed(sent)) && isPlain(parsed(sent));
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

/** Values alone, and the form itself: a text that begins with one "$" stands for something of React's. */
function isPlain(value: unknown): boolean {
  if (typeof value === "string") return /^(?!\$)|^\$\$|^\$undefined$|^\$K[0-9a-f]+$/.test(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isPlain);
}

function parsed(text: unknown): unknown {
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
