import { loadOnce } from '../../kernel/queue'

/** What draws agreements, with its fonts and codes: loaded when the first one is drawn. */
export const loadDocument = loadOnce(() => import('../document'))
