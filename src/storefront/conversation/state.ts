/** What the answer form of a thread shows after a refused attempt; plain data, sent to the browser. */
export type AnswerState = {
  errors: Partial<Record<'body', string>>
  /** A message that belongs to no field. */
  general?: string
  values: { body?: string }
}

/** A form nobody has sent yet. */
export const emptyAnswer: AnswerState = { errors: {}, values: {} }
