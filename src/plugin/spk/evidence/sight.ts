import type { MeteraiMode } from '../content'
import type { SpkLayout } from '../document/layout'
import type { InspectLimits } from '../inspect'
import type { FaultCode, Finding } from './finding'

/** A code that is not where a page's own codes are, for whoever can read what it says. */
export type StrayCode = {
  /** Page of the returned file, from 1. */
  file: number
  isInBox: boolean
  /** Page of the issued document on which it stands, when that is known. */
  page: null | number
  text: string
}

/** What the eyes in the inspecting process bring back; the judging is done by their parent. */
export type Sight = {
  crops: { height: number; name: string; width: number }[]
  /** Found inside already: nothing else is known then. */
  fault: FaultCode | null
  findings: Finding[]
  /** Page of the issued document that each returned page is, or null. */
  pages: (null | number)[]
  signatureHash: string
  strays: StrayCode[]
  tools: Record<string, string>
}

/** What they are told; the files go beside it. */
export type SightTask = {
  earlierHashes: readonly string[]
  layout: SpkLayout
  limits: InspectLimits
  mode: MeteraiMode
  stamped: null | {
    rect: { heightMm: number; page: number; widthMm: number; xMm: number; yMm: number }
  }
}
