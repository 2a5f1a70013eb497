import type { DriverOutcome, HostingDriver, ServerAccess } from '../../../hosting/port'
import { type DriverOptions, faultsOf, runVerb } from '../panels'
import { openWhm, type WhmCall, type WhmWay } from './api'
import { openSession, testWhm } from './connection'
import { createAccount } from './create'
import { whmSettings } from './settings'
import { inspectAccount, removeAccount, resumeAccount, suspendAccount } from './switch'

/** Speaks WHM API 1 of cPanel. The credential of a server is the token of `settings.username`. */
export function createWhmDriver({ callMs = 20_000, send }: DriverOptions): HostingDriver {
  const run = <T>(
    server: ServerAccess,
    work: (call: WhmCall, way: WhmWay) => Promise<DriverOutcome<T>>,
  ): Promise<DriverOutcome<T>> =>
    runVerb({
      schema: whmSettings,
      server,
      work: (settings, signal) => {
        const way = { callMs, send, server, settings, signal }
        return work(openWhm(way), way)
      },
    })
  return {
    create: (server, target) => run(server, (call, way) => createAccount(way, call, target)),
    id: 'whm',
    inspect: (server, target) => run(server, (call) => inspectAccount(call, target)),
    resume: (server, target) => run(server, (call) => resumeAccount(call, target)),
    settingFaults: (settings) => faultsOf(whmSettings, settings),
    signOn: (server, target) => run(server, (call) => openSession(call, target)),
    suspend: (server, target, reason) =>
      run(server, (call) => suspendAccount(call, target, reason)),
    terminate: (server, target) => run(server, (call) => removeAccount(call, target)),
    testConnection: (server) => run(server, (call, way) => testWhm(way, call)),
  }
}
