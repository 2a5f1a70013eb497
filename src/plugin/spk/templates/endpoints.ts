import type { Endpoint } from 'payload'

import { z } from 'zod'

import { defineEndpoint, isAdmin, parseInput } from '../../kernel/payload'
import { answerWithPreview } from '../staff/answers'
import { previewTemplate } from '../staff/preview'

/** `GET /api/spk-templates/:id/preview`: the template with a sample order, as a PDF marked DRAF. */
export const createTemplateEndpoints = (): Omit<Endpoint, 'root'>[] => [
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      handler: async ({ params, req }) => {
        const id = parseInput(z.uuid('notFound'), params.id)
        return answerWithPreview(await previewTemplate(req.payload, id), 'naskah-spk-DRAF.pdf')
      },
      method: 'get',
      path: '/:id/preview',
    },
    // Doors are for staff who are logged in: nobody can knock often enough to need a limit.
    { rateFactor: 0 },
  ),
]
