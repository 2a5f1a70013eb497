/** Names of the fields of the form that has a service made. */
export type ServiceField =
  'access' | 'domain' | 'notes' | 'power' | 'rackUnits' | 'region' | 'system'

/** What the form shows after a refusal; sent to the browser, so plain data only. */
export type CreateState = {
  errors: Partial<Record<ServiceField, string>>
  /** A message that belongs to no field. */
  general?: string
  values: Partial<Record<ServiceField, string>>
}

/** A form nobody has sent yet. */
export const emptyCreate: CreateState = { errors: {}, values: {} }

/** What the button that shows credentials leads to. */
export type SecretsState = { general?: string; secrets?: [name: string, value: string][] }

/** Nobody has pressed it yet. */
export const noSecrets: SecretsState = {}
