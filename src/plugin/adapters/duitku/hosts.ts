/** Duitku's published hosts; the payment page host belongs to the API host of the same environment. */
export const DUITKU_HOSTS = {
  production: {
    app: 'app-prod.duitku.com',
    passport: 'passport.duitku.com',
    pop: 'api-prod.duitku.com',
  },
  sandbox: {
    app: 'app-sandbox.duitku.com',
    passport: 'sandbox.duitku.com',
    pop: 'api-sandbox.duitku.com',
  },
} as const

/** Whether a host is this very machine, where a stand-in may speak plain HTTP. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/** Whether a host belongs to the gateway itself rather than to a stand-in. */
export function isDuitkuHost(hostname: string): boolean {
  return hostname === 'duitku.com' || hostname.endsWith('.duitku.com')
}

/** Reads a URL; anything else is undefined. */
export function parseUrl(text: string): undefined | URL {
  return URL.canParse(text) ? new URL(text) : undefined
}
