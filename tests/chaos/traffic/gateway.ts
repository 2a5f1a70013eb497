/** Levers of the gateway's stand-in. */
export type Gateway = {
  /** Resolves when no callback is on its way any more. */
  idle: () => Promise<void>
  invoices: () => Promise<Invoice[]>
  /** The money arrives; the shop is told `times` times, each time again until it says 200. */
  pay: (args: { merchantOrderId: string; times: number }) => Promise<void>
}

/** An invoice as the gateway knows it. */
export type Invoice = {
  deliveries: { send: number; status?: number }[]
  merchantOrderId: string
  paidAmount?: number
  reference: string
  status: string
}

const MOST = 1_000_000

/** Reaches the simulator's control address. */
export const reachGateway = (simulatorUrl: string): Gateway => {
  const ask = async (path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${simulatorUrl}/__control/${path}`, {
      ...(body ? { body: JSON.stringify(body), method: 'POST' } : {}),
    })
    if (!response.ok) {
      throw new Error(`gateway ${path}: ${response.status} ${await response.text()}`)
    }
    return response.json()
  }
  return {
    idle: async () => {
      await ask('idle', {})
    },
    invoices: async () => {
      const state = (await ask(`state?limit=${MOST}`)) as { invoices: Invoice[] }
      return state.invoices
    },
    pay: async ({ merchantOrderId, times }) => {
      const told = times > 0 ? { times } : {}
      await ask('pay', { merchantOrderId, sendCallback: times > 0, wait: false, ...told })
    },
  }
}
