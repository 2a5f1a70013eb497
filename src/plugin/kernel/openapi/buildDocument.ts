import type { Endpoint } from 'payload'

import type { JsonSchema, SchemaShelf } from './schemas'

import { findEndpointDoc } from '../payload'
import { buildOperation } from './operation'

/** Version of the headless API; its first number rises when callers must change something. */
export const API_VERSION = '1.0.0'

const LOCALE = {
  name: 'locale',
  description: 'Language of messages; else `Accept-Language`, else Indonesian.',
  in: 'query',
  required: false,
  schema: { enum: ['id', 'en'], type: 'string' },
}

/** `/shop/orders/:token` as OpenAPI writes it. */
const toTemplate = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}')

/**
 * The OpenAPI 3.1 document of every endpoint that documents itself, made from the very schemas that
 * check the calls.
 */
export const buildOpenApiDocument = (args: {
  /** Where Payload's REST stands, such as `/api`. */
  apiRoute: string
  description: string
  endpoints: readonly Endpoint[]
  serverUrl: string
  title: string
}): JsonSchema => {
  const { apiRoute, description, endpoints, serverUrl, title } = args
  const shelf: SchemaShelf = { components: {} }
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const doc of endpoints.map(findEndpointDoc)) {
    if (doc) {
      const path = apiRoute + toTemplate(doc.path)
      paths[path] = { ...paths[path], [doc.method]: buildOperation(doc, shelf) }
    }
  }
  return {
    openapi: '3.1.0',
    info: { description, title, version: API_VERSION },
    servers: [{ url: serverUrl }],
    paths,
    components: { parameters: { locale: LOCALE }, schemas: shelf.components },
  }
}
