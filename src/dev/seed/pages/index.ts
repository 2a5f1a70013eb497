import type { PageCopy } from '../copy'

import { contact } from './contact'
import { instalments } from './instalments'
import { privacy } from './privacy'
import { questions } from './questions'
import { refunds } from './refunds'
import { terms } from './terms'

/** The plain pages of the demo shop. */
export const pageCopies: PageCopy[] = [terms, privacy, refunds, instalments, questions, contact]
