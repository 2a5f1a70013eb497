'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'

import type { PanelBooking } from '../queries/findSession'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
import { PanelForm, type Place, PlaceFields } from './fields'
import { SESSION_PANEL } from './sessionTexts'

/** Sets the link of an agreed session. */
export const PlaceForm = (props: {
  live: PanelBooking
  onDone: () => void
  path: string
}): ReactElement => {
  const { live, onDone, path } = props
  const [place, setPlace] = useState<Place>({
    placeKind: live.placeKind,
    placeUrl: live.placeUrl ?? '',
  })
  const { isBusy, run } = useShopDeed()
  const text = SESSION_PANEL[usePanelLocale()]
  const save = (): Promise<void> =>
    run({
      body: { ...place, placeUrl: place.placeUrl || null },
      done: text.placeDone,
      onDone,
      path: `${path}/place`,
    })
  return (
    <PanelForm isBusy={isBusy} label={text.saveLink} onSubmit={() => void save()}>
      <PlaceFields onChange={setPlace} place={place} />
    </PanelForm>
  )
}
