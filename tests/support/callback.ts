import type { OpenShop } from './openShop'

type Shape = { body: string; contentType: string; method: string }

/** Sends callbacks to the shop as Duitku would; answers with the HTTP statuses. */
export const sendCallbacks = async (
  shop: Pick<OpenShop, 'url'>,
  shapes: readonly Shape[],
): Promise<number[]> => {
  const url = `${shop.url}/api/duitku/callback`
  const statuses: number[] = []
  for (const { body, contentType, method } of shapes) {
    const response =
      method === 'GET'
        ? await fetch(`${url}?${body}`)
        : await fetch(url, { body, headers: { 'content-type': contentType }, method })
    await response.arrayBuffer()
    statuses.push(response.status)
  }
  return statuses
}

/** The genuine callback of an attempt, in one of the simulator's variants, not yet sent. */
export const drawCallback = (
  shop: OpenShop,
  merchantOrderId: string,
  variant = 'normal',
  overrides?: Record<string, string>,
): Shape[] =>
  shop.gateway.preview({ merchantOrderId, variant, ...(overrides && { overrides, resign: true }) })
