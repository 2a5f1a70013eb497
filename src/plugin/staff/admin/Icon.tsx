import type { ReactElement } from 'react'

import { Mark } from './Mark'

/** The small mark in the corner of every page of the panel. */
export const Icon = (): ReactElement => <Mark size={18} />
