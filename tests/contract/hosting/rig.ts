import { randomInt } from 'node:crypto'

import type { HostingDriver, ServerAccess, ServiceTarget } from '@/plugin/hosting/port'

/** A service that was never made, with the password of its first day. */
export type NewService = { password: string } & ServiceTarget

/** What a server can be made to do wrong. Calls that only look are answered as ever. */
export type Faults = {
  /** Calls that change something are done, and their answer never comes. */
  answersLost: () => void
  /** Everything is as it should be again. */
  mend: () => void
  /** Calls that change something are answered as done, and nothing is done. */
  nothingDone: () => void
  /** Calls that change something are heard, not done, and never answered. */
  silent: () => void
}

/** One driver and a server that it is tried on. Calls of the driver time out after 2 s or so. */
export type Rig = {
  /** The same server, at an address where nobody listens. */
  away: ServerAccess
  close: () => Promise<void>
  driver: HostingDriver
  faults: Faults
  newService: () => NewService
  server: ServerAccess
  /** How many services of ours are on the server, ended ones not counted. */
  serviceCount: () => Promise<number>
  /** The same server, shown as one with another certificate; none where there is no TLS. */
  wrongCertificate?: ServerAccess
  /** The same server, with a credential that it does not know. */
  wrongCredential: ServerAccess
  /** Settings that the driver cannot work with. */
  wrongSettings: Readonly<Record<string, unknown>>
}

/** A rig that can be opened here; `isMissing`: what it needs is not installed. */
export type RigSource = { id: string; isMissing?: boolean; open: () => Promise<Rig> }

/** Draws a service with a name of its own, with www and an alias. */
export const drawService = (fields: Partial<NewService> = {}): NewService => {
  const letters = Array.from({ length: 7 }, () => randomInt(36).toString(36)).join('')
  const name = `u${letters}`
  return {
    email: 'budi@contoh.id',
    hosts: [`${name}.contoh.id`, `www.${name}.contoh.id`, `${name}.sample.net`],
    id: `0199-${name}`,
    name,
    ownerUrl: `https://toko.example/masuk-bayar?host=${name}.contoh.id`,
    package: 'starter',
    password: `Rahasia-${letters}-9xQ`,
    reference: '',
    ...fields,
  }
}
