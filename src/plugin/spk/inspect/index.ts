/** The front of the inspector: what a file may be, and a process of its own to look at it. */
export { faultTexts } from './faults'
export { INSPECT_LIMITS, type InspectLimits } from './limits'
export { type Look, lookAtFile } from './look'
export { placeOf, programIn } from './place'
export { type Precheck, precheck, precheckSize, type ReturnedKind } from './precheck'
export { type InspectorResult, type InspectorUsage, runInspector } from './runInspector'
export type { InspectorTask, TaskFiles } from './task'
export { type Wrapped, wrapPictures } from './wrapPictures'
