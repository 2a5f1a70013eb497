'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'

import type { PanelBooking, PanelSession } from '../queries/findSession'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
import { formatClock, wibDayOf } from '../../kernel/time'
import { PanelField, PanelForm, type Place, PlaceFields, ReasonField } from './fields'
import { SESSION_PANEL, type SessionPanelTexts } from './sessionTexts'

type Hosts = PanelSession['hosts']

type TimeFormProps = {
  assignee: null | string
  hosts: Hosts
  live: null | PanelBooking
  onDone: () => void
  path: string
}

type When = { clock: string; day: string }

const WhenFields = (props: {
  onChange: (when: When) => void
  text: SessionPanelTexts
  when: When
}): ReactElement => {
  const { onChange, text, when } = props
  return (
    <>
      <PanelField label={text.date}>
        {(control) => (
          <input
            {...control}
            onChange={({ target }) => onChange({ ...when, day: target.value })}
            required
            type="date"
            value={when.day}
          />
        )}
      </PanelField>
      <PanelField label={text.time}>
        {(control) => (
          <input
            {...control}
            onChange={({ target }) => onChange({ ...when, clock: target.value })}
            required
            type="time"
            value={when.clock}
          />
        )}
      </PanelField>
    </>
  )
}

const HostField = (props: {
  hosts: Hosts
  onChange: (host: string) => void
  text: SessionPanelTexts
  value: string
}): ReactElement => (
  <PanelField label={props.text.host}>
    {(control) => (
      <select
        {...control}
        className="lunas-select"
        onChange={({ target }) => props.onChange(target.value)}
        required
        value={props.value}
      >
        <option disabled value="">
          –
        </option>
        {props.hosts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    )}
  </PanelField>
)

const firstWhen = (live: null | PanelBooking): When =>
  live
    ? {
        clock: formatClock(new Date(live.startsAt), 'en'),
        day: wibDayOf(new Date(live.startsAt)),
      }
    : { clock: '', day: '' }

const placeOf = (hosts: Hosts, hostId: string): Place => {
  const host = hosts.find(({ id }) => id === hostId)
  return { placeKind: host?.placeKind ?? 'zoom', placeUrl: host?.placeUrl ?? '' }
}

/** Agrees on a time, or on another one: any time to come, with anybody who gives sessions. */
export const TimeForm = ({ assignee, hosts, live, onDone, path }: TimeFormProps): ReactElement => {
  const first = live?.host ?? assignee ?? ''
  const [when, setWhen] = useState(firstWhen(live))
  const [host, setHost] = useState(first)
  const [place, setPlace] = useState<Place>(
    live ? { placeKind: live.placeKind, placeUrl: live.placeUrl ?? '' } : placeOf(hosts, first),
  )
  const [reason, setReason] = useState('')
  const { isBusy, run } = useShopDeed()
  const text = SESSION_PANEL[usePanelLocale()]
  const save = (): Promise<void> =>
    run({
      body: {
        ...place,
        host,
        placeUrl: place.placeUrl || null,
        ...(live?.state === 'booked' ? { reason } : {}),
        startsAt: `${when.day}T${when.clock.slice(0, 5)}:00+07:00`,
      },
      done: text.done,
      onDone,
      path: `${path}/time`,
    })
  const changeHost = (id: string): void => {
    setHost(id)
    setPlace(placeOf(hosts, id))
  }
  return (
    <PanelForm isBusy={isBusy} label={live ? text.move : text.agree} onSubmit={() => void save()}>
      <WhenFields onChange={setWhen} text={text} when={when} />
      <HostField hosts={hosts} onChange={changeHost} text={text} value={host} />
      <PlaceFields onChange={setPlace} place={place} />
      {live?.state === 'booked' ? <ReasonField onChange={setReason} value={reason} /> : null}
    </PanelForm>
  )
}
