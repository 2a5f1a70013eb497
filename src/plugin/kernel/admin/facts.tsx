'use client'

import type { StaticLabel } from 'payload'
import type { ReactElement, ReactNode } from 'react'

import { getTranslation } from '@payloadcms/translations'
import { useField, useTranslation } from '@payloadcms/ui'

import type { PanelState } from '../machine'

import { formatRupiah } from '../money/format'
import { formatDay, formatInstant } from '../time/format'
import { wibDay } from '../time/wibDay'
import { Badge } from './Badge'
import { usePanelLocale } from './usePanelLocale'

type FactProps = { field: { label?: false | StaticLabel; name?: string }; path: string }

/** Something recorded that nobody edits: a label and a value, no input that looks broken. */
export const Fact = (props: { children: ReactNode; field: FactProps['field'] }): ReactElement => {
  const { i18n } = useTranslation()
  const { label, name } = props.field
  return (
    <dl className="field-type lunas-fact">
      <dt className="field-label">{getTranslation(label || (name ?? ''), i18n)}</dt>
      <dd>{props.children}</dd>
    </dl>
  )
}

/** Nothing was recorded. */
export const EMPTY = '–'

/** A recorded amount. */
export const RupiahFact = ({ field, path }: FactProps): ReactElement => {
  const locale = usePanelLocale()
  const { value } = useField<null | number>({ path })
  const isKnown = value !== null && value !== undefined
  return <Fact field={field}>{isKnown ? formatRupiah(Number(value), locale) : EMPTY}</Fact>
}

/** A recorded instant, in WIB. */
export const InstantFact = ({ field, path }: FactProps): ReactElement => {
  const locale = usePanelLocale()
  const { value } = useField<null | string>({ path })
  return (
    <Fact field={field}>
      {value ? <time dateTime={value}>{formatInstant(new Date(value), locale)}</time> : EMPTY}
    </Fact>
  )
}

/** A recorded calendar day. */
export const DayFact = ({ field, path }: FactProps): ReactElement => {
  const locale = usePanelLocale()
  const { value } = useField<null | string>({ path })
  return <Fact field={field}>{value ? formatDay(wibDay(value), locale) : EMPTY}</Fact>
}

/** A recorded text, number or choice. */
export const TextFact = (
  props: { choices?: Record<string, { en: string; id: string }> } & FactProps,
): ReactElement => {
  const locale = usePanelLocale()
  const { value } = useField<null | number | string>({ path: props.path })
  const text = value === null || value === undefined || value === '' ? EMPTY : String(value)
  return <Fact field={props.field}>{props.choices?.[text]?.[locale] ?? text}</Fact>
}

/** The state of a row. */
export const StateFact = (
  props: { states: Record<string, PanelState> } & FactProps,
): ReactElement => {
  const locale = usePanelLocale()
  const { value } = useField<null | string>({ path: props.path })
  const state = props.states[value ?? '']
  return (
    <Fact field={props.field}>
      {state ? <Badge tone={state.tone}>{state.label[locale]}</Badge> : EMPTY}
    </Fact>
  )
}
