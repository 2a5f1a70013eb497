/** Path of the catalogue below the panel's own. */
export const CATALOGUE_PATH = '/message-catalogue'

/** How a message may be looked at. */
export const PREVIEW_CHANNELS = ['email', 'text', 'whatsapp', 'inApp'] as const

/** One of them. */
export type PreviewChannel = (typeof PREVIEW_CHANNELS)[number]

/** Address of one message in the catalogue. */
export const catalogueUrl = (args: {
  /** The panel's own path. */
  admin: string
  channel?: PreviewChannel
  event: string
  /** Row of the outbox whose content is shown; made-up content otherwise. */
  from?: string | undefined
  locale: string
}): string => {
  const { admin, channel = 'email', event, from, locale } = args
  // `locale` is Payload's own word for the language that is edited: it would be remembered.
  const query = new URLSearchParams({ channel, event, language: locale, ...(from ? { from } : {}) })
  return `${admin}${CATALOGUE_PATH}?${query.toString()}`
}
