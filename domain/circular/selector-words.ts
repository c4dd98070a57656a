/** Selectors of people and of days, read aloud. */

import { dayOf, type Instant } from '../calendar/day.ts'
import { clockWords, dayWords } from '../messages/day-words.ts'
import { plural } from '../messages/plural.ts'
import type { Bilingual } from '../messages/problem.ts'
import { statusValueWords, statusWords } from '../messages/status-words.ts'
import {
  attributeWords,
  classWords,
  dayKindWords,
  employmentWords,
  eventPlaceWords,
  eventWords,
  jobWords,
  placeWords,
  positionWords,
  weekdayWords,
  wordFor,
} from '../messages/words.ts'
import type { EventRef, When, Who } from './clause.ts'
import type { Moment } from './literal.ts'
import type { Circular } from './schema.ts'
import { and, or, type Speech, say, type UnitName, word } from './speech.ts'

/** The people a selector reaches. What narrows them to those placed somewhere is said after the people themselves. */
export function people(who: Who, speech: Speech): string {
  const { doc, unitName } = speech
  const parts: string[] = []
  const tails: string[] = []
  const head = (items: readonly string[]) => parts.push(or(items, speech))
  if (who.all) parts.push(say(speech, 'seluruh pegawai', 'all staff'))
  if (who.public) parts.push(say(speech, 'masyarakat', 'the public'))
  if (who.echelon) {
    const ranks = who.echelon.filter((rank) => rank !== 'none')
    const named =
      ranks.length > 0 ? [say(speech, `pejabat eselon ${or(ranks, speech)}`, `echelon ${or(ranks, speech)}`)] : []
    head([
      ...named,
      ...(who.echelon.includes('none') ? [say(speech, 'pegawai tanpa eselon', 'staff without echelon')] : []),
    ])
  }
  if (who.top_levels !== undefined)
    parts.push(
      say(speech, `pejabat ${who.top_levels} jenjang teratas unit`, `the ${who.top_levels} highest levels of the unit`),
    )
  if (who.position) head(who.position.map((one) => word(speech, positionWords, one)))
  if (who.job) head(who.job.map((one) => word(speech, jobWords, one)))
  if (who.employment) head(who.employment.map((one) => word(speech, employmentWords, one)))
  if (who.group) head(who.group.map((name) => groupWords(doc, name, speech)))
  if (who.unit) head(who.unit.map((one) => unitWords(one, unitName, speech)))
  if (who.age) parts.push(ageWords(who.age, speech))
  if (who.has)
    parts.push(
      say(
        speech,
        `pegawai yang ${or(
          who.has.map((one) => word(speech, attributeWords, one)),
          speech,
        )}`,
        `staff who are ${or(
          who.has.map((one) => word(speech, attributeWords, one)),
          speech,
        )}`,
      ),
    )
  if (who.employer)
    tails.push(say(speech, `pegawai ${or(who.employer, speech)}`, `employed by ${or(who.employer, speech)}`))
  if (who.workplace_in)
    tails.push(
      say(
        speech,
        `yang bertugas di ${or(who.workplace_in, speech)}`,
        `whose workplace lies in ${or(who.workplace_in, speech)}`,
      ),
    )
  if (who.placed) {
    const where = or(
      who.placed.map((one) => word(speech, placeWords, one)),
      speech,
    )
    tails.push(say(speech, `yang hari itu di ${where}`, `who are at ${where} that day`))
  }
  if (who.under) {
    const clauses = or(who.under.map(speech.clauseName), speech)
    tails.push(say(speech, `yang ditempatkan butir ${clauses}`, `placed by clause ${clauses}`))
  }
  if (who.any_of)
    parts.push(
      or(
        who.any_of.map((one) => people(one, speech)),
        speech,
      ),
    )
  if (parts.length === 0) parts.push(say(speech, 'pegawai', 'staff'))
  const not = who.not ? say(speech, ` selain ${people(who.not, speech)}`, ` other than ${people(who.not, speech)}`) : ''
  return `${[parts.join(say(speech, ' yang juga ', ' who are also ')), ...tails].join(' ')}${not}`
}

function groupWords(doc: Circular, name: string, speech: Speech): string {
  const label = doc.groups[name]?.label_id
  return label === undefined ? name.replaceAll('_', ' ') : say(speech, label, `"${label}"`)
}

/** A unit of a selector in words: a class, a sector, a function, or a name. */
export function unitWords(unit: string, unitName: UnitName, speech: Pick<Speech, 'language'>): string {
  const colon = unit.indexOf(':')
  if (colon < 0) return unitName(unit)
  const name = unit.slice(colon + 1)
  const { language } = speech
  switch (unit.slice(0, colon)) {
    case 'class':
      return wordFor(classWords, name)[language]
    case 'sector':
      return language === 'id' ? `sektor ${name}` : `the ${name} sector`
    default:
      return language === 'id'
        ? `unit dengan fungsi ${name.replaceAll('_', ' ')}`
        : `units that do ${name.replaceAll('_', ' ')}`
  }
}

/** The same; a part of an agency with the agency it belongs to. */
export function unitWithin(unit: string, unitName: UnitName, speech: Pick<Speech, 'language'>): string {
  const [agency = '', ...below] = unit.split('/')
  const own = unitWords(unit, unitName, speech)
  return below.length > 0 ? `${own} (${unitName(agency)})` : own
}

function ageWords({ at_least, over, past_birthday, under }: NonNullable<Who['age']>, speech: Speech): string {
  const parts: string[] = []
  if (at_least !== undefined) parts.push(say(speech, `${at_least} tahun ke atas`, `${at_least} and over`))
  if (over !== undefined) parts.push(say(speech, `di atas ${over} tahun`, `over ${over}`))
  if (past_birthday !== undefined)
    parts.push(say(speech, `melewati ulang tahun ke-${past_birthday}`, `past their ${past_birthday}th birthday`))
  if (under !== undefined) parts.push(say(speech, `di bawah ${under} tahun`, `under ${under}`))
  return say(speech, `pegawai berusia ${and(parts, speech)}`, `staff aged ${and(parts, speech)}`)
}

/** A day, or a day with a time, in words. */
export function instantWords(instant: Instant): Bilingual {
  const day = dayWords(dayOf(instant))
  const clock = clockWords(instant.slice(11))
  return instant.length === 10 ? day : { id: `${day.id} pukul ${clock.id}`, en: `${day.en} ${clock.en}` }
}

/** A moment that may hang on a declaration, in words. */
export function momentWords(moment: Moment, speech: Pick<Speech, 'language'>): string {
  if (typeof moment === 'string') return instantWords(moment)[speech.language]
  const event = word(speech, eventWords, moment.event)
  const later =
    moment.plus_days === undefined
      ? ''
      : say(
          speech,
          ` ditambah ${moment.plus_days} hari`,
          ` plus ${moment.plus_days} ${plural(moment.plus_days, 'day')}`,
        )
  return say(speech, `penetapan ${event}${later}`, `the declaration of ${event}${later}`)
}

/** What is declared, of what, and how long it counts. */
function declared({ type, at, for: length, count }: EventRef, speech: Speech): string {
  const event = word(speech, eventWords, type)
  const where = word(speech, eventPlaceWords, at)
  if (length === undefined)
    return say(speech, `bila ${event} dinyatakan ${where}`, `while ${event} is declared ${where}`)
  const [hari, days] = count === 'workdays' ? ['hari kerja', 'working day'] : ['hari', 'day']
  return say(
    speech,
    `selama ${length} ${hari} sejak ${event} dinyatakan ${where}`,
    `for ${length} ${plural(length, days)} from when ${event} is declared ${where}`,
  )
}

export function seasonWords(seasons: readonly string[], speech: Speech): string {
  const named = or(
    seasons.map((one) => word(speech, eventWords, one)),
    speech,
  )
  return say(speech, `selama ${named}`, `during ${named}`)
}

/** `07.30–16.00`; an absent side is the end of the day. */
export const stretchWords = (from = '00:00', to = '24:00', { language }: Pick<Speech, 'language'>) =>
  `${clockWords(from)[language]}–${clockWords(to)[language]}`

function statusSaid(name: string, values: readonly string[], speech: Speech): string {
  const status = word(speech, statusWords, name)
  const named = or(
    values.map((one) => word(speech, statusValueWords, one)),
    speech,
  )
  return say(speech, `bila ${status} ${named}`, `while the ${status} is ${named}`)
}

/** The days and hours a clause speaks of. */
export function whenWords(when: When, speech: Speech): string {
  const parts: string[] = []
  const { from, until } = when
  const stretch = [
    from === undefined ? [] : [say(speech, `sejak ${momentWords(from, speech)}`, `from ${momentWords(from, speech)}`)],
    until === undefined
      ? []
      : [say(speech, `sampai ${momentWords(until, speech)}`, `until ${momentWords(until, speech)}`)],
  ].flat()
  if (stretch.length > 0) parts.push(stretch.join(' '))
  if (when.weekday)
    parts.push(
      say(
        speech,
        `setiap ${and(
          when.weekday.map((one) => word(speech, weekdayWords, one)),
          speech,
        )}`,
        `every ${and(
          when.weekday.map((one) => word(speech, weekdayWords, one)),
          speech,
        )}`,
      ),
    )
  if (when.day)
    parts.push(
      say(
        speech,
        `pada ${or(
          when.day.map((one) => word(speech, dayKindWords, one)),
          speech,
        )}`,
        `on ${or(
          when.day.map((one) => word(speech, dayKindWords, one)),
          speech,
        )}`,
      ),
    )
  if (when.dates) {
    const dates = and(
      when.dates.map((date) => instantWords(date)[speech.language]),
      speech,
    )
    parts.push(say(speech, `pada ${dates}`, `on ${dates}`))
  }
  if (when.season) parts.push(seasonWords(when.season, speech))
  if (when.event) parts.push(declared(when.event, speech))
  for (const [name, values] of Object.entries(when.status ?? {})) parts.push(statusSaid(name, values, speech))
  if (when.time)
    parts.push(
      say(
        speech,
        `pukul ${stretchWords(when.time.from, when.time.to, speech)}`,
        stretchWords(when.time.from, when.time.to, speech),
      ),
    )
  if (when.any_of)
    parts.push(
      or(
        when.any_of.map((one) => whenWords(one, speech)),
        speech,
      ),
    )
  if (when.not)
    parts.push(say(speech, `selain ${whenWords(when.not, speech)}`, `other than ${whenWords(when.not, speech)}`))
  return parts.join(', ')
}
