import { z } from 'zod'

import { addressOf, list } from './fields'

/** Where servers of hosting may stand, and what is sold on them; part of the environment's schema. */
export const hostingSettings = {
  GATE_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{24,512}$/, 'must have at least 24 characters, none of them blank')
    .optional()
    .describe(
      'Token of the map of suspended sites, which gates on hosting servers show (`npm run gate`). Empty: the map is closed.',
    ),
  HOSTING_PRIVATE_PANELS: list(
    z.string().regex(/^[\w./:@[\]+-]{1,100}$/, 'must be addresses, networks, names or sockets'),
  )
    .default([])
    .describe(
      'Places of your own network where servers of hosting stand, with commas between them: 10.0.0.7, 10.0.0.0/24, panel.lan, each also with a port, or unix:/run/caddy/admin.socket. All others have to be public.',
    ),
  HOSTING_ZONES: list(
    z
      .string()
      .toLowerCase()
      .regex(
        /^(?=.{4,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
        'must be domains such as situs.example.id',
      ),
  )
    .default([])
    .describe(
      'Domains of your own below which customers of hosting may choose a free name, with commas between them.',
    ),
  CADDY_ADMIN_URL: addressOf({
    example: 'http://127.0.0.1:2019 or unix:/run/caddy/admin.socket',
    schemes: ['http', 'https', 'unix'],
  })
    .optional()
    .describe(
      'Admin API of a Caddy on this machine, which the shop may then speak to. Left empty, `npm start` brings a Caddy of its own for the demo when one is installed.',
    ),
}
