'use client'

import type { FormEvent, ReactElement } from 'react'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

import type { SuspensionCause, SuspensionResult } from '../outcome'
import type { ServiceLine } from './serviceLine'
import type { BulkDeed } from './texts'

import { PanelDialog } from '../../kernel/admin/PanelDialog'
import { ReasonField } from '../../kernel/admin/ReasonField'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { CauseField, Foreseen, Outcomes, UntilField } from './BulkParts'
import { SUSPENSION_TEXTS } from './texts'

type DialogProps = {
  days: { first: string; last: string }
  deed: BulkDeed
  lines: readonly ServiceLine[]
  onClose: () => void
  path: string
}

/** What is asked of the shop with what the dialog holds; the dry run needs a reason of its own. */
const buildBody = (args: {
  cause: SuspensionCause
  deed: BulkDeed
  ids: readonly string[]
  isDry: boolean
  reason: string
  until: string
}): object => {
  const { cause, deed, ids, isDry, reason, until } = args
  return {
    accountIds: ids,
    isDry,
    reason: isDry ? 'Pratinjau' : reason,
    ...(deed === 'suspend' && { cause }),
    ...(deed === 'chance' && { until }),
  }
}

const useBulk = ({ days, deed, lines, path }: DialogProps) => {
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const [chosen] = useState(lines)
  const [cause, setCause] = useState<SuspensionCause>('unpaid')
  const [until, setUntil] = useState(days.first)
  const [reason, setReason] = useState('')
  const [error, setError] = useState('')
  const [foreseen, setForeseen] = useState<SuspensionResult[]>()
  const [results, setResults] = useState<SuspensionResult[]>()
  const ask = async (
    isDry: boolean,
    take: (found: SuspensionResult[]) => unknown,
  ): Promise<void> => {
    const ids = chosen.map(({ id }) => id)
    const answer = await call<{ result: SuspensionResult[] }>({
      body: buildBody({ cause, deed, ids, isDry, reason, until }),
      path: `${path}/${deed}`,
    })
    setError(answer.error ?? '')
    if (answer.error === undefined) {
      take(answer.body.result)
    }
  }
  // An answer to an earlier question is not what is foreseen now.
  const question = `${cause} ${until}`
  const asked = useRef('')
  useEffect(() => {
    if (asked.current !== question) {
      asked.current = question
      void ask(true, (found) => asked.current === question && setForeseen(found))
    }
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void ask(false, (found) => {
      setResults(found)
      router.refresh()
    })
  }
  const fields = { cause, error, reason, setCause, setReason, setUntil, until }
  return { chosen, fields, foreseen, isBusy, results, submit }
}

/** Does the same with many services: first what would become of them, then why, then what became of each. */
export const BulkDialog = (props: DialogProps): ReactElement => {
  const { days, deed, onClose } = props
  const text = SUSPENSION_TEXTS[usePanelLocale()]
  const { chosen, fields, foreseen, isBusy, results, submit } = useBulk(props)
  const canDo = foreseen?.some(({ outcome }) => outcome === 'done') ?? false
  return (
    <PanelDialog onClose={onClose} title={`${text[deed]} (${chosen.length})`}>
      {(close) =>
        results ? (
          <Outcomes deed={deed} lines={chosen} onClose={close} results={results} />
        ) : (
          <form onSubmit={submit}>
            {foreseen ? <Foreseen deed={deed} results={foreseen} /> : null}
            {deed === 'suspend' ? (
              <CauseField cause={fields.cause} onChange={fields.setCause} />
            ) : null}
            {deed === 'chance' ? (
              <UntilField days={days} onChange={fields.setUntil} until={fields.until} />
            ) : null}
            <ReasonField
              hint={text.reasonHint}
              label={text.reason}
              maxLength={1000}
              onChange={fields.setReason}
              rows={3}
              value={fields.reason}
            />
            <p className="lunas-dialog__error" role="alert">
              {fields.error}
            </p>
            <div className="lunas-dialog__actions">
              <button
                className="btn btn--style-secondary btn--size-medium"
                onClick={close}
                type="button"
              >
                {text.back}
              </button>
              <button
                className={`btn btn--size-medium btn--style-${deed === 'suspend' ? 'error' : 'primary'}`}
                disabled={isBusy || !canDo}
                type="submit"
              >
                {isBusy ? text.busy : text[deed]}
              </button>
            </div>
          </form>
        )
      }
    </PanelDialog>
  )
}
