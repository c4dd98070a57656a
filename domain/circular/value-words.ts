/** Values that are written, looked up or left to somebody, read aloud. */

import type { Day } from '../calendar/day.ts'
import { dayWords } from '../messages/day-words.ts'
import { statusValueWords, statusWords } from '../messages/status-words.ts'
import { positionWords, type Vocabulary } from '../messages/words.ts'
import type { Value } from './literal.ts'
import { type Speech, say, word } from './speech.ts'

/** A value in the words of its field. */
export function valueWords(value: Value, vocabulary: Vocabulary, speech: Speech): string {
  if (typeof value !== 'object') return word(speech, vocabulary, String(value))
  if ('table' in value) {
    const rows = tableRows(value.table, vocabulary, speech)
    return say(speech, `menurut tabel ${value.table}${rows}`, `by table ${value.table}${rows}`)
  }
  const who = word(speech, positionWords, value.ask)
  const until =
    value.until_then === undefined
      ? ''
      : say(
          speech,
          `, sebelum itu ${word(speech, vocabulary, String(value.until_then))}`,
          `, until then ${word(speech, vocabulary, String(value.until_then))}`,
        )
  return say(speech, `ditetapkan ${who}${until}`, `decided by ${who}${until}`)
}

/** The rows of a table, each with its keys, its value and its time. */
function tableRows(name: string, vocabulary: Vocabulary, speech: Speech): string {
  const table = speech.doc.tables?.[name]
  if (!table) return ''
  const rows = table.rows.map(({ value, from, until, ...keys }) => {
    const named = table.by
      .map((key) => `${word(speech, statusWords, key)} ${word(speech, statusValueWords, String(keys[key]))}`)
      .join(', ')
    const since = from === undefined ? '' : say(speech, ` sejak ${day(from, speech)}`, ` from ${day(from, speech)}`)
    const to = until === undefined ? '' : say(speech, ` sampai ${day(until, speech)}`, ` until ${day(until, speech)}`)
    return `${named}: ${word(speech, vocabulary, String(value))}${since}${to}`
  })
  return ` (${rows.join('; ')})`
}

const day = (text: string | number, { language }: Speech) => dayWords(String(text) as Day)[language]
