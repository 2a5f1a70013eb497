import type { Endpoint } from 'payload'

import { z } from 'zod'

import { defineEndpoint } from '../payload'
import { buildOpenApiDocument } from './buildDocument'

const DESCRIPTION = `Headless commerce. Amounts are whole rupiah, days are days in Jakarta, instants are UTC.
Every refusal is \`{ errors: [{ code, message, field? }] }\`. Whoever knows the token of an order may see and pay it.
Products, pages and media come from Payload's own REST, such as \`GET /api/products\`.`

/** `GET /shop/openapi.json`: the document of these endpoints and of itself. */
export const createOpenApiEndpoint = (args: {
  endpoints: readonly Endpoint[]
  rateFactor: number
  serverUrl: string
  shopName: string
}): Endpoint => {
  const { endpoints, rateFactor, serverUrl, shopName } = args
  const own: Endpoint = defineEndpoint(
    {
      access: 'public',
      doc: {
        answers: {
          200: { description: 'An OpenAPI 3.1 document', schema: z.looseObject({}) },
        },
        errors: [],
        summary: 'This document',
      },
      handler: ({ req }) => {
        const document = buildOpenApiDocument({
          apiRoute: req.payload.config.routes.api,
          description: DESCRIPTION,
          endpoints: [...endpoints, own],
          serverUrl,
          title: `${shopName}: headless API`,
        })
        const headers = { 'Cache-Control': 'public, max-age=300' }
        return Promise.resolve(Response.json(document, { headers }))
      },
      method: 'get',
      path: '/shop/openapi.json',
    },
    { rateFactor },
  )
  return own
}
