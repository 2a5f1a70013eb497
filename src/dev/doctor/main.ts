import { parseArgs } from 'node:util'
import { type Environment, findEnvironmentFaults, parseEnvironment } from '../../config/env'
import { machineChecks } from './machine'
import { serviceChecks } from './services'
import { publicAddressCheck, settingsCheck, standInCheck } from './settings'
import { testMailCheck } from './testMail'
import { describeFindings, runChecks } from './verdict'

const readSettings = (): Environment | undefined =>
  findEnvironmentFaults(process.env).length === 0 ? parseEnvironment(process.env) : undefined

const readArguments = (): { mailTo?: string } => {
  try {
    const { values } = parseArgs({ options: { 'mail-to': { type: 'string' } } })
    return values['mail-to'] === undefined ? {} : { mailTo: values['mail-to'] }
  } catch {
    process.stderr.write('Usage: npm run doctor [-- --mail-to you@example.id]\n')
    process.exit(2)
  }
}

const { mailTo } = readArguments()
const settings = readSettings()
const findings = await runChecks([
  ...machineChecks(settings),
  settingsCheck,
  ...(settings
    ? [
        standInCheck(settings),
        publicAddressCheck(settings),
        ...serviceChecks(settings),
        ...(mailTo === undefined ? [] : [testMailCheck({ settings, to: mailTo })]),
      ]
    : []),
])
const failed = findings.filter(({ verdict }) => verdict === 'FAIL').length

process.stdout.write(`${describeFindings(findings)}\n`)
if (!settings) {
  process.stdout.write(
    'Database, Duitku, mail and WhatsApp were not asked: the settings come first.\n',
  )
}
process.exit(failed > 0 ? 1 : 0)
