import { parseArgs } from 'node:util'
import { getPayload } from 'payload'

import { clock, wibDayOf, type WibDay } from '../plugin/kernel/time'
import { describeDryRun, findDay, findDryRun } from '../plugin/overdue'

const USAGE = 'Usage: npm run ladder [-- 2026-12-05] [--json] [--english]\n'

const refuse = (): never => {
  process.stderr.write(USAGE)
  process.exit(2)
}

type Asked = { day: WibDay; isEnglish: boolean; isJson: boolean }

const readArguments = (): Asked => {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { english: { type: 'boolean' }, json: { type: 'boolean' } },
    })
    const [typed, ...rest] = positionals
    const day = typed === undefined ? wibDayOf(clock.now()) : findDay(typed)
    return day && rest.length === 0
      ? { day, isEnglish: values.english ?? false, isJson: values.json ?? false }
      : refuse()
  } catch {
    return refuse()
  }
}

/** Prints what the ladder would do on a WIB day, today if none is named. Changes nothing. */
const { day, isEnglish, isJson } = readArguments()
process.env.DISABLE_PAYLOAD_HMR ??= 'true'
const { default: config } = await import('@payload-config')
const payload = await getPayload({ config, key: 'ladder' })
const run = await findDryRun(payload, day)
const text = isJson ? JSON.stringify(run, null, 2) : describeDryRun(run, isEnglish ? 'en' : 'id')
process.stdout.write(`${text}\n`, () => {
  // Payload's pool never lets the process end by itself (#11727).
  process.exit(0)
})
