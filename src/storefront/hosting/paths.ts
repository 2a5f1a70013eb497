/** The page of all services of a customer, without a language prefix. */
export const SERVICES_PATH = '/akun/hosting'

/** The page of one service. */
export const servicePath = (id: string): string => `${SERVICES_PATH}/${encodeURIComponent(id)}`

/** The login that leads back to a page. */
export const loginTo = (path: string): string => `/akun?lanjut=${encodeURIComponent(path)}`
