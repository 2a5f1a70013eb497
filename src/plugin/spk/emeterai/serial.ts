import type { SignatureField } from './signature/fields'

import { entriesOf, nameOf, textOf } from './pdf/values'

/**
 * Serial of an e-Meterai. PMK 78/2024 speaks of 22 digits; real ones are letters and digits
 * (measured on stamps of the test service).
 */
export const METERAI_SERIAL = /^[0-9A-Z]{22}$/

/** What the official adapter writes into the signature's `/Name`. */
const SIGNATURE_NAME = 'e-meterai_signatures'

/** Whether a signed field wants to be an e-Meterai, well made or not. */
export const looksLikeMeterai = ({ name, value }: SignatureField): boolean => {
  const app = entriesOf(entriesOf(value.get('Prop_Build')).get('App'))
  return (
    value.size > 0 &&
    (/^emet/i.test(name) ||
      textOf(value.get('Name')) === SIGNATURE_NAME ||
      nameOf(app.get('Name')) === 'Signadapter')
  )
}

/**
 * The serial, which stands twice: in the field's name (`Emet<serial>`) and at the head of the reason
 * (`[<serial>] …`). Null unless every one that is there is well made and says the same.
 */
export const findSerial = ({ name, value }: SignatureField): null | string => {
  const inName = /^Emet(.*)$/s.exec(name)?.[1]
  const inReason = /^\[([^\]]*)\]/.exec(textOf(value.get('Reason')))?.[1]
  const [first = '', second = first] = [inName, inReason].filter((each) => each !== undefined)
  const isNamed = inName !== undefined || textOf(value.get('Name')) === SIGNATURE_NAME
  return isNamed && first === second && METERAI_SERIAL.test(first) ? first : null
}
