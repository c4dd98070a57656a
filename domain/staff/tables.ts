/** Every table of circular-language, section 9, by the name of its file. */
import { calendarTable, seasonTable } from './calendar-tables.ts'
import { answerTable, eventTable, statusTable } from './declaration-tables.ts'
import { actingTable, attributeTable, leaveTable, letterTable, overrideTable, rosterTable } from './person-tables.ts'
import { staffTable } from './staff-table.ts'
import { unitTable } from './unit-table.ts'

/** The tables by the names of their files. */
export const tables = {
  staff: staffTable,
  units: unitTable,
  acting: actingTable,
  attributes: attributeTable,
  leave: leaveTable,
  letters: letterTable,
  statuses: statusTable,
  events: eventTable,
  answers: answerTable,
  overrides: overrideTable,
  roster: rosterTable,
  calendar: calendarTable,
  seasons: seasonTable,
} as const

export type TableName = keyof typeof tables
