import { readFile, rename, writeFile } from 'node:fs/promises'

import type { Invoice } from './types'

const QUIET_MS = 1_000

/** Writes a snapshot soon after changes, never per request and never in their way. */
export type Persistence = {
  flush: () => Promise<void>
  load: () => Promise<Invoice[]>
  touch: () => void
}

/** Keeps the invoices in one JSON file. Without a path, nothing is kept. */
export function createPersistence({
  path,
  snapshot,
}: {
  path?: string
  snapshot: () => Invoice[]
}): Persistence {
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()

  const write = async () => {
    if (path === undefined) return
    const draft = `${path}.draft`
    await writeFile(draft, JSON.stringify({ format: 1, invoices: snapshot() }))
    await rename(draft, path)
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write).catch((error: unknown) => {
      console.warn('Duitku simulator: state not written', error)
    })
    return writing
  }

  return {
    flush,
    load: () => (path === undefined ? Promise.resolve([]) : readSnapshot(path)),
    touch: () => {
      if (path !== undefined && timer === undefined) timer = setTimeout(flush, QUIET_MS).unref()
    },
  }
}

async function readSnapshot(path: string): Promise<Invoice[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  if (text === '') return []
  const parsed = JSON.parse(text) as { invoices?: Invoice[] }
  return parsed.invoices ?? []
}
