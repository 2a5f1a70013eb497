import type { TimelineSource, TimelineTopic } from '../../kernel/history'
import type { PanelMessage, PanelOrder, PanelPost, PanelStep } from './types'

import { findSource } from './timelineSources'

/** One line of the timeline. */
export type TimelineEntry = { at: string; topic: TimelineTopic } & (
  | { message: PanelMessage; sort: 'message' }
  | { post: PanelPost; sort: 'post' }
  | { sort: 'step'; step: PanelStep }
)

/** What one may look at alone, in the order of the buttons. */
export const TOPICS = ['money', 'work', 'message', 'talk'] as const satisfies TimelineTopic[]

/** The topic that an address asks for; none for anything that is none. */
export const parseTopic = (typed: string | string[] | undefined): TimelineTopic | undefined =>
  TOPICS.find((topic) => topic === typed)

/** Money, delivery, messages and people of one order as one story, the newest first. */
export const buildTimeline = (args: {
  order: Pick<PanelOrder, 'begun' | 'history' | 'messages' | 'posts'>
  sources: readonly TimelineSource[]
  /** Only this. */
  topic?: TimelineTopic | undefined
}): TimelineEntry[] => {
  const { order, sources, topic } = args
  const entries: TimelineEntry[] = [
    ...[...order.history, ...order.begun].map((step): TimelineEntry => ({
      at: step.at,
      sort: 'step',
      step,
      topic: findSource(sources, step.machine)?.topic ?? 'work',
    })),
    ...order.messages.map((message): TimelineEntry => ({
      at: message.at,
      message,
      sort: 'message',
      topic: 'message',
    })),
    ...order.posts.map((post): TimelineEntry => ({
      at: post.at,
      post,
      sort: 'post',
      topic: 'talk',
    })),
  ]
  return entries
    .filter((entry) => !topic || entry.topic === topic)
    .sort((a, b) => new Date(b.at).getTime() - new Date(a.at).getTime())
}
