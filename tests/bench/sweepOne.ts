import { clock } from '@/plugin/kernel/time'
import { sweepContracts } from '@/plugin/overdue'
import { openLightPayload } from '../support/outbox/lightPayload'
import { wire } from './manyContracts'

/*
 * One run of the ladder in a process of its own, as a worker does it; prints what it took. Arguments: the
 * instant at which it looks. Settings of the shop come from the environment.
 */
const now = new Date(process.argv[2] ?? '')
clock.freeze(now)
const { payload } = await openLightPayload(process.env as Record<string, string>)
wire(payload)
const from = performance.now()
const { failures, looked } = await sweepContracts(payload, now)
const seconds = (performance.now() - from) / 1000
const mb = process.resourceUsage().maxRSS / 1024
process.stdout.write(
  `\nswept=${JSON.stringify({ failures: failures.length, looked, mb, reason: String(failures[0]?.error ?? ''), seconds })}\n`,
)
process.exit(0)
