import type { Stand } from '../support/stand'
import type { Traffic } from './traffic/traffic'

import { equal, type Measured } from '../support/figures/row'
import { heal, type Healed } from './heal'
import { gatherFacts } from './oracle/facts'
import { type Checked, checkStand } from './oracle/invariants'
import { countRepeatedMails, judgeMails } from './oracle/mails'
import { judgeBooks } from './oracle/money'
import { openFindings, type Verdict } from './oracle/verdict'

/** What a run has come to. */
export type Judgement = {
  /** Figures that every chaos group reports beside its own. */
  figures: Measured[]
  purchases: number
  repeatedMails: number
  verdict: Verdict
}

/** The first few sentences of many. */
export const excerpt = (sentences: readonly string[]): string => sentences.slice(0, 3).join('; ')

const say = (title: string, sentences: readonly string[]): void => {
  for (const sentence of sentences.slice(0, 40)) {
    process.stderr.write(`${title}: ${sentence}\n`)
  }
}

const buildFigures = (args: {
  healed: Healed
  invariants: Checked
  name: string
  traffic: Traffic
}): Measured[] => {
  const { healed, invariants, name, traffic } = args
  const zero = (figure: string, value: number, detail = ''): Measured => ({
    bar: equal(0),
    detail,
    name: `${name}-${figure}`,
    unit: '',
    value,
  })
  return [
    zero('invariants-broken', invariants.breaches, `${invariants.checked} invariants`),
    zero('purchases-failed', traffic.failures.length, excerpt(traffic.failures)),
    zero('jobs-left', healed.stuck, 'not run to their end after all is up again'),
    zero('jobs-dead', healed.dead, 'given up'),
  ]
}

/** Ends the traffic, lets the shop heal, and holds everything acknowledged against what is there. */
export const judgeStand = async (args: {
  name: string
  stand: Stand
  traffic: Traffic
}): Promise<Judgement> => {
  const { name, stand, traffic } = args
  const { acknowledged } = traffic.market
  await traffic.stop()
  const healed = await heal({ market: traffic.market, stand })
  const facts = await gatherFacts({ invoices: healed.invoices, stand })
  const findings = openFindings()
  judgeBooks({ acknowledged, facts, findings })
  judgeMails({ acknowledged, facts, findings })
  for (const id of healed.onlySwept) {
    findings.mustBe(false, `callback of ${id} was taken but only the sweep brought its money home`)
  }
  const invariants = await checkStand(stand.settings)
  say('lost', findings.lost)
  say('doubled', findings.doubled)
  say('failed', traffic.failures)
  say('invariants', invariants.breaches > 0 ? [invariants.report] : [])
  return {
    figures: buildFigures({ healed, invariants, name, traffic }),
    purchases: acknowledged.orders.length,
    repeatedMails: countRepeatedMails(facts),
    verdict: findings,
  }
}
