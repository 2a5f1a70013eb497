import type { Payload } from 'payload'

import type { MapForm } from './formats'
import type { GateMap, MapDocument } from './rules/gateMap.mjs'

import { createHash } from 'node:crypto'

import { clock } from '../../kernel/time'
import { hostingRuntime } from '../runtime'
import { buildMap } from './buildMap'
import { findGateStamp, findHostStands } from './findGateMap'
import { writeMap } from './formats'
import { createListener } from './listen'
import { openMap } from './rules/gateMap.mjs'

/** A map in one form, with the word by which its holder asks for changes. */
export type WrittenMap = { body: string; etag: string }

/** What this process knows of services. */
export type GateMemory = {
  /** The map for a visitor: from memory, never waiting long; undefined while nothing is known. */
  findMap: () => Promise<GateMap | undefined>
  /** The map as the database has it now. Throws while the database is away. */
  writeMap: (form: MapForm) => Promise<WrittenMap>
}

/** How old memory may be before it is compared with the database, in milliseconds. */
const LOOK_AFTER_MS = 3_000
/** How long the very first visitor waits for the database; then he is let through. */
const FIRST_WAIT_MS = 1_000

type Held = {
  document: MapDocument
  map: GateMap
  stamp: string
  written: Map<MapForm, WrittenMap>
}

type Memory = {
  held?: Held
  isNews: boolean
  /** When the database was last asked, and whether it answered. */
  lookedAt: number
  looking?: Promise<void> | undefined
  payload: Payload
}

const look = async (memory: Memory): Promise<void> => {
  const { payload } = memory
  do {
    memory.isNews = false
    const now = clock.now()
    const stamp = await findGateStamp(payload, now)
    if (stamp !== memory.held?.stamp) {
      const stands = await findHostStands(payload, now)
      const document = buildMap(stands, hostingRuntime.get(payload))
      memory.held = { document, map: openMap(document), stamp, written: new Map() }
    }
  } while (memory.isNews)
}

/** One look at a time; whoever comes meanwhile gets that one. */
const lookOnce = (memory: Memory): Promise<void> => {
  memory.looking ??= look(memory).finally(() => {
    memory.lookedAt = performance.now()
    memory.looking = undefined
  })
  return memory.looking
}

const lookBeside = async (memory: Memory): Promise<void> => {
  try {
    await lookOnce(memory)
  } catch (err) {
    memory.payload.logger.warn({ err, msg: 'The gate goes on with what it knows' })
  }
}

const write = (held: Held, form: MapForm): WrittenMap => {
  const known = held.written.get(form)
  if (known) {
    return known
  }
  const body = writeMap(held.document, form)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const written = { body, etag }
  held.written.set(form, written)
  return written
}

const soon = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })

const findMap = async (memory: Memory): Promise<GateMap | undefined> => {
  if (performance.now() - memory.lookedAt > LOOK_AFTER_MS) {
    const looked = lookBeside(memory)
    await (memory.held ? undefined : Promise.race([looked, soon(FIRST_WAIT_MS)]))
  }
  return memory.held?.map
}

/** A look that began before somebody asked may have missed what he knows: then there is one more. */
const getHeld = async (memory: Memory): Promise<Held> => {
  await memory.looking?.catch(() => undefined)
  await lookOnce(memory)
  const { held } = memory
  if (!held) {
    throw new Error('The map of the gate was looked for and is not there')
  }
  return held
}

const openMemory = (payload: Payload): GateMemory => {
  const memory: Memory = { isNews: false, lookedAt: -Infinity, payload }
  const listener = createListener({
    onNews: () => {
      memory.isNews = true
      void lookBeside(memory)
    },
    payload,
  })
  return {
    findMap: () => {
      listener.keep()
      return findMap(memory)
    },
    writeMap: async (form) => {
      listener.keep()
      return write(await getHeld(memory), form)
    },
  }
}

const memories = new WeakMap<Payload, GateMemory>()

/** The one memory of this process. */
export const gateMemoryOf = (payload: Payload): GateMemory => {
  const known = memories.get(payload) ?? openMemory(payload)
  memories.set(payload, known)
  return known
}
