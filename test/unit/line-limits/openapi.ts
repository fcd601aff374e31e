/** LINE's OpenAPI file turned into closed JSON Schemas, to hold our limits and the simulator's webhooks against; read by the comparison tests. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

type Schema = Record<string, unknown>;
interface Discriminator {
  propertyName: string;
  mapping?: Record<string, string>;
}

const PREFIX = '#/components/schemas/';

/** Copies a schema without what JSON Schema does not know; children point at the open base of their parent. */
function cleaned(value: unknown, bases: ReadonlySet<string>, inAllOf = false): unknown {
  if (Array.isArray(value)) return value.map((item) => cleaned(item, bases, inAllOf));
  if (typeof value !== 'object' || value === null) return value;
  const result: Schema = {};
  for (const [key, part] of Object.entries(value)) {
    if (['externalDocs', 'discriminator', 'example', 'format', 'description'].includes(key)) {
      // A property may carry one of these names; then it is a schema, not an annotation.
      if (typeof part !== 'object' || key === 'externalDocs' || key === 'discriminator') continue;
    }
    const isBase = key === '$ref' && inAllOf && bases.has(String(part).slice(PREFIX.length));
    result[key] = isBase ? `${String(part)}__base` : cleaned(part, bases, key === 'allOf');
  }
  return result;
}

/** A base with a mapping becomes "if type is X then X"; every other object refuses unknown properties. */
function closed(schemas: Record<string, Schema>): Record<string, Schema> {
  const mapped = Object.entries(schemas).filter(
    ([, schema]) => (schema['discriminator'] as Discriminator | undefined)?.mapping,
  );
  const bases = new Set(mapped.map(([name]) => name));
  const result: Record<string, Schema> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const body = cleaned(schema, bases) as Schema;
    const { propertyName, mapping } = (schema['discriminator'] ?? {}) as Partial<Discriminator>;
    if (propertyName === undefined || !mapping) {
      const isObject = 'properties' in body || 'allOf' in body;
      result[name] =
        isObject && !('additionalProperties' in body) ? { ...body, unevaluatedProperties: false } : body;
      continue;
    }
    result[`${name}__base`] = body;
    result[name] = {
      type: 'object',
      required: [propertyName],
      properties: { [propertyName]: { enum: Object.keys(mapping) } },
      allOf: Object.entries(mapping).map(([value, ref]) => ({
        if: { required: [propertyName], properties: { [propertyName]: { const: value } } },
        // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
        then: { $ref: ref },
      })),
    };
  }
  return result;
}

/** @returns a function that says whether a value fits the named schema of one of LINE's files. */
export function openApiVerdict(file: URL, schema: string): (value: unknown) => boolean {
  const { components } = parse(readFileSync(file, 'utf8')) as {
    components: { schemas: Record<string, Schema> };
  };
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const validate = ajv.compile({
    $ref: `${PREFIX}${schema}`,
    components: { schemas: closed(components.schemas) },
  });
  return (value) => validate(value);
}
