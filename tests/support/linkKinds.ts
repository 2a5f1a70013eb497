/** What a link in a message may be. Everything else is an accident, or a new kind with rules to keep. */
export type LinkKind =
  | 'agreement page'
  | 'choice page'
  | 'help page'
  | 'opt-out'
  | 'order page'
  | 'panel page'
  | 'password page'
  | 'person'
  | 'report page'
  | 'room of a session'

const PAGES: readonly { kind: LinkKind; path: RegExp }[] = [
  { kind: 'help page', path: /^\/(?:en\/)?pesanan$/ },
  { kind: 'order page', path: /^\/(?:en\/)?pesanan\/[\w-]{20,64}$/ },
  { kind: 'order page', path: /^\/(?:en\/)?pesanan\/[\w-]{20,64}\/lingkup\/[0-9a-f-]{36}$/ },
  { kind: 'agreement page', path: /^\/(?:en\/)?pesanan\/[\w-]{20,64}\/spk$/ },
  { kind: 'agreement page', path: /^\/(?:en\/)?spk\/[\w-]{20,64}$/ },
  { kind: 'choice page', path: /^\/(?:en\/)?pesanan\/[\w-]{20,64}\/tunggakan$/ },
  { kind: 'report page', path: /^\/(?:en\/)?bantuan\/[\w-]{20,64}$/ },
  { kind: 'panel page', path: /^\/admin\/collections\/[a-z-]+(?:\/[\w-]+)?(?:\?where\[.*)?$/ },
  { kind: 'panel page', path: /^\/admin\/spk\/[0-9a-f-]{36}$/ },
  { kind: 'password page', path: /^\/(?:en\/)?akun\/kata-sandi\?token=\w+$/ },
  { kind: 'opt-out', path: /^\/(?:en\/)?akun\/berhenti\?tanda=[\w-]+\.[\w-]+$/ },
  { kind: 'opt-out', path: /^\/api\/shop\/opt-out\/[\w-]+\.[\w-]+$/ },
]

const PERSON = [/^mailto:[^\s?]+$/, /^https:\/\/wa\.me\/[1-9]\d{7,14}$/]

const ROOM = /^https:\/\/[a-z0-9]+\.zoom\.us\/j\/\d+$/

/** Of which kind a link is; undefined when it is of none that we know. */
export const kindOfLink = (link: string, serverUrl: string): LinkKind | undefined => {
  if (PERSON.some((pattern) => pattern.test(link))) {
    return 'person'
  }
  if (ROOM.test(link)) {
    return 'room of a session'
  }
  if (!link.startsWith(`${serverUrl}/`)) {
    return undefined
  }
  const path = decodeURI(link.slice(serverUrl.length))
  return PAGES.find((page) => page.path.test(path))?.kind
}

const unescape = (text: string): string => text.replaceAll('&amp;', '&')

/** Every link of a mail or a chat, each once: what is behind words, and what can be clicked as it stands. */
export const findLinks = (parts: { html?: string; text: string }): string[] => {
  const behind = [...(parts.html ?? '').matchAll(/\b(?:href|src|action)="([^"]*)"/g)]
  const plain = [...parts.text.matchAll(/\b(?:https?:\/\/|mailto:)[^\s<>"]+/g)]
  const found = [
    ...behind.map(([, link]) => unescape(link ?? '')),
    ...plain.map(([link]) => link.replace(/[.,)]+$/, '')),
  ]
  return [...new Set(found)]
}
