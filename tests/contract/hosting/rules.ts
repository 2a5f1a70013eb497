import { expect } from 'vitest'

import type {
  DriverOutcome,
  HostingDriver,
  ServerAccess,
  ServiceSight,
} from '@/plugin/hosting/port'

import type { NewService, Rig } from './rig'

/** What a rule is given: one rig, and ears that hear every outcome. */
export type Trial = {
  hear: <T>(outcome: DriverOutcome<T>) => DriverOutcome<T>
  rig: Rig
  /** Leaves a rule that this driver cannot be asked for. */
  skip: () => void
}

type Rule = (trial: Trial) => Promise<void>

type Verb = 'create' | 'resume' | 'suspend' | 'terminate'

const VERBS: readonly Verb[] = ['create', 'suspend', 'resume', 'terminate']

/** How a service stands before a verb, and after it. */
const STORY: Readonly<Record<Verb, { after: ServiceSight; before: ServiceSight }>> = {
  create: { after: 'on', before: 'absent' },
  resume: { after: 'on', before: 'off' },
  suspend: { after: 'off', before: 'on' },
  terminate: { after: 'absent', before: 'on' },
}

const REASON = 'Cicilan 3 belum dibayar'

const call = (
  driver: HostingDriver,
  verb: 'inspect' | Verb,
  { server, service }: { server: ServerAccess; service: NewService },
): Promise<DriverOutcome<unknown>> =>
  verb === 'suspend' ? driver.suspend(server, service, REASON) : driver[verb](server, service)

/** Speaks to the rig's server; what `create` gave as its address goes along from then on, as in the shop. */
const openDesk = ({ hear, rig }: Trial) => {
  const { driver, server } = rig
  const act = async (verb: Verb, service: NewService) => {
    const outcome = hear(await call(driver, verb, { server, service }))
    if (verb === 'create' && outcome.kind === 'ok') {
      service.reference = (outcome.value as { reference: string }).reference
    }
    return outcome
  }
  const mustDo = async (verb: Verb, service: NewService): Promise<void> => {
    const outcome = await act(verb, service)
    expect(outcome.kind, `${verb}: ${JSON.stringify(outcome)}`).toBe('ok')
  }
  const mustBe = async (sight: ServiceSight, service: NewService): Promise<void> =>
    expect(hear(await driver.inspect(server, service))).toEqual({ kind: 'ok', value: sight })
  const bring = async (sight: ServiceSight): Promise<NewService> => {
    const service = rig.newService()
    if (sight !== 'absent') await mustDo('create', service)
    if (sight === 'off') await mustDo('suspend', service)
    return service
  }
  return { act, bring, mustBe, mustDo }
}

const plain: Record<string, Rule> = {
  'a service that was never made is absent': async (trial) => {
    const { bring, mustBe } = openDesk(trial)
    await mustBe('absent', await bring('absent'))
  },
  'create makes a service that is on, with an address of its own': async (trial) => {
    const { bring, mustBe } = openDesk(trial)
    const service = await bring('on')
    expect(service.reference).not.toBe('')
    await mustBe('on', service)
  },
  'create twice makes one service': async (trial) => {
    const { bring, mustBe, mustDo } = openDesk(trial)
    const before = await trial.rig.serviceCount()
    const service = await bring('on')
    const { reference } = service
    await mustDo('create', { ...service, reference: '' })
    await mustDo('create', service)
    expect(service.reference).toBe(reference)
    await mustBe('on', service)
    expect(await trial.rig.serviceCount()).toBe(before + 1)
  },
  'create of a suspended service leaves it suspended': async (trial) => {
    const { act, bring, mustBe } = openDesk(trial)
    const service = await bring('off')
    expect(await act('create', service)).toMatchObject({ kind: 'ok' })
    await mustBe('off', service)
  },
  'two creates of one service at once make one service': async (trial) => {
    const { act, mustBe, mustDo } = openDesk(trial)
    const before = await trial.rig.serviceCount()
    const service = trial.rig.newService()
    await Promise.all([act('create', service), act('create', { ...service })])
    await mustDo('create', service)
    await mustBe('on', service)
    expect(await trial.rig.serviceCount()).toBe(before + 1)
  },
  'eight creates at once lose none': async (trial) => {
    const { mustBe, mustDo } = openDesk(trial)
    const before = await trial.rig.serviceCount()
    const services = Array.from({ length: 8 }, () => trial.rig.newService())
    await Promise.all(services.map((service) => mustDo('create', service)))
    for (const service of services) await mustBe('on', service)
    expect(await trial.rig.serviceCount()).toBe(before + 8)
  },
  'suspend switches off, and twice is as good as once': async (trial) => {
    const { bring, mustBe, mustDo } = openDesk(trial)
    const service = await bring('off')
    await mustBe('off', service)
    await mustDo('suspend', service)
    await mustBe('off', service)
  },
  'resume switches on, and of one that is on it is fine': async (trial) => {
    const { bring, mustBe, mustDo } = openDesk(trial)
    const service = await bring('off')
    await mustDo('resume', service)
    await mustBe('on', service)
    await mustDo('resume', service)
    await mustBe('on', service)
  },
  'what happens to one service happens to no other': async (trial) => {
    const { bring, mustBe, mustDo } = openDesk(trial)
    const [a, b, c] = [await bring('on'), await bring('on'), await bring('off')]
    await mustDo('suspend', a)
    await mustBe('on', b)
    await mustDo('terminate', b)
    await mustBe('off', a)
    await mustBe('off', c)
  },
  'terminate removes, also what is off, and twice is as good as once': async (trial) => {
    const { bring, mustBe, mustDo } = openDesk(trial)
    for (const service of [await bring('on'), await bring('off')]) {
      await mustDo('terminate', service)
      await mustBe('absent', service)
      await mustDo('terminate', service)
      await mustBe('absent', service)
    }
  },
  'terminate of what was never made is fine': async (trial) => {
    const { bring, mustBe, mustDo } = openDesk(trial)
    const service = await bring('absent')
    await mustDo('terminate', service)
    await mustBe('absent', service)
  },
  'a test of the way in says what it found': async ({ hear, rig }) => {
    const outcome = hear(await rig.driver.testConnection(rig.server))
    expect(outcome).toMatchObject({ kind: 'ok', value: { note: expect.any(String) as unknown } })
  },
}

const onVerbs = (
  title: (verb: Verb) => string,
  rule: (trial: Trial, verb: Verb) => Promise<void>,
): Record<string, Rule> =>
  Object.fromEntries(VERBS.map((verb) => [title(verb), (trial: Trial) => rule(trial, verb)]))

const broken: Record<string, Rule> = {
  ...onVerbs(
    (verb) => `${verb} that is done without an answer is unknown; a look tells that it was done`,
    async (trial, verb) => {
      const { act, bring, mustBe, mustDo } = openDesk(trial)
      const service = await bring(STORY[verb].before)
      trial.rig.faults.answersLost()
      expect(await act(verb, service)).toMatchObject({ kind: 'unknown' })
      trial.rig.faults.mend()
      await mustBe(STORY[verb].after, service)
      await mustDo(verb, service)
      await mustBe(STORY[verb].after, service)
    },
  ),
  ...onVerbs(
    (verb) => `${verb} that is not done and not answered is unknown; a look tells that it was not`,
    async (trial, verb) => {
      const { act, bring, mustBe, mustDo } = openDesk(trial)
      const service = await bring(STORY[verb].before)
      trial.rig.faults.silent()
      expect(await act(verb, service)).toMatchObject({ kind: 'unknown' })
      trial.rig.faults.mend()
      await mustBe(STORY[verb].before, service)
      await mustDo(verb, service)
      await mustBe(STORY[verb].after, service)
    },
  ),
  ...onVerbs(
    (verb) => `${verb} that is only said to be done is found out by a look`,
    async (trial, verb) => {
      const { act, bring, mustBe, mustDo } = openDesk(trial)
      const service = await bring(STORY[verb].before)
      trial.rig.faults.nothingDone()
      await act(verb, service)
      trial.rig.faults.mend()
      await mustBe(STORY[verb].before, service)
      await mustDo(verb, service)
      await mustBe(STORY[verb].after, service)
    },
  ),
  'a wrong credential is rejected and changes nothing': async (trial) => {
    const { bring, mustBe } = openDesk(trial)
    const { driver, wrongCredential: server } = trial.rig
    const [absent, service] = [await bring('absent'), await bring('on')]
    for (const verb of ['inspect', 'suspend', 'resume', 'terminate'] as const) {
      const outcome = trial.hear(await call(driver, verb, { server, service }))
      expect(outcome, verb).toMatchObject({ kind: 'rejected' })
    }
    expect(trial.hear(await driver.create(server, absent))).toMatchObject({ kind: 'rejected' })
    expect(trial.hear(await driver.testConnection(server))).toMatchObject({ kind: 'rejected' })
    await mustBe('on', service)
    await mustBe('absent', absent)
  },
  'a server that is away is unavailable, whatever is wanted of it': (trial) =>
    expectUnavailable(trial, trial.rig.away),
  'a server that shows another certificate is not spoken to': async (trial) => {
    const { wrongCertificate } = trial.rig
    if (!wrongCertificate) return trial.skip()
    await expectUnavailable(trial, wrongCertificate)
  },
  'wrong settings are named, and nothing is done with them': async ({ hear, rig }) => {
    const { driver, wrongSettings } = rig
    expect(driver.settingFaults(rig.server.settings)).toEqual([])
    expect(driver.settingFaults(wrongSettings)).not.toEqual([])
    const server = { ...rig.server, settings: wrongSettings }
    const outcome = hear(await driver.create(server, rig.newService()))
    expect(outcome).toMatchObject({ kind: 'rejected' })
    expect(hear(await driver.testConnection(server))).toMatchObject({ kind: 'rejected' })
  },
}

const expectUnavailable = async (trial: Trial, server: ServerAccess): Promise<void> => {
  const { bring, mustBe } = openDesk(trial)
  const { driver } = trial.rig
  const service = await bring('on')
  for (const verb of ['inspect', ...VERBS] as const) {
    const outcome = trial.hear(await call(driver, verb, { server, service }))
    expect(outcome, verb).toMatchObject({ kind: 'unavailable' })
  }
  expect(trial.hear(await driver.testConnection(server))).toMatchObject({ kind: 'unavailable' })
  await mustBe('on', service)
}

/** What holds for every driver, whatever it speaks to. */
export const rules: readonly (readonly [string, Rule])[] = Object.entries({ ...plain, ...broken })
