import type { StampAdapter } from '../../spk/port'
import type { PeruriOptions } from './peruri/options'

import { createManualStamp } from './manual/createManualStamp'
import { createPeruriStamp } from './peruri/createPeruriStamp'

/** The chosen way to e-Meterai, with its settings. */
export type StampOptions = ({ id: 'peruri' } & PeruriOptions) | { id: 'manual' }

/** The way to e-Meterai that a shop has chosen. Throws at start when an option is wrong. */
export const createStampAdapter = (options: StampOptions): StampAdapter =>
  options.id === 'manual' ? createManualStamp() : createPeruriStamp(options)

/** What of the settings must stand in no log. */
export const stampSecretsOf = (options: StampOptions): string[] =>
  options.id === 'manual' ? [] : [options.password]
