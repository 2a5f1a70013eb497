import type { Endpoint } from 'payload'

import { z } from 'zod'

import type { ReportName } from './reports'
import type { Span, TableName } from './tables'

import { toCsv } from '../kernel/csv'
import { DomainError } from '../kernel/errors'
import { defineEndpoint, type EndpointCall, isAdmin, parseInput } from '../kernel/payload'
import { addMonths, startOfWibDay, wibDay, wibDayOf } from '../kernel/time'
import { REPORTS } from './reports'
import { TABLES } from './tables'

const query = z.object({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/) })

const isTable = (name: string): name is TableName => Object.hasOwn(TABLES, name)

const spanOf = (month: string): Span => {
  const anchor = wibDay(`${month}-01`)
  return {
    from: startOfWibDay(anchor).toISOString(),
    until: startOfWibDay(addMonths({ anchor, months: 1 })).toISOString(),
  }
}

const isReport = (name: string): name is ReportName => Object.hasOwn(REPORTS, name)

const fileOf = (name: string, text: string): Response =>
  new Response(text, {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Content-Type': 'text/csv; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
    },
  })

const answerTable = async (table: TableName, call: EndpointCall<undefined>): Promise<Response> => {
  const { locale, req } = call
  const { month } = parseInput(query, {
    month: new URL(req.url ?? '', 'http://shop').searchParams.get('month'),
  })
  const text = await TABLES[table]({
    locale,
    payload: req.payload,
    span: spanOf(month),
    write: (columns, rows) => toCsv({ columns, locale, rows }),
  })
  return fileOf(`${table}-${month}`, text)
}

const answerReport = async (
  report: ReportName,
  call: EndpointCall<undefined>,
): Promise<Response> => {
  const { locale, now, req } = call
  const today = wibDayOf(now)
  const text = await REPORTS[report]({
    locale,
    payload: req.payload,
    today,
    write: (columns, rows) => toCsv({ columns, locale, rows }),
  })
  return fileOf(`${report}-${today}`, text)
}

const answer = (call: EndpointCall<undefined>): Promise<Response> => {
  const name = /^(.+)\.csv$/.exec(call.params.file ?? '')?.[1] ?? ''
  if (isTable(name)) {
    return answerTable(name, call)
  }
  if (isReport(name)) {
    return answerReport(name, call)
  }
  throw new DomainError('notFound')
}

/**
 * `GET /api/exports/orders.csv?month=2026-11`, `…/ledger.csv?…`: one WIB month for spreadsheets;
 * `…/ageing.csv`, `…/expected.csv`, `…/collected.csv`, `…/contract-products.csv`: the reports on
 * instalments as of today. In the caller's language. Admins and owners.
 */
export const createExportEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      handler: answer,
      method: 'get',
      path: '/exports/:file',
      rate: { limit: 60, name: 'exports', windowSeconds: 600 },
    },
    options,
  ),
]
