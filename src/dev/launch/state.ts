import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'

import { type Authority, createAuthority } from '../peruri/stamping'
import { makeSealSettings, type SealSettings } from '../seal'

/** The folder in which the launcher keeps what must survive a restart; never committed. */
export type State = {
  folder: string
  path: (name: string) => string
  read: <T>(name: string) => T | undefined
  remove: (name: string) => void
  write: (name: string, value: unknown) => void
}

/** Random secrets of this one demo shop, made once. */
export type Secrets = { gateToken: string; payloadSecret: string; postgresPassword: string }

/** The seal of this one demo shop, made once: another key would be another shop's. */
const readSealSettings = (state: State): SealSettings => {
  const kept = state.read<SealSettings>('seal.json')
  if (kept) {
    return kept
  }
  const made = makeSealSettings({ at: new Date(), name: 'Lunas (demo)' })
  state.write('seal.json', made)
  return made
}

/**
 * Opens the state folder (`.lunas`, or `LUNAS_STATE` for a second shop beside the first). Others
 * may pass through it, since Postgres runs as another account under root; its files are ours alone.
 */
export const openState = (folder = process.env.LUNAS_STATE || '.lunas'): State => {
  const root = resolve(folder)
  mkdirSync(root, { recursive: true })
  chmodSync(root, 0o711)
  const path = (name: string) => join(root, name)
  return {
    folder: root,
    path,
    read: <T>(name: string) => {
      try {
        return JSON.parse(readFileSync(path(name), 'utf8')) as T
      } catch {
        return undefined
      }
    },
    remove: (name) => rmSync(path(name), { force: true }),
    write: (name, value) => {
      writeFileSync(path(`${name}.new`), `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
      renameSync(path(`${name}.new`), path(name))
    },
  }
}

/** File in which the e-Meterai simulator finds its certificates. */
export const AUTHORITY_FILE = 'meterai.json'

/** Where the chain of the simulator's specimens ends: what the demo shop trusts, and nobody else. */
const readMeteraiRoots = (state: State): string => {
  const kept = state.read<Authority>(AUTHORITY_FILE)
  const authority = kept ?? createAuthority({ environment: 'staging', now: new Date() })
  if (!kept) {
    state.write(AUTHORITY_FILE, authority)
  }
  return authority.roots.join('\n')
}

/** Keys of stand-ins take seconds to be made the first time: only where there is one that needs them. */
export const readStandInKeys = (
  state: State,
  standIns: readonly string[],
): { meteraiRoots?: string; seal?: SealSettings } => ({
  ...(standIns.includes('stamps') ? { meteraiRoots: readMeteraiRoots(state) } : {}),
  ...(standIns.length > 0 ? { seal: readSealSettings(state) } : {}),
})

/** Reads the secrets of this shop, and makes them the first time. */
export const readSecrets = (state: State): Secrets => {
  const kept = state.read<Partial<Secrets>>('secrets.json')
  if (!kept && existsSync(state.path('secrets.json'))) {
    throw new Error(
      `${state.path('secrets.json')} is damaged; remove ${state.folder} to begin anew.`,
    )
  }
  // A shop that is older than one of its secrets gets that one and keeps the others.
  const secrets = {
    gateToken: randomBytes(32).toString('base64url'),
    payloadSecret: randomBytes(32).toString('base64url'),
    postgresPassword: randomBytes(24).toString('base64url'),
    ...kept,
  }
  if (Object.keys(secrets).length > Object.keys(kept ?? {}).length) {
    state.write('secrets.json', secrets)
  }
  return secrets
}
