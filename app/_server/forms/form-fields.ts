import { z } from "zod";
import type { ReadForm } from "@/components/forms/read-form";

type Input = ReadForm["input"];

/** The names of a form's fields, in the order of its schema, which is their order on the page. */
export function fieldsOf(schema: z.core.$ZodType, input: Input): string[] {
  return Object.keys(shapeOf(schema, input));
}

/** What is right among the fields, as the schema reads them, each by itself. */
export function soundPart<Schema extends z.ZodType>(schema: Schema, input: Input): Partial<z.output<Schema>> {
  const sound = Object.entries(shapeOf(schema, input)).flatMap(([name, field]) => {
    const parsed = z.safeParse(field, input[name]);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(sound) as Partial<z.output<Schema>>;
}

/** The fields of an object; of several ways to send a form, those of the way that was taken. */
function shapeOf(schema: z.core.$ZodType, input: Input): Record<string, z.core.$ZodType> {
  if (schema instanceof z.ZodObject) return schema.shape;
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return {};
  const { options, discriminator } = schema.def;
  const shapes = options.map((option) => shapeOf(option, input));
  const taken = shapes.find((shape) => {
    const field = shape[discriminator];
    return field !== undefined && z.safeParse(field, input[discriminator]).success;
  });
  return taken ?? {};
}
