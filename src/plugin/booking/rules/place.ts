/** Where a session takes place. */
export const PLACE_KINDS = ['zoom', 'googleMeet', 'discord', 'other'] as const

/** One of {@link PLACE_KINDS}. */
export type PlaceKind = (typeof PLACE_KINDS)[number]

const PLACE_HOSTS: Record<PlaceKind, readonly string[] | null> = {
  discord: ['discord.com', 'discord.gg'],
  googleMeet: ['meet.google.com'],
  other: null,
  zoom: ['zoom.us', 'zoom.com'],
}

/** Whether a link leads where it says: over https, and to the service that it names. */
export const isPlaceUrl = (kind: PlaceKind, text: string): boolean => {
  if (!/^https:\/\/[^\s"'<>\\]{1,500}$/.test(text) || !URL.canParse(text)) {
    return false
  }
  const { hostname, password, username } = new URL(text)
  const hosts = PLACE_HOSTS[kind]
  const leads = hosts?.some((host) => hostname === host || hostname.endsWith(`.${host}`)) ?? true
  return leads && username === '' && password === ''
}
