import type { PanelSimulator } from '@/dev/panels'
import { createSend, type Send } from '@/plugin/adapters/hosting/http'
import type { HostingDriver, ServerAccess } from '@/plugin/hosting/port'

import { createPanelCertificate } from '@/dev/panels/certificate'

import type { NewService, Rig } from '../rig'

/** What tells the three panels apart. */
type PanelKind<Store> = {
  /** Calls that change something. */
  changes: readonly string[]
  count: (store: Store) => number
  createDriver: (options: { callMs: number; send: Send }) => HostingDriver
  credential: string
  newService: () => NewService
  panel: PanelSimulator<Store>
  settings: Readonly<Record<string, unknown>>
  wrongCredential: string
  wrongSettings: Readonly<Record<string, unknown>>
}

/** A rig with its simulator, for tests that plan faults of their own. */
export type PanelRig<Store> = {
  /** The same driver, which waits two seconds for an answer. */
  impatient: HostingDriver
  panel: PanelSimulator<Store>
} & Rig

/** A driver before a simulated panel, which speaks https with its own certificate. */
export const buildPanelRig = <Store>(kind: PanelKind<Store>): PanelRig<Store> => {
  const { changes, count, credential, newService, panel, settings } = kind
  const { control } = panel
  const plan = (fault: Parameters<typeof control.addFault>[0]) =>
    changes.forEach((call) => control.addFault({ call, times: 0, ...fault }))
  const server: ServerAccess = {
    address: panel.address,
    certificate: panel.certificate,
    credential,
    id: 'server-1',
    name: 'panel-1',
    settings,
  }
  const stranger = createPanelCertificate('stranger', new Date('2026-11-23T03:00:00Z'))
  // Port 1 is allowed, but nobody listens there.
  const send = createSend({ allowPrivate: [`127.0.0.1:${panel.port}`, '127.0.0.1:1'] })
  return {
    away: { ...server, address: 'https://127.0.0.1:1' },
    close: panel.close,
    driver: kind.createDriver({ callMs: 20_000, send }),
    faults: {
      answersLost: () => plan({ kind: 'drop', takesEffect: true }),
      mend: () => control.clearFaults(),
      nothingDone: () => plan({ kind: 'notDone' }),
      silent: () => plan({ kind: 'drop' }),
    },
    impatient: kind.createDriver({ callMs: 2_000, send }),
    newService,
    panel,
    server,
    serviceCount: () => Promise.resolve(count(control.store())),
    wrongCertificate: { ...server, certificate: stranger.certificate },
    wrongCredential: { ...server, credential: kind.wrongCredential },
    wrongSettings: kind.wrongSettings,
  }
}
