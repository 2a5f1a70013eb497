import type { Stand } from '../support/stand'

/** A callback ready to travel. */
export type CallbackShape = { body: string; contentType: string; method: string }

/** Pulls one lever of the stand's simulator. */
export const pullLever = async <T = unknown>(
  stand: Pick<Stand, 'simulatorUrl'>,
  lever: string,
  body: object,
): Promise<T> => {
  const response = await fetch(`${stand.simulatorUrl}/__control/${lever}`, {
    body: JSON.stringify(body),
    method: 'POST',
  })
  const answer: unknown = await response.json()
  if (!response.ok) {
    throw new Error(`${lever}: ${response.status} ${JSON.stringify(answer)}`)
  }
  return answer as T
}

/** The genuine callback of an invoice in one of the simulator's variants, not sent. */
export const drawShape = async (args: {
  merchantOrderId: string
  stand: Pick<Stand, 'simulatorUrl'>
  variant?: string
}): Promise<CallbackShape> => {
  const { merchantOrderId, stand, variant = 'normal' } = args
  const [shape] = await pullLever<CallbackShape[]>(stand, 'preview', { merchantOrderId, variant })
  if (!shape) {
    throw new Error(`No callback of ${merchantOrderId}`)
  }
  return shape
}
