/** What came in so far. */
export type CatcherTotals = { bytes: number; different: number; mails: number }

/** The mail catcher of a run, asked over HTTP: it lives in a process of its own. */
export type Catcher = {
  /** Forgets every mail and every Message-ID. */
  clear: () => Promise<void>
  /** How often each Message-ID came. */
  counts: () => Promise<Map<string, number>>
  /** From now on only Message-IDs are kept. */
  countOnly: () => Promise<void>
  totals: () => Promise<CatcherTotals>
}

const ask = async (url: string, init?: RequestInit): Promise<Response> => {
  const response = await fetch(url, init)
  if (!response.ok) {
    throw new Error(`${url}: ${response.status}`)
  }
  return response
}

const readLine = (line: string): [string, number] => {
  const space = line.indexOf(' ')
  return [line.slice(space + 1), Number(line.slice(0, space))]
}

/** Speaks to the catcher at this address. */
export const openCatcher = (webUrl: string): Catcher => ({
  clear: async () => {
    await ask(`${webUrl}/api/messages`, { method: 'DELETE' })
  },
  countOnly: async () => {
    const body = JSON.stringify({ keep: 'ids' })
    await ask(`${webUrl}/__control/keep`, { body, method: 'POST' })
  },
  counts: async () => {
    const text = await (await ask(`${webUrl}/__control/tally/ids`)).text()
    return new Map(text.split('\n').filter(Boolean).map(readLine))
  },
  totals: async () => (await (await ask(`${webUrl}/__control/tally`)).json()) as CatcherTotals,
})
