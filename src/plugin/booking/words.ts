import type { PanelState } from '../kernel/machine'
import type { PlaceKind } from './rules'

import { plainWord } from '../kernel/machine'

/** The services on which sessions are held. */
export const PLACE_WORDS: Record<PlaceKind, PanelState> = {
  discord: plainWord('Discord', 'Discord'),
  googleMeet: plainWord('Google Meet', 'Google Meet'),
  other: plainWord('Lainnya', 'Other'),
  zoom: plainWord('Zoom', 'Zoom'),
}
