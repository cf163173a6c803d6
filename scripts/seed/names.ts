import type { TrustKey } from "@/db/seed/demo/trusts";

/** What the plan's refs stand for, trust by trust, as it becomes known. */
export class Names {
  private readonly ids = new Map<string, string>();

  learn(trust: TrustKey, name: string, id: string): void {
    this.ids.set(`${trust} ${name}`, id);
  }

  get(trust: TrustKey, name: string): string {
    const id = this.ids.get(`${trust} ${name}`);
    if (!id) throw new Error(`The plan refers to ${name} in ${trust} before it is there`);
    return id;
  }

  /** The input with every ref replaced. Inputs are flat. */
  fillIn<Input extends object>(trust: TrustKey, input: Input): Input {
    const filled = Object.entries(input).map(([field, value]) => [
      field,
      typeof value === "string" && value.startsWith("@") ? this.get(trust, value.slice(1)) : value,
    ]);
    return Object.fromEntries(filled) as Input;
  }
}
