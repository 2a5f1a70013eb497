import { z } from 'zod'

/** A piece of JSON Schema (2020-12), which OpenAPI 3.1 speaks. */
export type JsonSchema = Record<string, unknown>

const COMPONENTS = '#/components/schemas/'

/** The same value with every local reference pointing at the document's components. */
const moveReferences = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(moveReferences)
  }
  if (typeof value !== 'object' || value === null) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === '$ref' && typeof part === 'string'
        ? part.replace('#/$defs/', COMPONENTS)
        : moveReferences(part),
    ]),
  )
}

/** Collects named schemas while the document is written. */
export type SchemaShelf = { components: Record<string, JsonSchema> }

/**
 * A zod schema as JSON Schema. Schemas with an id (`.meta({ id })`) go onto the shelf once and are
 * referred to; `input` is what callers send, before any transformation.
 */
export const toOpenApiSchema = (args: {
  io: 'input' | 'output'
  schema: z.ZodType
  shelf: SchemaShelf
}): JsonSchema => {
  const { io, schema, shelf } = args
  const { $defs, $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  Object.assign(shelf.components, moveReferences($defs ?? {}))
  const { id, ...own } = moveReferences(rest) as JsonSchema
  if (typeof id !== 'string') {
    return own
  }
  shelf.components[id] = own
  return { $ref: COMPONENTS + id }
}
