'use client'

import type { DefaultCellComponentProps } from 'payload'
import type { ReactElement, ReactNode } from 'react'

import type { PanelState } from '../machine'

import { Link, useConfig } from '@payloadcms/ui'

import { formatRupiah } from '../money/format'
import { formatDay, formatInstantShort } from '../time/format'
import { wibDay } from '../time/wibDay'
import { Badge } from './Badge'
import { usePanelLocale } from './usePanelLocale'

type CellProps = Partial<
  Pick<DefaultCellComponentProps, 'collectionSlug' | 'link' | 'linkURL' | 'rowData'>
> & { cellData?: unknown }

/** The first column leads to the row, as in every other list. */
const Linked = (props: { cell: CellProps; children: ReactNode }): ReactNode => {
  const { collectionSlug, link, linkURL, rowData } = props.cell
  const { config } = useConfig()
  if (!link || !collectionSlug) {
    return props.children
  }
  const own = `${config.routes.admin}/collections/${collectionSlug}/${String(rowData?.id)}`
  return (
    <Link href={linkURL ?? own} prefetch={false}>
      {props.children}
    </Link>
  )
}

const EMPTY = '–'

/** An amount in a list: `Rp1.250.000`. */
export const RupiahCell = (props: CellProps): ReactElement => {
  const locale = usePanelLocale()
  const { cellData } = props
  const text =
    typeof cellData === 'number' || typeof cellData === 'string'
      ? formatRupiah(Number(cellData), locale)
      : EMPTY
  return (
    <span className="lunas-number">
      <Linked cell={props}>{text}</Linked>
    </span>
  )
}

/** An instant in a list, in WIB wherever the reader sits. */
export const InstantCell = (props: CellProps): ReactElement => {
  const locale = usePanelLocale()
  const { cellData } = props
  if (typeof cellData !== 'string' || cellData === '') {
    return <span>{EMPTY}</span>
  }
  return (
    <Linked cell={props}>
      <time dateTime={cellData}>{formatInstantShort(new Date(cellData), locale)}</time>
    </Linked>
  )
}

/** A calendar day in a list. */
export const DayCell = (props: CellProps): ReactElement => {
  const locale = usePanelLocale()
  const { cellData } = props
  if (typeof cellData !== 'string' || cellData === '') {
    return <span>{EMPTY}</span>
  }
  return (
    <Linked cell={props}>
      <time dateTime={cellData}>{formatDay(wibDay(cellData), locale)}</time>
    </Linked>
  )
}

/** A state in a list. */
export const StateCell = (
  props: CellProps & { states: Record<string, PanelState> },
): ReactElement => {
  const locale = usePanelLocale()
  const state = props.states[String(props.cellData)]
  return (
    <Linked cell={props}>
      {state ? <Badge tone={state.tone}>{state.label[locale]}</Badge> : EMPTY}
    </Linked>
  )
}
