/** What the server is told with the first message. */
export const SUPPRESS = "reportlint.suppressWithReason";
const SHARED = ["lang", "select", "ignore", "severity", "given", "debounce", "inlayHints"] as const;

/** Return the initialization options: the settings, how rules are linked, and the command that asks for a reason. */
export function initializationOptions(get: (key: string) => unknown, scheme: string, id: string): Record<string, unknown> {
  const options: Record<string, unknown> = { suppressCommand: SUPPRESS, rulePage: `${scheme}://${id}/rule/{code}` };
  for (const key of SHARED) {
    options[key] = get(key);
  }
  return options;
}

/** Return the code in the address of a rule's page; undefined when it is none. */
export function ruleOf(path: string): string | undefined {
  return /^\/rule\/([A-Z]{2}\d{3})$/.exec(path)?.[1];
}
