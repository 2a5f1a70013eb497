import type { AfterErrorHook } from 'payload'

import { findSqlState } from './transaction'

/** What Postgres says of values that do not fit: wrong kind, out of range, unknown, too deep. */
const BAD_VALUES =
  /^(?:22\w{3}|23502|23503|23514|42601|42703|42804|42846|42883|42P18|54000|54001|54023)$/

/** What Payload and its parsers throw without a status when a request makes no sense. */
const BAD_REQUESTS =
  /^(?:Unexpected end of form|Malformed (?:content type|part header|urlencoded form)|Multipart: Boundary not found|Request is not eligible for file upload|Unsupported content type|Cannot find field for path|A file name is required|Not supported|Invalid time value|Missing ID|Expected response from the upload handler|Boundary not found|Invalid value type)/

const messageOf = (error: Error): string => (typeof error.message === 'string' ? error.message : '')

const isBadInput = (error: Error): boolean =>
  error.name === 'SyntaxError' ||
  error.name === 'URIError' ||
  BAD_REQUESTS.test(messageOf(error)) ||
  BAD_VALUES.test(findSqlState(error) ?? '')

type Written = { data?: unknown; method?: string | undefined }

const isWrite = (req: Written): boolean => ['PATCH', 'POST', 'PUT'].includes(req.method ?? '')

/** Fields of the names of an object's own methods: nobody can write it down as a word. */
const UNSPEAKABLE = 'Cannot convert object to primitive value'

/**
 * Payload reads fields from a body that is a number, a text or nothing at all, or writes down as a word
 * what cannot be one, and stumbles.
 */
const isOddBody = (error: Error, { data }: Written): boolean =>
  error.name === 'TypeError' &&
  (typeof data !== 'object' ||
    data === null ||
    Array.isArray(data) ||
    messageOf(error) === UNSPEAKABLE)

/** Lists in lists in lists: what walks them runs out of stack. */
const isTooDeep = (error: Error): boolean =>
  error.name === 'RangeError' && messageOf(error).includes('call stack')

const statusOf = (error: Error): number => Number((error as { status?: unknown }).status ?? 500)

/**
 * Answers 400 where Payload would answer 500 although the request was at fault: a number compared with
 * a word, a date that is none, half a form. What the database said stays in the log.
 */
export const answerBadInput: AfterErrorHook = ({ error, req }) =>
  statusOf(error) >= 500 &&
  (isBadInput(error) || (isWrite(req) && (isOddBody(error, req) || isTooDeep(error))))
    ? {
        response: {
          errors: [
            { code: 'input.invalid', message: 'The request holds something that does not fit.' },
          ],
        },
        status: 400,
      }
    : undefined
