import type { Endpoint } from 'payload'

import type { PdfDocument } from '../../kernel/pdf'
import type { Making } from './page'

import { DomainError } from '../../kernel/errors'
import { toDisposition } from '../../kernel/files'
import {
  defineEndpoint,
  type EndpointCall,
  type EndpointDoc,
  PRIVATE,
  refuseInWords,
} from '../../kernel/payload'
import { wibDayOf } from '../../kernel/time'
import { paymentsRuntime } from '../../payments'
import { toPublicContract } from '../contracts/publicContract'
import { buildDueCalendar } from './calendar'
import { documentDocs } from './documentation'
import { drawDocument, makePrintable } from './draw'
import { getAccount } from './findAccount'
import { buildReceiptDocument } from './receipt'
import { findReceipt } from './rules/statement'
import { buildScheduleDocument, type ScheduleMaking } from './schedule'
import { buildScheduleFile } from './scheduleFile'
import { buildStatementDocument } from './statement'

/** What the documents need of the shop. */
export type DocumentOptions = {
  /** Page of an order. */
  linkOrder: (page: { locale: string; token: string }) => string
  rateFactor: number
  shopName: string
}

type Call = EndpointCall<undefined>

const answer = (args: { body: BodyInit; name: string; number: string; type: string }): Response => {
  const { body, name, number, type } = args
  const [stem, ending] = name.split('.')
  return new Response(body, {
    headers: {
      ...PRIVATE,
      'Content-Disposition': toDisposition(`${stem}-${number.replaceAll('/', '-')}.${ending}`),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Type': type,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

const makingOf = async (call: Call, { shopName }: DocumentOptions): Promise<Making> => {
  const { locale, params, req } = call
  const { gateway } = paymentsRuntime.get(req.payload)
  const account = await getAccount(req.payload, params.token ?? '')
  const nameChannel = (code: string): string => gateway.nameChannel(code)
  return { account, locale, nameChannel, shopName }
}

/** The contract behind the link; an order that is paid at once has none. */
const scheduleMakingOf = async (call: Call, options: DocumentOptions): Promise<ScheduleMaking> => {
  const making = await makingOf(call, options)
  const today = wibDayOf(call.now)
  const contract = toPublicContract(making.account.contract, today)
  if (!contract) {
    throw new DomainError('notFound')
  }
  return { ...making, contract, today }
}

const answerPdf = async (document: PdfDocument, file: { name: string; number: string }) =>
  answer({ ...file, body: await drawDocument(document), type: 'application/pdf' })

const answerContract =
  (build: (making: ScheduleMaking) => PdfDocument, names: Record<Making['locale'], string>) =>
  async (call: Call, options: DocumentOptions): Promise<Response> => {
    const making = await makePrintable(await scheduleMakingOf(call, options))
    const { number } = making.account
    return answerPdf(build(making), { name: names[making.locale], number })
  }

const getScheduleFile = async (call: Call, options: DocumentOptions): Promise<Response> => {
  const { account, contract, locale } = await scheduleMakingOf(call, options)
  return answer({
    body: buildScheduleFile(contract, locale),
    name: locale === 'en' ? 'schedule.csv' : 'jadwal.csv',
    number: account.number,
    type: 'text/csv; charset=utf-8',
  })
}

const getCalendar = async (call: Call, options: DocumentOptions): Promise<Response> => {
  const { account, contract, locale } = await scheduleMakingOf(call, options)
  const { defaultFromAddress: email, defaultFromName: name } = call.req.payload.email
  const body = buildDueCalendar({
    account,
    contract,
    locale,
    now: call.now,
    organiser: { email, name },
    url: options.linkOrder({ locale: account.locale, token: account.token }),
  })
  return answer({
    body,
    name: locale === 'en' ? 'calendar.ics' : 'kalender.ics',
    number: account.number,
    type: 'text/calendar; charset=utf-8; method=PUBLISH',
  })
}

const getReceipt = async (call: Call, options: DocumentOptions): Promise<Response> => {
  const making = await makePrintable(await makingOf(call, options))
  const { account, locale } = making
  const receipt = findReceipt(account, call.params.merchantOrderId ?? '')
  if (!receipt) {
    throw new DomainError('payment.notFound')
  }
  const number = `${account.number}-${receipt.payment.merchantOrderId}`
  const name = locale === 'en' ? 'receipt.pdf' : 'bukti-pembayaran.pdf'
  return answerPdf(buildReceiptDocument(making, receipt), { name, number })
}

type Door = {
  doc: EndpointDoc
  handler: (call: Call, options: DocumentOptions) => Promise<Response>
  path: string
}

const DOORS: readonly Door[] = [
  {
    doc: documentDocs.schedule,
    handler: answerContract(buildScheduleDocument, { en: 'schedule.pdf', id: 'jadwal.pdf' }),
    path: 'schedule.pdf',
  },
  { doc: documentDocs.scheduleFile, handler: getScheduleFile, path: 'schedule.csv' },
  { doc: documentDocs.calendar, handler: getCalendar, path: 'calendar.ics' },
  {
    doc: documentDocs.statement,
    handler: answerContract(buildStatementDocument, { en: 'statement.pdf', id: 'riwayat.pdf' }),
    path: 'statement.pdf',
  },
  { doc: documentDocs.receipt, handler: getReceipt, path: 'receipts/:merchantOrderId.pdf' },
]

/** `GET /api/shop/orders/:token/…`: what an order has on paper, for whoever holds its link. */
export const createDocumentEndpoints = (options: DocumentOptions): Endpoint[] =>
  DOORS.map(({ doc, handler, path }) =>
    defineEndpoint(
      {
        access: 'public',
        doc,
        handler: refuseInWords((call) => handler(call, options)),
        method: 'get',
        path: `/shop/orders/:token/${path}`,
        rate: { limit: 120, name: 'orders.documents', windowSeconds: 600 },
      },
      options,
    ),
  )
