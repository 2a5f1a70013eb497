import type { DriverOutcome, HostingDriver, ServerAccess } from '../../../hosting/port'

import { type DriverOptions, faultsOf, runVerb } from '../panels'
import type { ProxmoxWay } from './api'
import { testProxmox } from './connection'
import { createGuest } from './create'
import { proxmoxSettings } from './settings'
import { inspectGuest, removeGuest, resumeGuest, suspendGuest } from './switch'

/** What the driver is made of. */
export type ProxmoxOptions = {
  /** Milliseconds between two looks at a task. Default 700. */
  pauseMs?: number
} & DriverOptions

/** Speaks the API of Proxmox VE. The credential of a server is a token, `USER@REALM!ID=SECRET`. */
export function createProxmoxDriver(options: ProxmoxOptions): HostingDriver {
  const { callMs = 10_000, pauseMs = 700, send } = options
  const run = <T>(
    server: ServerAccess,
    work: (way: ProxmoxWay) => Promise<DriverOutcome<T>>,
  ): Promise<DriverOutcome<T>> =>
    runVerb({
      schema: proxmoxSettings,
      server,
      work: (settings, signal) => work({ callMs, pauseMs, send, server, settings, signal }),
    })
  return {
    create: (server, target) => run(server, (way) => createGuest(way, target)),
    id: 'proxmox',
    inspect: (server, target) => run(server, (way) => inspectGuest(way, target)),
    resume: (server, target) => run(server, (way) => resumeGuest(way, target)),
    settingFaults: (settings) => faultsOf(proxmoxSettings, settings),
    suspend: (server, target) => run(server, (way) => suspendGuest(way, target)),
    terminate: (server, target) => run(server, (way) => removeGuest(way, target)),
    testConnection: (server) => run(server, testProxmox),
  }
}
