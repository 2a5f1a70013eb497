import type messages from '../messages/id.json'
import type { StoreLocale } from './locales'

declare module 'next-intl' {
  // Declaration merging needs an interface here; every other type of the shop is a `type`.
  interface AppConfig {
    Locale: StoreLocale
    Messages: typeof messages
  }
}
