import type { MeteraiMode } from '../../content'
import type { SpkTemplate } from '../template'

import { LEAST_FONT_SIZE } from '../template'
import { FIRST_CLAUSES } from './first'
import { buildLastClauses } from './last'
import { MIDDLE_CLAUSES } from './middle'

/**
 * The template that a shop begins with: Pasal 1–13 in Indonesian. A draft: a lawyer reads it before
 * the first customer does (README of this room).
 */
export const buildDefaultTemplate = (mode: MeteraiMode): SpkTemplate => ({
  clauses: [...FIRST_CLAUSES, ...MIDDLE_CLAUSES, ...buildLastClauses(mode)],
  fontSize: LEAST_FONT_SIZE,
  mode,
})
