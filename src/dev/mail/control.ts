import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { type FaultSwitch, faultKinds, faultSchema } from './faults'
import { type Inbox, keepings } from './inbox'

/** What the pages show and switch. */
export type WebParts = {
  faults: FaultSwitch
  inbox: Inbox
  /** Called after the fault was switched. */
  onFault: () => Promise<void>
}

/** What is answered over HTTP. */
export type Answer = {
  body: string
  headers?: Record<string, string>
  status?: number
  type?: string
}

type Asked = { parts: WebParts; request: IncomingMessage }

/** A value as JSON. */
export const asJson = (value: unknown, status = 200): Answer => ({
  body: JSON.stringify(value),
  status,
  type: 'application/json; charset=utf-8',
})

/** Back to the list, after a button. */
export const toInbox: Answer = { body: '', headers: { location: '/' }, status: 303 }

const keepSchema = z.strictObject({ keep: z.enum(keepings) })
const buttonSchema = z.object({ kind: z.enum(faultKinds) })

const readBody = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > 10_000) {
      return ''
    }
  }
  return text
}

const readJson = async (request: IncomingMessage): Promise<unknown> => {
  try {
    return JSON.parse(await readBody(request))
  } catch {
    return undefined
  }
}

const refuseBody = (error: z.ZodError): Answer => {
  const errors = error.issues.map(({ message, path }) => ({ field: path.join('.'), message }))
  return asJson({ errors }, 400)
}

const switchFault = async ({ parts, request }: Asked): Promise<Answer> => {
  const parsed = faultSchema.safeParse(await readJson(request))
  if (!parsed.success) {
    return refuseBody(parsed.error)
  }
  parts.faults.set(parsed.data)
  await parts.onFault()
  return asJson(parsed.data)
}

const switchFaultByButton = async ({ parts, request }: Asked): Promise<Answer> => {
  const form = new URLSearchParams(await readBody(request))
  const parsed = buttonSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) {
    return refuseBody(parsed.error)
  }
  parts.faults.set(parsed.data)
  await parts.onFault()
  return toInbox
}

const switchKeeping = async ({ parts, request }: Asked): Promise<Answer> => {
  const parsed = keepSchema.safeParse(await readJson(request))
  if (!parsed.success) {
    return refuseBody(parsed.error)
  }
  parts.inbox.keep(parsed.data.keep)
  return asJson(parsed.data)
}

/** Answers what switches the catcher or asks how it stands; undefined when it is about mails. */
export const answerControl = async (
  args: { path: string } & Asked,
): Promise<Answer | undefined> => {
  const { faults, inbox } = args.parts
  switch (`${args.request.method} ${args.path}`) {
    case 'GET /__control/faults':
      return asJson(faults.current())
    case 'GET /__control/tally':
      return asJson(inbox.tally.totals())
    case 'GET /__control/tally/ids':
      return { body: inbox.tally.lines(), type: 'text/plain; charset=utf-8' }
    case 'POST /__control/faults':
      return switchFault(args)
    case 'POST /__control/keep':
      return switchKeeping(args)
    case 'POST /fault':
      return switchFaultByButton(args)
    default:
      return undefined
  }
}
