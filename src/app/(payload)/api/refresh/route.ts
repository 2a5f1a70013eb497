import { revalidatePath } from 'next/cache'
import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

import { env } from '@/config/env'
import { signRefresh } from '@/plugin'
import { readText } from '@/plugin/kernel/payload'

const body = z.object({ signature: z.string().regex(/^[0-9a-f]{64}$/), slug: z.string().max(200) })

const parse = async (request: Request): Promise<null | z.infer<typeof body>> => {
  try {
    return body.parse(JSON.parse(await readText(request, { maxBytes: 2048 })))
  } catch {
    return null
  }
}

/** Throws the rendered storefront pages away after a change in the panel was committed. */
export const POST = async (request: Request): Promise<Response> => {
  const input = await parse(request)
  if (!input) {
    return new Response(null, { status: 400 })
  }
  const expected = signRefresh({ secret: env.PAYLOAD_SECRET, slug: input.slug })
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(input.signature))) {
    return new Response(null, { status: 401 })
  }
  revalidatePath('/', 'layout')
  return Response.json({ refreshed: input.slug })
}
