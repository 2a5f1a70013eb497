import type {
  DriverOutcome,
  HostingDriver,
  ServerAccess,
  ServiceTarget,
} from '../../../hosting/port'

import { type ManualSettings, readSettings } from './settings'
import { STEPS, type Verb } from './steps'

type Task = Extract<DriverOutcome, { kind: 'needsAction' | 'rejected' }>

/** What a person has to know before the first step. */
const introduce = (
  { contact, site }: ManualSettings,
  { server, target }: { server: ServerAccess; target: ServiceTarget },
): string => {
  const [domain] = target.hosts
  const facts = [
    `Layanan ${target.name}`,
    domain && `domain ${domain}`,
    `paket ${target.package}`,
    `server ${server.name}`,
    site && `lokasi ${site}`,
    target.reference && `nomor ${target.reference}`,
  ]
  const known = facts.filter(Boolean).join(', ')
  return contact ? `${known}. Petugas di lokasi: ${contact}.` : `${known}.`
}

const buildTask = (
  verb: Verb,
  { reason, server, target }: { reason?: string; server: ServerAccess; target: ServiceTarget },
): Task => {
  const read = readSettings(server.settings)
  if ('faults' in read) {
    return { kind: 'rejected', reason: `settings: ${read.faults.join('; ')}` }
  }
  const { settings } = read
  const words: Readonly<Record<string, string>> = {
    '{domain}': target.hosts[0] ?? 'domainnya',
    '{unit}': target.name,
  }
  const steps = STEPS[settings.kind][verb].map((step) =>
    step.replace(/\{domain\}|\{unit\}/g, (word) => words[word] ?? word),
  )
  const why = reason === undefined ? [] : [`Alasan: ${reason}.`]
  return {
    kind: 'needsAction',
    steps: [introduce(settings, { server, target }), ...why, ...steps],
  }
}

/**
 * Services that people look after, such as racks and machines: every verb is a list of steps, and only a
 * person who has looked can say how something stands.
 */
export const createManualDriver = (): HostingDriver => ({
  create: async (server, target) => buildTask('create', { server, target }),
  id: 'manual',
  inspect: async (server, target) => buildTask('inspect', { server, target }),
  resume: async (server, target) => buildTask('resume', { server, target }),
  settingFaults: (settings) => {
    const read = readSettings(settings)
    return 'faults' in read ? read.faults : []
  },
  suspend: async (server, target, reason) => buildTask('suspend', { reason, server, target }),
  terminate: async (server, target) => buildTask('terminate', { server, target }),
  testConnection: async (server) => {
    const read = readSettings(server.settings)
    return 'faults' in read
      ? { kind: 'rejected', reason: `settings: ${read.faults.join('; ')}` }
      : { kind: 'ok', value: { note: 'Tidak ada sambungan: petugas yang mengerjakan.' } }
  },
})
