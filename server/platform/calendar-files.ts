/** The files of `calendars/`: holidays and joint leave by decree, one file a year. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CalendarYear, readCalendarYear } from '@piket/domain/calendar/decrees.ts'
import { parse } from 'yaml'
import { installation } from './installation.ts'

/**
 * The years that come with this installation.
 * @throws when a file does not read; the message says what is wrong in it
 */
export async function calendarYears(): Promise<CalendarYear[]> {
  const folder = join(installation(), 'calendars')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(
    names.map(async (name) => {
      const year = readCalendarYear(parse(await readFile(join(folder, name), 'utf8')))
      if (!('refused' in year)) return year
      throw new Error(
        year.refused.map(({ code, path, id, en }) => `calendars/${name}: ${path}: ${code} ${id} / ${en}`).join('\n'),
      )
    }),
  )
}
