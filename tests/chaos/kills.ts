import { join } from 'node:path'

import type { Group, GroupOptions } from '../support/figures/program'

import { atLeast, atMost, equal, type Measured } from '../support/figures/row'
import { makeRandom } from '../support/load/random'
import { percentile } from '../support/load/samples'
import type { Stand } from '../support/stand'
import { onGround } from './ground'
import { excerpt, type Judgement, judgeStand } from './judge'
import { type DeathBook, killAgainAndAgain, makeTally, openDeathBook, type Tally } from './killer'
import { webPoints, workerPoints } from './marks/points'
import { startTraffic, type Traffic } from './traffic/traffic'

const KILLS = 200
/** Few enough for every test run, enough to die on both sides of both programs. */
const FEWEST_KILLS = 8
/** The web server's part; the worker does more and dies more often. */
const WEB_PART = 0.45

/** Says every half minute how far it has come. */
const reportProgress = (args: { tally: Tally; traffic: Traffic; wanted: number }): (() => void) => {
  const { tally, traffic, wanted } = args
  const timer = setInterval(() => {
    const { orders, paid } = traffic.market.acknowledged
    process.stderr.write(
      `${tally.kills} of ${wanted} kills, ${orders.length} orders, ${paid.length} seen paid\n`,
    )
  }, 30_000)
  return () => clearInterval(timer)
}

const killBoth = async (args: {
  book: DeathBook
  options: GroupOptions
  stand: Stand
  tally: Tally
  wanted: number
}): Promise<void> => {
  const { book, options, stand, tally, wanted } = args
  const web = Math.round(wanted * WEB_PART)
  const shared = { book, tally }
  await Promise.all([
    killAgainAndAgain({
      ...shared,
      breathMs: 800,
      name: 'web',
      points: webPoints,
      program: stand.web,
      random: makeRandom(options.seed + 2),
      times: web,
    }),
    killAgainAndAgain({
      ...shared,
      // Long enough to give back what the one before it held.
      breathMs: 1_800,
      name: 'worker',
      points: workerPoints,
      program: stand.worker,
      random: makeRandom(options.seed + 3),
      times: wanted - web,
    }),
  ])
}

const buildFigures = (args: {
  book: DeathBook
  judgement: Judgement
  tally: Tally
  wanted: number
}): Measured[] => {
  const { book, judgement, tally, wanted } = args
  const { purchases, repeatedMails, verdict } = judgement
  const points = webPoints.length + workerPoints.length
  const secondsAt = (part: number): number => percentile(tally.recoveries, part) / 1000
  const median = secondsAt(0.5).toFixed(1)
  const figure = (name: string, value: number, rest: Partial<Measured>): Measured => ({
    name,
    unit: '',
    value,
    ...rest,
  })
  const killed = `SIGKILL on web and worker during ${purchases} purchases`
  return [
    figure('kills', tally.kills, { bar: atLeast(wanted), detail: killed }),
    figure('effects-lost', verdict.lost.length, { bar: equal(0), detail: excerpt(verdict.lost) }),
    figure('effects-doubled', verdict.doubled.length, {
      bar: equal(0),
      detail: excerpt(verdict.doubled),
    }),
    figure('effects-tried', verdict.tried, { bar: atLeast(wanted), detail: 'things looked at' }),
    figure('kill-points', book.points().size, {
      bar: atLeast(Math.min(points, Math.round(wanted * 0.6))),
      detail: `of ${points}, each before or after a statement, a commit, a call, an answer, a mail`,
    }),
    figure('kill-points-abandoned', tally.abandoned.length, {
      bar: equal(0),
      detail: `armed in vain again and again: ${excerpt(tally.abandoned)}`,
    }),
    figure('mails-doubled', repeatedMails, {
      bar: atMost(tally.kills),
      detail: 'came twice with the same Message-ID',
    }),
    figure('kill-crashes', tally.crashes.length, { bar: equal(0), detail: excerpt(tally.crashes) }),
    figure('kill-recovery-p99', secondsAt(0.99), {
      detail: `from the death until the restarted program works; median ${median} s`,
      unit: 's',
    }),
    ...judgement.figures,
  ]
}

const measure = async (stand: Stand, options: GroupOptions): Promise<Measured[]> => {
  const wanted = Math.max(FEWEST_KILLS, Math.round(KILLS * options.size))
  const book = openDeathBook(join('.lunas', 'stand', 'deaths.txt'))
  const tally = makeTally()
  const traffic = startTraffic({ name: 'kills', pauseMs: 700, seed: options.seed, stand, width: 8 })
  const stopReport = reportProgress({ tally, traffic, wanted })
  try {
    await killBoth({ book, options, stand, tally, wanted })
  } finally {
    stopReport()
  }
  const judgement = await judgeStand({ name: 'kills', stand, traffic })
  return buildFigures({ book, judgement, tally, wanted })
}

/** Web server and worker die again and again at known points; nothing may be lost or done twice. */
export const kills: Group = (options) => onGround((stand) => measure(stand, options))
