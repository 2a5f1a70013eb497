import { z } from 'zod'

import { SPK_STATE_NAMES } from './states'

const instant = z.iso.datetime({ offset: true })

/** How an agreement stands, as the answers about its order say it. */
export const spkAnswer = z
  .strictObject({
    isConfirmed: z.boolean().describe('Whether the order may be paid.'),
    number: z.union([z.string(), z.null()]).describe('Null before it is issued.'),
    signBy: z.union([instant, z.null()]).describe('Until when the customer has to act.'),
    state: z.enum(SPK_STATE_NAMES),
    turn: z.enum(['customer', 'nobody', 'staff', 'system']).describe('Who has to act next.'),
  })
  .meta({ id: 'Spk' })
