import { findMissingDisbursementSettings } from './disbursement'
import { findMissingDkimSettings } from './mail'
import { environmentSchema, type Environment, type EnvironmentName } from './schema'
import { demoApiKey, demoChat, demoMerchantCode, findStandIns } from './standIns'
import { findMissingSpkSettings } from './spk'
import { findMissingBucketSettings } from './storage'
import { findMissingChatSettings } from './whatsapp'

export type { Environment } from './schema'

/** Text settings by name, as `process.env` holds them. */
export type EnvironmentSource = Readonly<Record<string, string | undefined>>

/**
 * Values that let `next build` load the shop's code without a database, a gateway or a mail server.
 * They exist only in the build phase: nothing is asked of these addresses while building.
 */
const buildPhaseValues: EnvironmentSource = {
  ...demoChat,
  DATABASE_URL: 'postgres://build:build@127.0.0.1:1/build',
  DUITKU_API_KEY: demoApiKey,
  DUITKU_MERCHANT_CODE: demoMerchantCode,
  MAIL_FROM: 'build@localhost.invalid',
  PAYLOAD_SECRET: 'only-while-building-never-at-run-time',
  SERVER_URL: 'http://localhost:3000',
  SMTP_URL: 'smtp://127.0.0.1:1',
}

/** `next build` sets this; `next start` sets another phase. */
const isBuildPhase = (source: EnvironmentSource): boolean =>
  source.NEXT_PHASE === 'phase-production-build'

const withoutEmpty = (source: EnvironmentSource): Record<string, string> =>
  Object.fromEntries(
    Object.entries(source).flatMap(([name, value]) => {
      const text = value?.trim() ?? ''
      return text === '' ? [] : [[name, text]]
    }),
  )

/** Names every fault of the settings in plain words; an empty list means that they can be used. */
export const findEnvironmentFaults = (source: EnvironmentSource): string[] => {
  const values = withoutEmpty(source)
  const parsed = environmentSchema.safeParse(values)
  if (!parsed.success) {
    return parsed.error.issues.map(({ message, path }) => {
      const name = String(path[0])
      return name in values ? `${name} ${message}` : `${name} is missing`
    })
  }
  const missing = [
    ...findMissingBucketSettings(values),
    ...findMissingChatSettings(values),
    ...findMissingDisbursementSettings(values),
    ...findMissingDkimSettings(values),
    ...findMissingSpkSettings(values),
  ]
  if (missing.length > 0) {
    return missing
  }
  if (parsed.data.NODE_ENV !== 'production' || parsed.data.LUNAS_DEMO || isBuildPhase(source)) {
    return []
  }
  return findStandIns(parsed.data).map(
    ({ name, reason }) =>
      `${name} ${reason}; set the real one, or LUNAS_DEMO=1 for a demonstration`,
  )
}

/** Checks the settings and returns them frozen. Throws one error that lists every fault. */
export const parseEnvironment = (source: EnvironmentSource): Environment => {
  const given = withoutEmpty(source)
  const values = isBuildPhase(source) ? { ...buildPhaseValues, ...given } : given
  const faults = findEnvironmentFaults(values)
  if (faults.length > 0) {
    const lines = faults.map((fault) => `  - ${fault}`).join('\n')
    throw new Error(`The environment cannot be used (see .env.example):\n${lines}`)
  }
  return Object.freeze(environmentSchema.parse(values))
}

let settings: Environment | undefined

const readSettings = (): Environment => (settings ??= parseEnvironment(process.env))

const isName = (name: string | symbol): name is EnvironmentName =>
  typeof name === 'string' && name in environmentSchema.shape

/** The settings of this process: read and checked at the first use, the same ever after. */
export const env: Environment = new Proxy({} as Environment, {
  get: (_, name) => (isName(name) ? readSettings()[name] : undefined),
  getOwnPropertyDescriptor: (_, name) =>
    isName(name)
      ? { configurable: true, enumerable: true, value: readSettings()[name] }
      : undefined,
  has: (_, name) => isName(name),
  ownKeys: () => Object.keys(environmentSchema.shape),
  set: () => false,
})
