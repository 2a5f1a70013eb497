import { Column, Link, Row, Section } from 'react-email'

import type { MessageContent } from '../messages/content'

import { light } from './palette'

const cell = {
  color: light.ink,
  fontSize: 15,
  lineHeight: '22px',
  padding: '5px 0',
  verticalAlign: 'top',
}
const right = { ...cell, paddingLeft: 16, textAlign: 'right' } as const
const quiet = { ...cell, color: light.muted }

/** The order's lines, then the facts, as two columns of text. */
export const MailRows = ({ facts, items }: Pick<MessageContent, 'facts' | 'items'>) => (
  <Section>
    {items.map((item, index) => (
      <Row key={`item ${index}`}>
        <Column className="m-ink" style={cell}>
          {item.title}
        </Column>
        <Column align="right" className="m-ink" style={{ ...right, whiteSpace: 'nowrap' }}>
          {item.amount}
        </Column>
      </Row>
    ))}
    {facts.map((fact) => (
      <Row key={fact.label}>
        <Column className="m-muted" style={quiet}>
          {fact.label}
        </Column>
        <Column align="right" className="m-ink" style={right}>
          {fact.href ? (
            <Link className="m-link" href={fact.href} style={{ color: light.brand }}>
              {fact.value}
            </Link>
          ) : (
            fact.value
          )}
        </Column>
      </Row>
    ))}
  </Section>
)
