/** A draft circular for what a meeting resolved: it names the meeting as its basis, and rules nothing yet. */

import type { Day } from '../calendar/day.ts'
import { ownOffice } from '../circular/own-office.ts'
import type { Circular } from '../circular/schema.ts'
import { minutesNumber } from './meeting.ts'

export interface DraftGround {
  readonly region: { readonly slug: string; readonly kind: 'province' | 'regency' | 'city'; readonly name: string }
  readonly meeting: { readonly number: number; readonly day: Day; readonly title: string; readonly aim: string }
  /** Each with its place in the minutes. */
  readonly clauses: readonly { readonly position: number; readonly words: string }[]
}

/**
 * The draft as a document of `circulars/`. Who words the circular turns each measure into clauses; as long as it is a
 * draft, and its measures are no clauses, it decides nothing about anybody.
 */
export function draftCircular({ region, meeting, clauses }: DraftGround): Circular {
  const number = minutesNumber(meeting)
  return {
    piket: 'circular/1',
    id: `${region.slug}-rapat-${number.replace('/', '-')}`,
    kind: 'circular',
    status: 'draft',
    level: region.kind,
    region: region.slug,
    number: null,
    title: `Konsep menurut rapat: ${meeting.title}`,
    issued_on: null,
    presented_on: meeting.day,
    issuer: { office: ownOffice[region.kind], signed_by: null },
    in_force: { from: null, until: null },
    relations: [],
    basis: [{ type: 'meeting', of: 'coordination', number, date: meeting.day, note: meeting.title }],
    sources: [{ id: 'n', type: 'minutes', publisher: `notulen rapat ${number}, ${region.name}`, said_on: meeting.day }],
    considerations: [{ id: 'k1', type: 'aim', text: meeting.aim, cite: 'n:tujuan' }],
    groups: {},
    clauses: [],
    measures: clauses.map(({ position, words }, index) => ({
      id: `m${index + 1}`,
      what: words,
      cite: `n:${position}`,
    })),
    open_questions: [],
  }
}
