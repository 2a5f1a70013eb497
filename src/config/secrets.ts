import type { Environment } from './schema'

/** A key of several lines is recognised by each of them: logs may join them differently. */
const linesOf = (pem: string): string[] =>
  pem.split(/\s*\n\s*/).filter((line) => line !== '' && !line.startsWith('-----'))

/** Every secret among the settings: what no log line may repeat. */
export const shopSecrets = (settings: Environment): string[] => [
  settings.DUITKU_API_KEY,
  ...settings.DUITKU_PREVIOUS_API_KEYS,
  settings.PAYLOAD_SECRET,
  new URL(settings.SMTP_URL).password,
  ...linesOf(settings.MAIL_DKIM_KEY ?? ''),
  ...[
    settings.DUITKU_DISBURSEMENT_SECRET,
    settings.FONNTE_TOKEN,
    settings.GATE_TOKEN,
    settings.PERURI_PASSWORD,
    settings.S3_SECRET_ACCESS_KEY,
    settings.SPK_SEAL_P12,
    settings.SPK_SEAL_PASSPHRASE || undefined,
    settings.WHATSAPP_CLOUD_SECRET,
    settings.WHATSAPP_CLOUD_TOKEN,
    settings.WHATSAPP_CLOUD_VERIFY,
  ].filter((secret) => secret !== undefined),
]
