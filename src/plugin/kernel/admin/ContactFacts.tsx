import type { ReactElement } from 'react'

/** How to reach a buyer and what he wrote, as rows of a list of facts. */
export const ContactFacts = (props: {
  buyer: { email: string; notes: null | string; phone: null | string }
  text: { email: string; notes: string }
}): ReactElement => {
  const { buyer, text } = props
  return (
    <>
      <div>
        <dt>{text.email}</dt>
        <dd>
          <a href={`mailto:${buyer.email}`}>{buyer.email}</a>
        </dd>
      </div>
      {buyer.phone ? (
        <div>
          <dt>WhatsApp</dt>
          <dd>
            <a
              href={`https://wa.me/${buyer.phone.replace(/\D/g, '')}`}
              rel="noreferrer"
              target="_blank"
            >
              {buyer.phone}
            </a>
          </dd>
        </div>
      ) : null}
      {buyer.notes ? (
        <div>
          <dt>{text.notes}</dt>
          <dd className="lunas-notes">{buyer.notes}</dd>
        </div>
      ) : null}
    </>
  )
}
