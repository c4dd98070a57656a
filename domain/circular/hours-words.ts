/** Hours and presence read aloud. */
import { clockWords } from '../messages/day-words.ts'
import { presenceWords, type Vocabulary, weekdayWords } from '../messages/words.ts'
import type { Hours } from './clause.ts'
import type { Value } from './literal.ts'
import { seasonWords, stretchWords } from './selector-words.ts'
import { and, type Speech, say, word } from './speech.ts'
import { valueWords } from './value-words.ts'

/** Which timetable people keep to, and when they check in. */
export function hoursWords({ timetable, presence = [] }: Hours, who: string, speech: Speech): string {
  const table =
    timetable === undefined ? '' : `${say(speech, ' mengikuti jam kerja ', ' keep to ')}${named(timetable, speech)}`
  const windows = presence.map(({ name, from, to, how }) => {
    const way = how === undefined ? '' : ` (${word(speech, presenceWords, how)})`
    return `${name} ${stretchWords(from, to, speech)}${way}`
  })
  const checkIn =
    windows.length > 0
      ? say(speech, ` mencatat presensi ${windows.join(', ')}`, ` check in at ${windows.join(', ')}`)
      : ''
  return `${who}${table}${checkIn}`
}

/** A timetable by its rows; one that somebody else gives, by who or what does. */
function named(timetable: Value, speech: Speech): string {
  if (typeof timetable === 'string') return timetableWords(timetable, speech)
  const rows: Vocabulary = Object.fromEntries(
    Object.keys(speech.doc.timetables ?? {}).map((name) => {
      const said = timetableWords(name, speech)
      return [name, { id: said, en: said }]
    }),
  )
  return valueWords(timetable, rows, speech)
}

/** The rows of a timetable; its name when the document does not hold it. */
function timetableWords(name: string, speech: Speech): string {
  const rows = speech.doc.timetables?.[name]?.rows.map((row) => {
    const { weekday, season, shift, from, to, break_minutes, start_from, start_until } = row
    const days = and(
      weekday.map((one) => word(speech, weekdayWords, one)),
      speech,
    )
    const during = season ? ` ${seasonWords(season, speech)}` : ''
    const turn = shift === undefined ? '' : say(speech, ` sif ${shift}`, ` shift ${shift}`)
    const rest =
      break_minutes === 0
        ? ''
        : say(speech, `, istirahat ${break_minutes} menit`, `, break of ${break_minutes} minutes`)
    const [earliest, latest] = [clockWords(start_from ?? from), clockWords(start_until ?? from)]
    const start =
      start_from === undefined && start_until === undefined
        ? ''
        : say(
            speech,
            `, mulai antara ${earliest.id} dan ${latest.id}`,
            `, starting between ${earliest.en} and ${latest.en}`,
          )
    return `${days}${during}${turn} ${stretchWords(from, to, speech)}${rest}${start}`
  })
  return rows?.join('; ') ?? name
}
