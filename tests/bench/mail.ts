import type { Group, GroupOptions } from '../support/figures/program'

import { atLeast, equal, type Measured } from '../support/figures/row'
import { median } from '../support/load/samples'
import { type MailGround, startMailGround } from '../support/outbox/ground'
import { judgeOutbox, type OutboxVerdict } from '../support/outbox/judge'
import { describeCpu } from '../support/stand/cpu'
import { type Round, type Side, startBare, startOurs } from './mailSides'

/** As many as the shop's own transport opens. */
const CONNECTIONS = 5
const ROUNDS = 5
/** Mails per round and side, at full size. */
const MAILS = 2_000
const FEWEST_MAILS = 200
const WARM = 300

type Rounds = {
  bare: Round[]
  cpu: string
  ours: Round[]
  total: number
  verdicts: OutboxVerdict[]
}

const runRounds = async (args: {
  bare: Side
  ground: MailGround
  ours: Side
  total: number
}): Promise<Rounds> => {
  const { bare, ground, ours, total } = args
  const rounds: Rounds = { bare: [], cpu: '', ours: [], total, verdicts: [] }
  await ours.send({ run: 'warm', total: WARM })
  await bare.send({ run: 'warm', total: WARM })
  for (let index = 0; index < ROUNDS; index++) {
    const order = { run: `round-${index}`, total }
    const before = ground.cpu()
    const our = await ours.send(order)
    rounds.cpu = describeCpu({ after: ground.cpu(), before, count: total })
    rounds.ours.push(our)
    rounds.verdicts.push(await judgeOutbox({ ground, run: order.run }))
    const their = await bare.send(order)
    rounds.bare.push(their)
    process.stderr.write(`mail: ${our.rate.toFixed(0)}/s beside ${their.rate.toFixed(0)}/s\n`)
  }
  return rounds
}

const measure = async (ground: MailGround, options: GroupOptions): Promise<Measured[]> => {
  const total = Math.max(FEWEST_MAILS, Math.round(MAILS * options.size))
  const ours = await startOurs(ground)
  const bare = await startBare(ground, CONNECTIONS)
  try {
    return buildFigures(await runRounds({ bare, ground, ours, total }))
  } finally {
    ours.stop()
    bare.stop()
  }
}

const buildFigures = ({ bare, cpu, ours, total, verdicts }: Rounds): Measured[] => {
  const ratios = ours.map(({ rate }, round) => rate / (bare[round]?.rate ?? Number.NaN))
  const baseline = median(bare.map(({ rate }) => rate))
  const bytes = (rounds: Round[]): string => `${(rounds[0]?.bytes ?? 0).toFixed(0)} bytes`
  const sum = (name: 'doubled' | 'lost' | 'strange' | 'tried'): number =>
    verdicts.reduce((all, verdict) => all + verdict[name], 0)
  const count = (name: string, value: number, wanted: number): Measured => ({
    bar: equal(wanted),
    detail: 'rows of the outbox joined to the Message-IDs at the mail server',
    name,
    unit: '',
    value,
  })
  return [
    {
      bar: atLeast(0.7),
      baseline,
      detail: `${ROUNDS} interleaved rounds of ${total}: ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}; baseline nodemailer’s pool alone, ${CONNECTIONS} connections, ${bytes(bare)} each`,
      name: 'mail-ratio',
      unit: '',
      value: median(ratios),
    },
    {
      bar: atLeast(100),
      baseline,
      detail: `one worker, ${CONNECTIONS} connections, ${bytes(ours)} each; ${cpu}`,
      name: 'mail-rate',
      unit: '/s',
      value: median(ours.map(({ rate }) => rate)),
    },
    count('mail-lost', sum('lost'), 0),
    count('mail-doubled', sum('doubled') + sum('strange'), 0),
    count('mail-tried', sum('tried'), ROUNDS * total),
  ]
}

/** Mails per second of the whole outbox, against nodemailer's pool alone. */
export const mail: Group = async (options) => {
  const ground = await startMailGround()
  try {
    return await measure(ground, options)
  } finally {
    await ground.stop()
  }
}
