import type { Endpoint } from 'payload'

import { z } from 'zod'

import type { Span, TableName } from './tables'

import { toCsv } from '../kernel/csv'
import { DomainError } from '../kernel/errors'
import { defineEndpoint, type EndpointCall, isAdmin, parseInput } from '../kernel/payload'
import { addMonths, startOfWibDay, wibDay } from '../kernel/time'
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

const answer = async ({ locale, params, req }: EndpointCall<undefined>): Promise<Response> => {
  const table = (params.file ?? '').replace(/\.csv$/, '')
  if (!isTable(table) || !params.file?.endsWith('.csv')) {
    throw new DomainError('notFound')
  }
  const { month } = parseInput(query, {
    month: new URL(req.url ?? '', 'http://shop').searchParams.get('month'),
  })
  const { payload } = req
  const text = await TABLES[table]({
    locale,
    payload,
    span: spanOf(month),
    write: (columns, rows) => toCsv({ columns, locale, rows }),
  })
  return new Response(text, {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `attachment; filename="${table}-${month}.csv"`,
      'Content-Type': 'text/csv; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/**
 * `GET /api/exports/orders.csv?month=2026-11`, `…/ledger.csv?…`: one WIB month for spreadsheets, in the
 * caller's language. Admins and owners.
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
