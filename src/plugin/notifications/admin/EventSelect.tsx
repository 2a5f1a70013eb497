'use client'

import type { ReactElement } from 'react'

import { FieldError, FieldLabel, SelectInput, useDocumentInfo, useField } from '@payloadcms/ui'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'

const TEXT = { en: 'Message', id: 'Pesan' }

/** Chooses the message whose words are changed; fixed once it is saved. */
export const EventSelect = (props: {
  events: readonly { label: { en: string; id: string }; value: string }[]
  path: string
}): ReactElement => {
  const { events, path } = props
  const { id } = useDocumentInfo()
  const { errorMessage, setValue, showError, value } = useField<string>({ path })
  const locale = usePanelLocale()
  return (
    <SelectInput
      Error={<FieldError message={errorMessage ?? ''} path={path} showError={showError} />}
      isClearable={false}
      Label={<FieldLabel label={TEXT[locale]} path={path} required />}
      name={path}
      onChange={(option) => setValue(Array.isArray(option) ? undefined : option?.value)}
      options={events.map(({ label, value: event }) => ({ label: label[locale], value: event }))}
      path={path}
      readOnly={id !== undefined}
      required
      showError={showError}
      value={value ?? ''}
    />
  )
}
