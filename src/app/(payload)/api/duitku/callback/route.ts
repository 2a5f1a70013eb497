import { getShop } from '@/app/shop'
import { receiveCallback } from '@/plugin'
import { isDomainError } from '@/plugin/kernel/errors'
import { readText } from '@/plugin/kernel/payload'

/** Longest callback that is read, in bytes; Duitku's own are under one kilobyte. */
const MAX_BYTES = 16_384

/** A body that was cut off is refused; anything else is our fault, and Duitku sends again. */
const refuse = (error: unknown): Response =>
  isDomainError(error)
    ? new Response(error.code, { headers: { Connection: 'close' }, status: error.status })
    : new Response('TRY AGAIN', { status: 503 })

const receive = async (request: Request): Promise<Response> => {
  const { headers, method } = request
  try {
    const rawBody = await readText(request, { maxBytes: MAX_BYTES })
    const contentType = headers.get('content-type')
    const payload = await getShop()
    const answer = await receiveCallback({ payload, request: { contentType, method, rawBody } })
    return new Response(answer.body, { status: answer.status })
  } catch (error) {
    return refuse(error)
  }
}

/** Duitku's callback: a plain handler, so that it does not pay for Payload's request set-up. */
export const POST = receive

/** Anything but POST is answered by the same rules: 405. */
export const GET = receive
