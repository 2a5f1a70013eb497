'use client'

import type { NumberFieldClientProps } from 'payload'
import type { ReactElement } from 'react'

import { getTranslation } from '@payloadcms/translations'
import { FieldDescription, FieldError, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { formatRupiah, parseRupiah } from '../money/format'
import { usePanelLocale } from './usePanelLocale'

/** What was typed as a number, or null while it is no amount (yet): nothing is guessed. */
const readAmount = (text: string): null | number => {
  try {
    return parseRupiah(text.replaceAll(',', '.'))
  } catch {
    return null
  }
}

const write = (value: null | number | undefined, locale: 'en' | 'id'): string =>
  typeof value === 'number' && Number.isSafeInteger(value) ? formatRupiah(value, locale) : ''

/** An amount that an editor types: `250000` and `250.000` are the same; shown as `Rp250.000`. */
export const RupiahInput = (props: NumberFieldClientProps): ReactElement => {
  const { field, path, readOnly } = props
  const { i18n } = useTranslation()
  const locale = usePanelLocale()
  const id = useId()
  const { disabled, setValue, showError, value } = useField<null | number>({ path })
  const [typed, setTyped] = useState<string>()
  const isClosed = Boolean(readOnly) || disabled
  const description = field.admin?.description
  return (
    <div className={`field-type number lunas-rupiah${showError ? ' error' : ''}`}>
      <FieldLabel label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          aria-describedby={description ? id : undefined}
          aria-invalid={showError}
          autoComplete="off"
          disabled={isClosed}
          id={`field-${path.replace(/\./g, '__')}`}
          inputMode="numeric"
          name={path}
          onBlur={() => setTyped(undefined)}
          onChange={(event) => {
            setTyped(event.target.value)
            setValue(readAmount(event.target.value))
          }}
          onFocus={() => setTyped(write(value, locale).replace(/^Rp/, ''))}
          type="text"
          value={typed ?? write(value, locale)}
        />
      </div>
      {description ? (
        <div id={id}>
          <FieldDescription
            description={typeof description === 'function' ? '' : getTranslation(description, i18n)}
            path={path}
          />
        </div>
      ) : null}
    </div>
  )
}
