import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { expect } from 'vitest'
import { sql } from '@/plugin/kernel/payload'
import { problemTask, type PublicProblem } from '@/plugin/problems'
import { readRows } from './books'
import type { OpenShop } from './openShop'
import type { LoggedIn } from './people'
import { type Answer, callShop } from './purchase'

/** A report as the database has it. */
export type ProblemRow = {
  assignee: null | string
  id: string
  number: string
  orderId: null | string
  replyBy: Date | null
  state: string
}

type Told = Answer<{ problem: PublicProblem }>

/** What a customer fills in. */
export const validReport = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  email: 'budi@contoh.id',
  name: 'Budi Santoso',
  text: 'Tautan unduhan tidak bisa dibuka.\nMohon bantuannya.',
  what: 'doesNotOpen',
  ...changes,
})

/** A small picture of one colour. */
export const drawPicture = (format: 'jpeg' | 'png' | 'webp' = 'png'): Promise<Buffer> =>
  sharp({ create: { background: '#0f6b5c', channels: 3, height: 30, width: 40 } })
    .toFormat(format)
    .toBuffer()

/** A form as a browser sends it. */
export const fillForm = (
  fields: Record<string, unknown>,
  pictures: readonly { bytes: Buffer | string; name: string }[],
): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value))
  for (const { bytes, name } of pictures) {
    const part = typeof bytes === 'string' ? bytes : new Uint8Array(bytes)
    form.append('screenshots', new File([part], name))
  }
  return form
}

/** Sends a form with files, as one visitor. */
export const sendForm = async (
  shop: Pick<OpenShop, 'url'>,
  form: FormData,
): Promise<{ code?: string; json: Record<string, unknown>; status: number }> => {
  const address = `10.9.${Math.floor(Math.random() * 255)}.${Math.floor(Math.random() * 255)}`
  const response = await fetch(`${shop.url}/api/shop/problems`, {
    body: form,
    headers: { 'x-forwarded-for': address },
    method: 'POST',
  })
  const json = (await response.json()) as { errors?: { code: string }[] }
  const code = json.errors?.[0]?.code
  return { ...(code ? { code } : {}), json, status: response.status }
}

/** The report behind a link. */
export const readProblem = async (shop: OpenShop, token: string): Promise<ProblemRow> => {
  const [row] = await readRows<{ replyBy: null | string } & Omit<ProblemRow, 'replyBy'>>(
    shop.payload,
    sql`select id, number, state, assignee_id as assignee, order_id as "orderId",
      reply_by as "replyBy" from problems where token = ${token}`,
  )
  if (!row) {
    throw new Error('No such report')
  }
  return { ...row, replyBy: row.replyBy === null ? null : new Date(row.replyBy) }
}

/** What people do with reports, through the shop's own doors. */
export const makeReporter = (shop: () => OpenShop) => {
  const send = (
    body: Record<string, unknown> = validReport(),
    headers: Record<string, string> = {},
  ): Promise<Told> => callShop(shop(), '/api/shop/problems', { body, headers })
  const on = (token: string, door: string, body: object): Promise<Told> =>
    callShop(shop(), `/api/shop/problems/${token}/${door}`, { body })
  const byStaff = (id: string, door: string, body: object, by?: LoggedIn): Promise<Answer> =>
    callShop(shop(), `/api/problems/${id}/${door}`, { body, headers: by?.headers })
  return {
    answer: (id: string, body: string, by?: LoggedIn, key: string = randomUUID()) =>
      byStaff(id, 'answers', { body, key }, by),
    byStaff,
    look: (token: string): Promise<Told> => callShop(shop(), `/api/shop/problems/${token}`),
    /** Reports and answers its token. */
    report: async (changes: Record<string, unknown> = {}): Promise<string> => {
      const { json, status } = await send(validReport(changes))
      expect([status, json]).toEqual([201, expect.anything()])
      return json.problem.token
    },
    say: (token: string, body: string, key: string = randomUUID()) =>
      on(token, 'posts', { body, key }),
    send,
    solve: (token: string) => on(token, 'solved', {}),
  }
}

/** One tick of the clock that tends reports. */
export const tendProblems = (shop: OpenShop, now: Date): Promise<void> =>
  problemTask.run(
    {},
    {
      attempt: 1,
      jobId: '0',
      maxAttempts: 1,
      now,
      payload: shop.payload,
      signal: new AbortController().signal,
    },
  )

/** Messages about one report: event, to whom, by which way. */
export const readNews = async (shop: OpenShop, id: string): Promise<string[]> => {
  const rows = await readRows<{ line: string }>(
    shop.payload,
    sql`select concat_ws(' ', event, '→', recipient_kind, 'by', channel) as line from notifications
      where subject_type = 'problem' and subject_id = ${id} order by created_at, id`,
  )
  return rows.map(({ line }) => line)
}
