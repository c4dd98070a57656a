/** A pattern of days read aloud. */
import { plural } from '../messages/plural.ts'
import { placeWords } from '../messages/words.ts'
import type { Pattern } from './clause.ts'
import { and, type Speech, say, word } from './speech.ts'

/** What a pattern asks of a row of days. */
export function patternWords({ limit, run, alternate, teams }: Pattern, speech: Speech): string {
  const parts: string[] = []
  if (limit) {
    const per = {
      week: say(speech, 'sepekan', 'a week'),
      month: say(speech, 'sebulan', 'a month'),
      period: say(speech, 'selama masa berlaku', 'in the period'),
    }[limit.per]
    const place = word(speech, placeWords, limit.place)
    if (limit.max !== undefined)
      parts.push(
        say(
          speech,
          `paling banyak ${limit.max} hari ${place} ${per}`,
          `at most ${limit.max} ${place} ${plural(limit.max, 'day')} ${per}`,
        ),
      )
    if (limit.min !== undefined)
      parts.push(
        say(
          speech,
          `paling sedikit ${limit.min} hari ${place} ${per}`,
          `at least ${limit.min} ${place} ${plural(limit.min, 'day')} ${per}`,
        ),
      )
  }
  if (limit) {
    const counted =
      limit.across === 'all'
        ? say(speech, ', menurut semua surat bersama-sama', ', by all documents together')
        : say(speech, ', menurut surat ini saja', ', by this document alone')
    parts.push(`${parts.pop() ?? ''}${counted}`)
  }
  if (run)
    parts.push(
      say(
        speech,
        `paling lama ${run.max} hari ${word(speech, placeWords, run.place)} berturut-turut`,
        `at most ${run.max} ${word(speech, placeWords, run.place)} ${plural(run.max, 'day')} in a row`,
      ),
    )
  if (alternate)
    parts.push(
      alternate === 'day'
        ? say(speech, 'berselang satu hari', 'every other day')
        : say(speech, 'berselang satu pekan', 'every other week'),
    )
  if (teams)
    parts.push(
      say(
        speech,
        `${teams.count} regu yang tidak bertemu, berganti tiap ${teams.swap === 'day' ? 'hari' : 'pekan'}`,
        `${teams.count} teams that never meet, swapping each ${teams.swap}`,
      ),
    )
  return and(parts, speech)
}
