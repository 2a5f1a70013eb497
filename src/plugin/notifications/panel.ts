import type { Config } from 'payload'

import { addPanelView } from '../kernel/payload'
import { CATALOGUE_PATH } from './admin/catalogueUrl'

const PANEL = '/plugin/notifications/admin'

/** Where the page to send WhatsApp messages by hand stands, below the panel's own address. */
export const BY_HAND_PATH = '/whatsapp'

/** Adds the catalogue of messages, and the page to work through those that a person sends. */
export const addMessageViews = (config: Config): Config => {
  const withCatalogue = addPanelView(config, {
    component: `${PANEL}/CatalogueView#CatalogueView`,
    link: `${PANEL}/CatalogueLink#CatalogueLink`,
    name: 'messageCatalogue',
    path: CATALOGUE_PATH,
  })
  return addPanelView(withCatalogue, {
    component: `${PANEL}/ByHandView#ByHandView`,
    name: 'whatsappByHand',
    path: BY_HAND_PATH,
  })
}
