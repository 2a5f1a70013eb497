'use client'

import type { JSONFieldClientComponent } from 'payload'

import { FieldDescription, FieldError, FieldLabel, useField, useFormFields } from '@payloadcms/ui'
import { useState } from 'react'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { SETTINGS_HINTS, SETTINGS_TEXTS } from './settingsTexts'

const write = (value: unknown): string => JSON.stringify(value ?? {}, null, 2)

const read = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text.trim() || '{}') as unknown }
  } catch {
    return undefined
  }
}

/**
 * The settings of a server as plain text: Payload's own editor is fetched from somebody else's address,
 * and without it nothing could be entered. What is no JSON is said at once and not taken.
 */
export const SettingsField: JSONFieldClientComponent = ({ field, path, readOnly }) => {
  const locale = usePanelLocale()
  const { errorMessage, setValue, showError, value } = useField<unknown>({ path })
  const driver = useFormFields(([fields]) => fields.driver?.value)
  const [typed, setTyped] = useState<string>()
  const text = typed ?? write(value)
  const isBroken = read(text) === undefined
  const hint = SETTINGS_HINTS[driver as keyof typeof SETTINGS_HINTS]?.[locale]
  return (
    <div className="field-type lunas-settings">
      <FieldLabel htmlFor={`field-${path}`} label={field.label} />
      <div className="field-type__wrap">
        <FieldError
          message={isBroken ? SETTINGS_TEXTS[locale].broken : errorMessage}
          showError={isBroken || showError}
        />
        <textarea
          aria-invalid={isBroken}
          id={`field-${path}`}
          maxLength={20_000}
          onBlur={() => isBroken || setTyped(undefined)}
          onChange={({ target }) => {
            setTyped(target.value)
            const found = read(target.value)
            if (found) {
              setValue(found.value)
            }
          }}
          readOnly={readOnly ?? false}
          rows={8}
          spellCheck={false}
          value={text}
        />
      </div>
      <FieldDescription description={hint ?? ''} path={path} />
    </div>
  )
}
