import { getPayload } from 'payload'

import { checkInvariants, invariants } from '../plugin/invariants'

/** Checks every invariant of a running shop's database; ends with 1 when one is broken. */
process.env.DISABLE_PAYLOAD_HMR ??= 'true'

const { default: config } = await import('@payload-config')
const payload = await getPayload({ config, key: 'invariants' })
const breaches = await checkInvariants({ payload })

for (const { code, promise } of invariants) {
  const broken = breaches.filter((breach) => breach.code === code)
  console.log(`${broken.length === 0 ? 'holds ' : 'BROKEN'}  ${code.padEnd(3)}  ${promise}`)
  for (const { sentence } of broken.slice(0, 20)) {
    console.log(`            ${sentence}`)
  }
}
console.log(`${invariants.length} invariants, ${breaches.length} breaches`)
// Payload's pool never lets the process end by itself (#11727).
process.exit(breaches.length === 0 ? 0 : 1)
