/** Days that can be asked about. */
import { type Day, isDay } from '@piket/domain/calendar/day.ts'

// Circulars, staff and calendars of one working life: a day outside of it is a slip of the hand, never a question.
export const [firstDay, lastDay] = ['2000-01-01', '2099-12-31']

/** Whether a text is a day that can be asked about: to no other one leads a link. */
export const isAsked = (text: string): text is Day => isDay(text) && firstDay <= text && text <= lastDay
