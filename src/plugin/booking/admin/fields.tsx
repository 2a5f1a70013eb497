'use client'

import type { ReactElement } from 'react'

import type { PlaceKind } from '../rules'

import { PanelField } from '../../kernel/admin/PanelForm'
import { ReasonField as Reason } from '../../kernel/admin/ReasonField'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { PLACE_WORDS } from '../words'
import { SESSION_PANEL } from './sessionTexts'

export { PanelField, PanelForm } from '../../kernel/admin/PanelForm'

/** Where a session is held. */
export type Place = { placeKind: PlaceKind; placeUrl: string }

/** Service and link of a session. */
export const PlaceFields = (props: {
  onChange: (place: Place) => void
  place: Place
}): ReactElement => {
  const { onChange, place } = props
  const locale = usePanelLocale()
  const text = SESSION_PANEL[locale]
  return (
    <>
      <PanelField label={text.place}>
        {(control) => (
          <select
            {...control}
            className="lunas-select"
            onChange={({ target }) => onChange({ ...place, placeKind: target.value as PlaceKind })}
            value={place.placeKind}
          >
            {Object.entries(PLACE_WORDS).map(([kind, { label }]) => (
              <option key={kind} value={kind}>
                {label[locale]}
              </option>
            ))}
          </select>
        )}
      </PanelField>
      <PanelField hint={text.linkHint} label={text.link}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            maxLength={500}
            onChange={({ target }) => onChange({ ...place, placeUrl: target.value })}
            type="url"
            value={place.placeUrl}
          />
        )}
      </PanelField>
    </>
  )
}

/** Why something is changed; the customer reads it. */
export const ReasonField = (props: {
  onChange: (reason: string) => void
  value: string
}): ReactElement => {
  const text = SESSION_PANEL[usePanelLocale()]
  return <Reason hint={text.reasonHint} label={text.reason} maxLength={500} {...props} />
}
