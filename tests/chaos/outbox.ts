import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import type { Group, GroupOptions } from '../support/figures/program'

import { atLeast, atMost, equal, type Measured } from '../support/figures/row'
import { makeRandom } from '../support/load/random'
import { median } from '../support/load/samples'
import { fillOutbox } from '../support/outbox/fill'
import { type MailGround, startMailGround } from '../support/outbox/ground'
import { judgeOutbox, type OutboxVerdict } from '../support/outbox/judge'
import { bundleScript } from './outbox/bundle'
import { type Crew, gatherCrew } from './outbox/crew'
import { excerpt } from './judge'

const KILLS = 1_000
const ROWS = 100_000
const FEWEST_KILLS = 10
const FEWEST_ROWS = 500
const WORKERS = 4
const SPARES = 4
/** Rows that wait at any time: enough for every worker, few enough for quick questions. */
const BACKLOG = 1_000
const RUN = 'kills'
/** How far the deaths may run ahead of the messages. */
const HEAD_START = 0.05
const STANDSTILL_MS = 90_000

const JOBS = `select count(*)::int as n from graphile_worker._private_jobs`

const countJobs = async (ground: MailGround): Promise<number> =>
  (await ground.database.rows<{ n: number }>(JOBS))[0]?.n ?? 0

type Course = { intervals: number[]; kills: number; rows: number }

/** Feeds the outbox as it empties; answers how many messages have left it. */
const feed = async (args: {
  course: Course
  ground: MailGround
  rows: number
}): Promise<number> => {
  const { course, ground, rows } = args
  const left = await countJobs(ground)
  if (left < BACKLOG && course.rows < rows) {
    const run = `${RUN}-${course.rows}`
    const total = Math.min(BACKLOG, rows - course.rows)
    await fillOutbox({ run, settings: ground.settings, total })
    course.rows += total
  }
  return course.rows - left
}

/** Kills again and again, evenly over all messages, so that no death finds an empty outbox. */
const killAndFeed = async (args: {
  crew: Crew
  ground: MailGround
  options: GroupOptions
  wanted: Course
}): Promise<Course> => {
  const { crew, ground, options, wanted } = args
  const random = makeRandom(options.seed + 7)
  const course: Course = { intervals: [], kills: 0, rows: 0 }
  let killedAt = performance.now()
  let saidAt = killedAt
  while (course.kills < wanted.kills || course.rows < wanted.rows) {
    await wait(100 + random.below(101))
    const sent = await feed({ course, ground, rows: wanted.rows })
    if (course.kills / wanted.kills <= sent / wanted.rows + HEAD_START) {
      await crew.killOne()
      course.kills++
      course.intervals.push(performance.now() - killedAt)
      killedAt = performance.now()
    }
    if (performance.now() - saidAt > 30_000) {
      saidAt = performance.now()
      process.stderr.write(`${course.kills} kills, ${sent} of ${wanted.rows} sent\n`)
    }
  }
  return course
}

/** Lets the living send the rest; answers how many are left when nothing moves any more. */
const drain = async (ground: MailGround): Promise<number> => {
  let least = Number.POSITIVE_INFINITY
  for (let movedAt = performance.now(); performance.now() - movedAt < STANDSTILL_MS;) {
    const left = await countJobs(ground)
    if (left === 0) {
      return 0
    }
    if (left < least) {
      least = left
      movedAt = performance.now()
    }
    await wait(200)
  }
  return least
}

const buildFigures = (args: {
  course: Course
  crashes: string[]
  left: number
  verdict: OutboxVerdict
  wanted: Course
}): Measured[] => {
  const { course, crashes, left, verdict, wanted } = args
  const zero = (name: string, value: number, detail: string): Measured => ({
    bar: equal(0),
    detail,
    name,
    unit: '',
    value,
  })
  const every = `${median(course.intervals).toFixed(0)} ms`
  return [
    {
      bar: atLeast(wanted.kills),
      detail: `SIGKILL on one of ${WORKERS} workers, every ${every} (median)`,
      name: 'kills',
      unit: '',
      value: course.kills,
    },
    zero('messages-lost', verdict.lost, excerpt(verdict.faults)),
    {
      bar: atMost(course.kills),
      detail: 'came again under the same Message-ID',
      name: 'messages-doubled',
      unit: '',
      value: verdict.doubled,
    },
    zero('messages-strange', verdict.strange, 'mails under a Message-ID that no row knows'),
    {
      bar: atLeast(wanted.rows),
      detail: 'rows joined to the Message-IDs at the mail server',
      name: 'messages-tried',
      unit: '',
      value: verdict.tried,
    },
    zero('outbox-jobs-left', left, 'after the last kill'),
    zero('outbox-crashes', crashes.length, excerpt(crashes)),
  ]
}

const measure = async (ground: MailGround, options: GroupOptions): Promise<Measured[]> => {
  const wanted: Course = {
    intervals: [],
    kills: Math.max(FEWEST_KILLS, Math.round(KILLS * options.size)),
    rows: Math.max(FEWEST_ROWS, Math.round(ROWS * options.size)),
  }
  const file = resolve('.lunas', 'stand', 'sender.mjs')
  await bundleScript({ file, script: new URL('outbox/sender.ts', import.meta.url) })
  const random = makeRandom(options.seed + 6)
  const shared = { env: ground.settings, file, random }
  const crew = await gatherCrew({ ...shared, spare: SPARES, width: WORKERS })
  try {
    const course = await killAndFeed({ crew, ground, options, wanted })
    const left = await drain(ground)
    const verdict = await judgeOutbox({ ground, run: RUN })
    return buildFigures({ course, crashes: crew.crashes, left, verdict, wanted })
  } finally {
    await crew.stop()
  }
}

/** Workers die by the hundred while they send; no message is lost, and a repeated one says so. */
export const outbox: Group = async (options) => {
  const ground = await startMailGround()
  try {
    return await measure(ground, options)
  } finally {
    await ground.stop()
  }
}
