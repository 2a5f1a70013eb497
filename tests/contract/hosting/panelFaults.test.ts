import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Fault } from '@/dev/panels'

import type { NewService } from './rig'
import { openHestiaRig } from './rigs/hestia'
import type { PanelRig } from './rigs/panel'
import { openProxmoxRig } from './rigs/proxmox'
import { openWhmRig } from './rigs/whm'

vi.setConfig({ testTimeout: 30_000 })

type Kind = 'rejected' | 'unavailable' | 'unknown'
type Verb = 'create' | 'resume' | 'suspend' | 'terminate'

/** For each verb, a call that it makes first and that changes something. */
const PANELS = [
  {
    calls: {
      create: 'v-add-user',
      resume: 'v-unsuspend-user',
      suspend: 'v-suspend-user',
      terminate: 'v-delete-user',
    },
    id: 'hestia',
    open: openHestiaRig as () => Promise<PanelRig<unknown>>,
  },
  {
    calls: {
      create: 'createacct',
      resume: 'unsuspendacct',
      suspend: 'suspendacct',
      terminate: 'removeacct',
    },
    id: 'whm',
    open: openWhmRig as () => Promise<PanelRig<unknown>>,
  },
  {
    calls: { create: 'clone', resume: 'start', suspend: 'config.write', terminate: 'stop' },
    id: 'proxmox',
    open: openProxmoxRig as () => Promise<PanelRig<unknown>>,
  },
] as const

/** What goes wrong, and what the driver may say of it. Nothing of it was done. */
const TROUBLES: readonly (readonly [string, { kind: Fault['kind'] } & Partial<Fault>, Kind])[] = [
  ['ends the connection', { kind: 'drop' }, 'unknown'],
  ['answers with a page', { kind: 'html' }, 'unknown'],
  ['meets an error (500)', { kind: 'status', status: 500 }, 'unknown'],
  ['has its own proxy away (502)', { kind: 'status', status: 502 }, 'unknown'],
  ['takes no more calls (429)', { kind: 'status', status: 429 }, 'unavailable'],
  ['sends elsewhere (302)', { kind: 'status', status: 302 }, 'rejected'],
  ['has the token revoked', { kind: 'revoked' }, 'rejected'],
]

const before = { create: 'absent', resume: 'off', suspend: 'on', terminate: 'on' } as const
const after = { create: 'on', resume: 'on', suspend: 'off', terminate: 'absent' } as const
const verbs = ['create', 'resume', 'suspend', 'terminate'] as const

describe.each(PANELS)('a panel of $id', ({ calls, id, open }) => {
  let rig: PanelRig<unknown>

  beforeAll(async () => {
    rig = await open()
  }, 60_000)
  beforeEach(() => rig.panel.control.reset())
  afterAll(() => rig.close())

  const act = (verb: Verb, service: NewService) =>
    verb === 'suspend'
      ? rig.driver.suspend(rig.server, service, 'Cicilan 3 belum dibayar')
      : rig.driver[verb](rig.server, service)

  const seen = async (service: NewService) => {
    const outcome = await rig.driver.inspect(rig.server, service)
    return outcome.kind === 'ok' ? outcome.value : outcome
  }

  const bring = async (verb: Verb): Promise<NewService> => {
    const service = rig.newService()
    if (verb !== 'create') expect(await act('create', service)).toMatchObject({ kind: 'ok' })
    if (verb === 'resume') expect(await act('suspend', service)).toMatchObject({ kind: 'ok' })
    return service
  }

  const cases = TROUBLES.flatMap(([words, fault, kind]) =>
    verbs.map((verb) => ({ fault, kind, verb, words })),
  )

  it.each(cases)(
    'that $words at $verb: $kind, a look tells the truth, a second call heals',
    async ({ fault, kind, verb }) => {
      const service = await bring(verb)
      rig.panel.control.addFault({ call: calls[verb], ...fault })
      const outcome = await act(verb, service)
      if (outcome.kind !== 'ok') {
        expect(outcome.kind).toBe(kind)
        expect(await seen(service)).toBe(before[verb])
      }
      expect(await act(verb, service)).toMatchObject({ kind: 'ok' })
      expect(await seen(service)).toBe(after[verb])
    },
  )

  it('that never answers although it did it: unknown, a look tells the truth, a second call is fine', async () => {
    const service = await bring('suspend')
    const lost = { delayMs: 600_000, kind: 'timeout', takesEffect: true } as const
    rig.panel.control.addFault({ call: calls.suspend, ...lost })
    const outcome = await rig.impatient.suspend(rig.server, service, 'unpaid')
    // Proxmox has steps to come, so its driver looks by itself and goes on.
    expect(outcome.kind).toBe(id === 'proxmox' ? 'ok' : 'unknown')
    expect(await seen(service)).toBe('off')
    expect(await act('suspend', service)).toMatchObject({ kind: 'ok' })
  })

  it('that is slow is waited for', async () => {
    const service = rig.newService()
    rig.panel.control.addFault({ delayMs: 300, kind: 'slow', times: 2 })
    expect(await act('create', service)).toMatchObject({ kind: 'ok' })
    expect(await seen(service)).toBe('on')
  })

  it('that shows another certificate all of a sudden is not told anything', async () => {
    const service = await bring('suspend')
    rig.panel.control.setStrangeCertificate(true)
    const calls = rig.panel.control.calls().length
    expect(await act('suspend', service)).toMatchObject({ kind: 'unavailable' })
    expect(await rig.driver.testConnection(rig.server)).toMatchObject({ kind: 'unavailable' })
    expect(rig.panel.control.calls()).toHaveLength(calls)
    rig.panel.control.setStrangeCertificate(false)
    expect(await act('suspend', service)).toMatchObject({ kind: 'ok' })
  })

  it('whose token is revoked says so to a test, and nothing changes', async () => {
    const service = await bring('suspend')
    rig.panel.control.setRevoked(true)
    for (const outcome of [
      await rig.driver.testConnection(rig.server),
      await rig.driver.inspect(rig.server, service),
      await act('suspend', service),
      await act('terminate', service),
    ]) {
      expect(outcome).toMatchObject({ kind: 'rejected' })
    }
    rig.panel.control.setRevoked(false)
    expect(await seen(service)).toBe('on')
  })
})
