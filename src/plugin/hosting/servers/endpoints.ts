import type { Endpoint } from 'payload'

import { defineEndpoint, type EndpointCall, isAdmin } from '../../kernel/payload'
import { testServer } from './testServer'

/** Doors are for staff who are logged in: nobody can knock often enough to need a limit. */
const unlimited = { rateFactor: 0 }

/** Below `/api/hosting-servers/:id`: `test` speaks to the server and says what came of it. Admins and owners. */
export const createServerEndpoints = (): Omit<Endpoint, 'root'>[] => [
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      handler: async ({ params, req }: EndpointCall<undefined>) =>
        Response.json({ ok: true, result: await testServer(req.payload, params.id ?? '') }),
      method: 'post',
      path: '/:id/test',
    },
    unlimited,
  ),
]
