import { randomUUID } from 'node:crypto'

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import {
  agreeTermination,
  findHostingTodos,
  finishTask,
  proposeTermination,
  showSecrets,
  withdrawTermination,
} from '@/plugin/hosting'
import { endExports } from '@/plugin/hosting/ending/terminate'
import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { countRows } from '../../support/books'
import { makeHostingDesk } from '../../support/hostingDesk'
import { drawPicture } from '../../support/problems'
import { useShop } from '../../support/useShop'

const inUse = useShop({ MAIL_ADMIN: 'admin@lunas.test' })
const desk = makeHostingDesk(inUse)
const { panel } = desk

const DAY = 86_400_000
const one = { id: randomUUID(), label: 'Sari', role: 'admin' } as const
const two = { id: randomUUID(), label: 'Tono', role: 'admin' } as const
const reason = 'Pelanggan pindah'

let rack = ''

beforeAll(async () => {
  await desk.enter()
  rack = await desk.addServer({ driver: 'manual', region: 'Rak' })
  await desk.addServer()
})
beforeEach(() => {
  panel.heal()
})
afterEach(() => {
  clock.release()
})

const propose = (accountId: string) =>
  proposeTermination(inUse.shop.payload, { accountId, actor: one, reason })

const agree = (accountId: string, actor: typeof one | typeof two) =>
  agreeTermination(inUse.shop.payload, { accountId, actor })

describe('The end of a service', () => {
  it('needs two people, leaves the days of export, and is then seen before it is told', async () => {
    const { account, token } = await desk.running()
    expect(await propose(account.id)).toBe('asked')
    await expect(agree(account.id, one)).rejects.toMatchObject({ code: 'hosting.secondPerson' })
    expect(await agree(account.id, two)).toBe('exporting')
    expect(await desk.account(token)).toMatchObject({ exportUntil: '2026-12-19', wanted: 'on' })
    desk.freezeOn(14)
    await endExports(inUse.shop.payload, clock.now())
    expect((await desk.account(token)).wanted).toBe('on')
    desk.freezeOn(15)
    await endExports(inUse.shop.payload, clock.now())
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({
      observed: 'absent',
      secrets: null,
      state: 'terminated',
    })
    expect(panel.sightOf(account.name)).toBe('absent')
    expect(await desk.toldCustomer(token)).toEqual([
      'hosting.ready',
      'hosting.exporting',
      'hosting.ended',
    ])
  })

  it('is taken back as long as the removal has not begun', async () => {
    const { account, token } = await desk.running()
    await propose(account.id)
    await agree(account.id, two)
    await withdrawTermination(inUse.shop.payload, { accountId: account.id })
    desk.freezeOn(60)
    await endExports(inUse.shop.payload, clock.now())
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ exportUntil: null, state: 'active' })
    expect(await desk.toldCustomer(token)).toEqual([
      'hosting.ready',
      'hosting.exporting',
      'hosting.kept',
    ])
    await expect(agree(account.id, two)).rejects.toMatchObject({ code: 'hosting.notEnding' })
  })

  it('of what was never created comes at once', async () => {
    const { token } = await desk.paid()
    const { id } = await desk.account(token)
    expect(await propose(id)).toBe('dropped')
    expect((await desk.account(token)).state).toBe('dropped')
  })

  it('of what is being created and was never seen comes without a call that removes', async () => {
    const { token } = await desk.asked()
    const { id, name } = await desk.account(token)
    expect(await propose(id)).toBe('ending')
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ observed: 'absent', state: 'terminated' })
    expect(panel.verbs(name)).toEqual([])
  })

  it('wants a reason, and is not asked for twice', async () => {
    const { account } = await desk.running()
    const asked = { accountId: account.id, actor: one, reason: ' ya ' }
    await expect(proposeTermination(inUse.shop.payload, asked)).rejects.toMatchObject({
      code: 'hosting.reasonRequired',
      details: { field: 'reason' },
    })
    await propose(account.id)
    await expect(propose(account.id)).rejects.toMatchObject({ code: 'hosting.terminationAsked' })
  })

  it('gives its slot back', async () => {
    const server = await desk.addServer({ region: 'Solo', slots: 1 })
    const first = await desk.paid()
    const second = await desk.paid()
    const { id } = await desk.account(first.token)
    await desk.ask(id, { region: 'Solo' })
    await desk.drain()
    const next = (await desk.account(second.token)).id
    await expect(desk.ask(next, { region: 'Solo' })).rejects.toMatchObject({
      code: 'hosting.noServer',
    })
    await propose(id)
    await agree(id, two)
    clock.freeze(new Date(clock.now().getTime() + 15 * DAY))
    await endExports(inUse.shop.payload, clock.now())
    await desk.drain()
    await desk.ask(next, { region: 'Solo' })
    expect((await desk.account(second.token)).server).toBe(server)
  })
})

describe('A server that only people can switch', () => {
  const proof = async () => [new File([new Uint8Array(await drawPicture())], 'rak.png')]

  const finish = async (taskId: string, changes: object = {}) =>
    finishTask(inUse.shop.payload, {
      actor: two,
      note: 'Rak 7, unit 12',
      proof: await proof(),
      taskId,
      ...changes,
    })

  const ordered = async () => {
    const made = await desk.paid()
    const { id } = await desk.account(made.token)
    await desk.ask(id, { domain: null, hosts: [], region: 'Rak' })
    await desk.drain()
    return { ...made, accountId: id }
  }

  it('asks for a task once; its proof makes the service', async () => {
    const { accountId, token } = await ordered()
    const [task, ...more] = await desk.tasks(accountId)
    expect([task, more]).toMatchObject([{ deed: 'create', state: 'open', wish: 1 }, []])
    await desk.pass(10 * DAY)
    expect(await desk.news(token)).toEqual(['hosting.task → staff'])
    await finish(task?.id ?? '', { reference: 'R7/12' })
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({
      observed: 'on',
      reference: 'R7/12',
      server: rack,
      state: 'active',
    })
    expect(await desk.toldCustomer(token)).toEqual(['hosting.ready'])
    expect(
      await countRows(
        inUse.shop.payload,
        sql`attachments where subject_kind = 'hostingTask' and subject_id = ${task?.id}`,
      ),
    ).toBe(1)
  })

  it('shows once what people hand over with their proof, and nothing where they hand over nothing', async () => {
    const [given, bare] = [await ordered(), await ordered()]
    const taskOf = async ({ accountId }: { accountId: string }) =>
      (await desk.tasks(accountId))[0]?.id ?? ''
    await finish(await taskOf(given), { facts: { ip: '203.0.113.9' }, password: 'Awal-77' })
    await finish(await taskOf(bare))
    await desk.drain()
    const look = ({ accountId, customer }: Awaited<ReturnType<typeof ordered>>) =>
      showSecrets(inUse.shop.payload, { customerId: String(customer.id), id: accountId })
    expect(await look(given)).toEqual({ password: expect.stringMatching(/^Awal-77$/) as string })
    await expect(look(given)).rejects.toMatchObject({ code: 'hosting.noSecrets' })
    await expect(look(bare)).rejects.toMatchObject({ code: 'hosting.noSecrets' })
  })

  it('waits on the board, and urgently once its day is over', async () => {
    const before = (await findHostingTodos(inUse.shop.payload))[0]?.count ?? 0
    const { accountId } = await ordered()
    expect(await findHostingTodos(inUse.shop.payload)).toMatchObject([{ count: before + 1 }])
    clock.freeze(new Date(clock.now().getTime() + 30 * DAY))
    expect(await findHostingTodos(inUse.shop.payload)).toMatchObject([{ urgent: true }])
    await finish((await desk.tasks(accountId))[0]?.id ?? '')
    expect(await findHostingTodos(inUse.shop.payload)).toMatchObject([{ count: before }])
  })

  it('is not believed without a proof, nor twice', async () => {
    const { accountId, token } = await ordered()
    const [task] = await desk.tasks(accountId)
    const id = task?.id ?? ''
    await expect(finish(id, { proof: [] })).rejects.toMatchObject({
      code: 'hosting.proofRequired',
      details: { field: 'proof' },
    })
    await expect(finish(id, { actor: { label: 'Ed', role: 'editor' } })).rejects.toMatchObject({
      code: 'event.notPermitted',
    })
    const answers = await Promise.allSettled([finish(id), finish(id)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await desk.drain()
    expect((await desk.account(token)).state).toBe('active')
  })

  it('drops the task that nobody wants any more: who has paid meanwhile is never switched off', async () => {
    const { accountId, id, token } = await ordered()
    await finish((await desk.tasks(accountId))[0]?.id ?? '')
    await desk.drain()
    await desk.block(id)
    await desk.drain()
    const off = (await desk.tasks(accountId)).find(({ deed }) => deed === 'suspend')
    expect(off).toMatchObject({ state: 'open', wish: 2 })
    await desk.unblock(id)
    await desk.drain()
    expect((await desk.tasks(accountId)).map(({ deed, state }) => [deed, state])).toEqual([
      ['create', 'done'],
      ['suspend', 'dropped'],
    ])
    await expect(finish(off?.id ?? '')).rejects.toMatchObject({ code: 'hosting.taskClosed' })
    expect(await desk.account(token)).toMatchObject({ observed: 'on', state: 'active' })
  })

  it('done just before the wish changed, the next task follows from it', async () => {
    const { accountId, id, token } = await ordered()
    await finish((await desk.tasks(accountId))[0]?.id ?? '')
    await desk.drain()
    await desk.block(id)
    await desk.drain()
    await finish((await desk.tasks(accountId)).find(({ deed }) => deed === 'suspend')?.id ?? '')
    await desk.unblock(id)
    await desk.drain()
    expect((await desk.account(token)).observed).toBe('off')
    const on = (await desk.tasks(accountId)).find(({ deed }) => deed === 'resume')
    await finish(on?.id ?? '')
    await desk.drain()
    expect(await desk.account(token)).toMatchObject({ observed: 'on', state: 'active' })
    expect(await desk.toldCustomer(token)).toEqual(['hosting.ready'])
  })
})
