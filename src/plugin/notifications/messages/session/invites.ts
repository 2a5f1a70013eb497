import type { Invite } from '../../mail/invite'
import type { SessionParams } from '../../schema'

const inviteOf = (method: Invite['method'], params: SessionParams): Invite => {
  const { endsAt, hostEmail, hostName, place, placeUrl, revision, sessionId, startsAt, title } =
    params
  return {
    endsAt: new Date(endsAt),
    host: { email: hostEmail, name: hostName },
    id: sessionId,
    location: placeUrl ?? place,
    method,
    revision,
    startsAt: new Date(startsAt),
    title,
    url: params.url,
  }
}

/** Puts the session into the reader's calendar, or changes it there. */
export const invitation = (params: SessionParams): Invite => inviteOf('REQUEST', params)

/** Takes it out again. */
export const calledOff = (params: SessionParams): Invite => inviteOf('CANCEL', params)
