import { whereFields } from '../../spk/place'
import type { SpkProps } from './SpkView'

/** What every form of the page says beside itself: where it belongs, and which version was read. */
export function SpkFields({ spk, where }: SpkProps) {
  const hidden = { ...whereFields(where), version: String(spk.version) }
  return Object.entries(hidden).map(([name, value]) => (
    <input key={name} name={name} readOnly type="hidden" value={value} />
  ))
}
