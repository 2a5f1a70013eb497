import { z } from 'zod'
import {
  listWantedTemplates,
  type TemplateBlank,
  type WantedTemplate,
} from '../../plugin/notifications/chat/templates'
import { type Finding, findingsOf } from './verdict'

const say = findingsOf('templates')

const component = z.looseObject({
  buttons: z.array(z.looseObject({ type: z.string(), url: z.string().optional() })).optional(),
  format: z.string().optional(),
  text: z.string().optional(),
  type: z.string(),
})

/** A template as Meta lists it (Graph API, "WhatsApp Message Template"). */
const template = z.looseObject({
  components: z.array(component).default([]),
  language: z.string(),
  name: z.string(),
  parameter_format: z.string().optional(),
  rejected_reason: z.string().optional(),
  status: z.string(),
})

type Listed = z.output<typeof template>

const STATES: Record<string, string> = {
  DISABLED: 'was disabled by Meta',
  IN_APPEAL: 'was rejected and is in appeal',
  PAUSED: 'is paused by Meta, because readers complained',
  PENDING: 'waits for approval by Meta',
  REJECTED: 'was rejected by Meta',
}

const BLANKS: Record<TemplateBlank, string> = {
  amount: 'amount',
  day: 'day',
  greeting: 'greeting',
  number: 'order number',
  words: 'what staff wrote',
}

const findBlanks = (text: string): number =>
  new Set([...text.matchAll(/\{\{\s*([^}]+?)\s*\}\}/g)].map(([, name]) => name)).size

const partOf = ({ components }: Listed, type: string) =>
  components.find((part) => part.type.toUpperCase() === type)

const findStateFault = ({ rejected_reason: reason, status }: Listed): string | undefined => {
  if (status === 'APPROVED') {
    return undefined
  }
  const why = reason && reason !== 'NONE' ? ` (${reason})` : ''
  return `${STATES[status] ?? `has the status ${status}`}${why}`
}

const findBodyFault = (listed: Listed, wanted: WantedTemplate): string | undefined => {
  const blanks = findBlanks(partOf(listed, 'BODY')?.text ?? '')
  if (listed.parameter_format === 'NAMED') {
    return 'has named blanks; we fill {{1}}, {{2}} and so on'
  }
  return blanks === wanted.blanks.length
    ? undefined
    : `has ${blanks} blanks in its text; we fill ${wanted.blanks.length}: ${wanted.blanks.map((blank) => BLANKS[blank]).join(', ')}`
}

const findFrameFault = (listed: Listed, serverUrl: string): string | undefined => {
  const header = partOf(listed, 'HEADER')
  if (header && (header.format !== 'TEXT' || findBlanks(header.text ?? '') > 0)) {
    return 'has a header with a blank or a file; we fill none'
  }
  const [button] = partOf(listed, 'BUTTONS')?.buttons ?? []
  const expected = `${serverUrl}/{{1}}`
  return button?.type === 'URL' && button.url === expected
    ? undefined
    : `must have a link as its first button, with the address ${expected}`
}

const judge = (args: {
  all: readonly Listed[]
  serverUrl: string
  wanted: WantedTemplate
}): string[] => {
  const { all, serverUrl, wanted } = args
  const { language, name } = wanted
  const listed = all.find((each) => each.name === name && each.language === language)
  const fault = listed
    ? (findStateFault(listed) ?? findBodyFault(listed, wanted) ?? findFrameFault(listed, serverUrl))
    : 'does not exist'
  return fault ? [`${name} (${language}) ${fault}`] : []
}

/**
 * Whether every template that the shop sends can be sent: there, approved, with the blanks and the
 * button that we fill. What Meta lists beside them is none of our business.
 */
export const templateFindings = (args: {
  listed: readonly unknown[]
  serverUrl: string
}): Finding[] => {
  const all = args.listed.flatMap((each) => template.safeParse(each).data ?? [])
  const wanted = listWantedTemplates()
  const faults = wanted.flatMap((each) => judge({ ...args, all, wanted: each }))
  return faults.length > 0
    ? faults.map((fault) => say.fail(`${fault}; such messages wait until it is mended`))
    : [say.ok(`all ${wanted.length} are approved and fit`)]
}
