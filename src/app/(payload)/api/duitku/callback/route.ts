import { getShop } from '@/app/shop'
import { receiveCallback } from '@/plugin'
import { readText } from '@/plugin/kernel/payload'

/** Longest callback that is read, in bytes; Duitku's own are under one kilobyte. */
const MAX_BYTES = 16_384

const receive = async (request: Request): Promise<Response> => {
  const { headers, method } = request
  try {
    const rawBody = await readText(request, MAX_BYTES)
    const contentType = headers.get('content-type')
    const payload = await getShop()
    const answer = await receiveCallback({ payload, request: { contentType, method, rawBody } })
    return new Response(answer.body, { status: answer.status })
  } catch {
    return new Response('input.tooLarge', { status: 413 })
  }
}

/** Duitku's callback: a plain handler, so that it does not pay for Payload's request set-up. */
export const POST = receive

/** Anything but POST is answered by the same rules: 405. */
export const GET = receive
