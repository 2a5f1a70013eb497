'use client'

import type { StaticLabel } from 'payload'
import type { ReactElement } from 'react'

import { useField } from '@payloadcms/ui'

import type { Locale } from '../errors'

import { formatRupiah } from '../money/format'
import { formatDay, formatInstant } from '../time/format'
import { wibDayOf } from '../time/wibDay'
import { EMPTY, Fact } from './facts'
import { usePanelLocale } from './usePanelLocale'

/** How a part of recorded data is named, and what kind of value it is. An instant may be a whole WIB day. */
export type FactWord = { en: string; id: string; kind?: 'instant' | 'link' | 'rupiah' }

type Words = Readonly<Record<string, FactWord>>

type Shown = { locale: Locale; value: unknown; words: Words }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const DAY = /^\d{4}-\d{2}-\d{2}$/

const describeTime = (text: string, locale: Locale): string => {
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) {
    return text
  }
  return DAY.test(text) ? formatDay(wibDayOf(at), locale) : formatInstant(at, locale)
}

const Plain = ({ kind, locale, value }: { kind?: FactWord['kind'] } & Omit<Shown, 'words'>) => {
  const text = String(value)
  switch (kind) {
    case 'instant':
      return describeTime(text, locale)
    case 'link':
      return /^https?:\/\//.test(text) ? <a href={text}>{text}</a> : text
    case 'rupiah':
      return Number.isSafeInteger(value) ? formatRupiah(Number(value), locale) : text
    case undefined:
      return text
  }
}

const Parts = ({ locale, value, words }: Shown): ReactElement => {
  if (Array.isArray(value)) {
    return (
      <ol className="lunas-json__list">
        {value.map((part, at) => (
          <li key={at}>
            <Parts locale={locale} value={part} words={words} />
          </li>
        ))}
      </ol>
    )
  }
  if (!isRecord(value)) {
    return <>{value === null || value === '' ? EMPTY : String(value)}</>
  }
  return (
    <dl className="lunas-json">
      {Object.entries(value).map(([name, part]) => {
        const word = Object.hasOwn(words, name) ? words[name] : undefined
        const isPlain = !isRecord(part) && !Array.isArray(part) && part !== null && part !== ''
        return (
          <div key={name}>
            <dt>{word?.[locale] ?? name}</dt>
            <dd>
              {isPlain ? (
                <Plain kind={word?.kind} locale={locale} value={part} />
              ) : (
                <Parts locale={locale} value={part} words={words} />
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/**
 * Recorded data, to be read: names and values instead of an editor, which would load its code from a
 * foreign server.
 */
export const JsonFact = (props: {
  field: { label?: false | StaticLabel; name?: string }
  path: string
  words?: Words
}): ReactElement => {
  const { field, path, words = {} } = props
  const locale = usePanelLocale()
  const { value } = useField<unknown>({ path })
  const isEmpty =
    value === null || value === undefined || (isRecord(value) && !Object.keys(value).length)
  return (
    <Fact field={field}>
      {isEmpty ? EMPTY : <Parts locale={locale} value={value} words={words} />}
    </Fact>
  )
}
