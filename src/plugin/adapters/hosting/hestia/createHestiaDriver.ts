import type { DriverOutcome, HostingDriver, ServerAccess } from '../../../hosting/port'

import { type DriverOptions, faultsOf, runVerb } from '../panels'
import { type HestiaCall, type HestiaWay, openHestia } from './api'
import { testHestia } from './connection'
import { createUser } from './create'
import { hestiaSettings } from './settings'
import { inspectUser, removeUser, resumeUser, suspendUser } from './switch'

/** Speaks the API of HestiaCP. The credential of a server is an access key, `ACCESS:SECRET`. */
export function createHestiaDriver({ callMs = 20_000, send }: DriverOptions): HostingDriver {
  const run = <T>(
    server: ServerAccess,
    work: (call: HestiaCall, way: HestiaWay) => Promise<DriverOutcome<T>>,
  ): Promise<DriverOutcome<T>> =>
    runVerb({
      schema: hestiaSettings,
      server,
      work: (settings, signal) => {
        const way = { callMs, send, server, settings, signal }
        return work(openHestia(way), way)
      },
    })
  return {
    create: (server, target) => run(server, (call, way) => createUser(way, call, target)),
    id: 'hestia',
    inspect: (server, target) => run(server, (call) => inspectUser(call, target)),
    resume: (server, target) => run(server, (call) => resumeUser(call, target)),
    settingFaults: (settings) => faultsOf(hestiaSettings, settings),
    suspend: (server, target) => run(server, (call) => suspendUser(call, target)),
    terminate: (server, target) => run(server, (call) => removeUser(call, target)),
    testConnection: (server) => run(server, (call, way) => testHestia(way, call)),
  }
}
