import type { PageCopy } from '../copy'

import { contact } from './contact'
import { privacy } from './privacy'
import { refunds } from './refunds'
import { terms } from './terms'

/** The plain pages of the demo shop. */
export const pageCopies: PageCopy[] = [terms, privacy, refunds, contact]
