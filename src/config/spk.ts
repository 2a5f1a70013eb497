import type { LunasOptions } from '../plugin'
import type { Environment } from './schema'

type Values = Readonly<Record<string, string | undefined>>

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** Names what is missing of an account that is set up by half, in plain words. */
export const findMissingSpkSettings = (values: Values): string[] => {
  const names = ['PERURI_USER', 'PERURI_PASSWORD'] as const
  const missing = names.filter((name) => (values[name] ?? '').trim() === '')
  return missing.length === names.length
    ? []
    : missing.map((name) => `${name} is missing; e-Meterai need both or none`)
}

/** The settings of agreements as the plugin takes them. */
export const spkOptions = (settings: Environment): NonNullable<LunasOptions['spk']> => {
  const {
    SPK_METERAI_ROOTS: roots,
    SPK_SEAL_P12: p12,
    SPK_SEAL_PASSPHRASE: passphrase,
    SPK_TAKES_SPECIMENS: takesSpecimens,
  } = settings
  return {
    roots: roots?.match(CERTIFICATE) ?? [],
    ...(p12 ? { seal: { p12: p12.replaceAll(/\s/g, ''), passphrase } } : {}),
    takesSpecimens,
  }
}

/** Who affixes e-Meterai: the account at Peruri, or staff by hand. */
export const stampOptions = (settings: Environment): NonNullable<LunasOptions['stamp']> => {
  const { PERURI_PASSWORD: password, PERURI_USER: user } = settings
  return user && password
    ? {
        backendUrl: settings.PERURI_BACKEND_URL,
        id: 'peruri',
        password,
        serialUrl: settings.PERURI_SERIAL_URL,
        signUrl: settings.PERURI_SIGN_URL,
        uploadUrl: settings.PERURI_UPLOAD_URL,
        user,
      }
    : { id: 'manual' }
}
