import type { DocumentedEndpoint } from '../payload'

import { errorCatalogue, type ErrorCode } from '../errors'
import { type JsonSchema, type SchemaShelf, toOpenApiSchema } from './schemas'

const json = (schema: JsonSchema): JsonSchema => ({ 'application/json': { schema } })

/** The one shape of every refusal, with the codes that this answer may hold. */
const refusalSchema = (codes: readonly ErrorCode[]): JsonSchema => ({
  type: 'object',
  properties: {
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          code: { enum: [...codes], type: 'string' },
          details: { type: 'object' },
          field: { description: 'The field at fault, such as `customer.email`.', type: 'string' },
          message: { description: 'For people, in the language of the caller.', type: 'string' },
        },
        required: ['code', 'message'],
      },
      minItems: 1,
    },
  },
  required: ['errors'],
})

/** Refusals by status, each listing its codes in words. */
const buildRefusals = (codes: readonly ErrorCode[]): Record<string, JsonSchema> => {
  const statuses = [...new Set(codes.map((code) => errorCatalogue[code].status))].sort()
  return Object.fromEntries(
    statuses.map((status) => {
      const own = codes.filter((code) => errorCatalogue[code].status === status)
      const description = own.map((code) => `\`${code}\`: ${errorCatalogue[code].en}`).join('\n\n')
      return [status, { content: json(refusalSchema(own)), description }]
    }),
  )
}

const buildAnswers = (doc: DocumentedEndpoint, shelf: SchemaShelf): Record<string, JsonSchema> =>
  Object.fromEntries(
    Object.entries(doc.answers).map(([status, { description, schema }]) => [
      status,
      {
        description,
        ...(schema && { content: json(toOpenApiSchema({ io: 'output', schema, shelf })) }),
      },
    ]),
  )

const buildParameters = (doc: DocumentedEndpoint): JsonSchema[] => {
  const inPath = [...doc.path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    description: doc.params?.[name] ?? '',
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inHeader = Object.entries(doc.headers ?? {}).map(([name, description]) => ({
    name,
    description,
    in: 'header',
    required: false,
    schema: { type: 'string' },
  }))
  return [...inPath, ...inHeader, { $ref: '#/components/parameters/locale' }]
}

/** One endpoint as an OpenAPI operation. */
export const buildOperation = (doc: DocumentedEndpoint, shelf: SchemaShelf): JsonSchema => ({
  summary: doc.summary,
  ...(doc.description && { description: doc.description }),
  parameters: buildParameters(doc),
  ...(doc.body && {
    requestBody: {
      content: json(toOpenApiSchema({ io: 'input', schema: doc.body, shelf })),
      required: true,
    },
  }),
  responses: { ...buildAnswers(doc, shelf), ...buildRefusals(doc.errors) },
})
