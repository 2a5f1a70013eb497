export { createStampAdapter, type StampOptions, stampSecretsOf } from './createStampAdapter'
export type { PeruriOptions } from './peruri/options'
