/** A clause as a sentence: what stands in the file, read aloud. */
import type { Bilingual } from '../messages/problem.ts'
import {
  actWords,
  baseWords,
  channelWords,
  dutyWords,
  forceWords,
  letterWords,
  placeWords,
  positionWords,
  protocolWords,
  purposeWords,
  recipientWords,
  roundingWords,
  serviceWords,
  spanWords,
  type Vocabulary,
} from '../messages/words.ts'
import type { Ban, Circular, Clause, Due, Duty, Need, Pattern, Quota, Value } from './schema.ts'
import { people, whenWords } from './selector-words.ts'
import { and, capital, or, type Speech, say, type UnitName, word } from './speech.ts'

/** The sentence of one clause in both languages. */
export const clauseSentence = (clause: Clause, doc: Circular, unitName: UnitName): Bilingual => ({
  id: capital(sentence(clause, { doc, unitName, language: 'id' })),
  en: capital(sentence(clause, { doc, unitName, language: 'en' })),
})

function sentence(clause: Clause, speech: Speech): string {
  const time = clause.when ? `${whenWords(clause.when, speech)}, ` : ''
  const letters = clause.needs ? `${say(speech, ', dengan ', ', with a ')}${needs(clause.needs, speech)}` : ''
  const over = clause.over
    ? say(
        speech,
        `; butir ${and(clause.over, speech)} dikesampingkan`,
        `; sets clause ${and(clause.over, speech)} aside`,
      )
    : ''
  return `${time}${body(clause, speech)}${letters}${over}.`
}

function body(clause: Clause, speech: Speech): string {
  const who = people(clause.who, speech)
  switch (clause.kind) {
    case 'placement':
      return placementWords(who, clause.place, clause.force, speech)
    case 'quota':
      return quotaWords(clause, who, speech)
    case 'duty':
      return duty(clause, who, speech)
    case 'ban':
      return ban(clause, who, speech)
    case 'service': {
      const state = valueWords(clause.public, serviceWords, speech)
      const hours =
        clause.hours === undefined
          ? ''
          : `, ${say(speech, 'jam layanan', 'hours')} ${valueWords(clause.hours, {}, speech)}`
      const protocol = clause.protocol
        ? `, ${say(speech, 'dengan', 'with')} ${word(speech, protocolWords, clause.protocol)}`
        : ''
      return `${say(speech, 'layanan', 'service of')} ${who}: ${state}${hours}${protocol}`
    }
    case 'hours': {
      const table =
        typeof clause.timetable === 'string'
          ? say(speech, ` mengikuti jam kerja ${clause.timetable}`, ` keep the timetable ${clause.timetable}`)
          : ''
      const windows = (clause.presence ?? []).map(({ name, from, to }) => `${name} ${from}–${to}`)
      const presence =
        windows.length > 0
          ? say(speech, ` mencatat presensi ${windows.join(', ')}`, ` check in at ${windows.join(', ')}`)
          : ''
      return `${who}${table}${presence}`
    }
    case 'pattern':
      return `${who}: ${patternWords(clause, speech)}`
  }
}

function placementWords(who: string, place: Value, force: Clause['force'], speech: Speech): string {
  const strength = word(speech, forceWords, force)
  if (place === 'rotate')
    return say(
      speech,
      `${who} bekerja bergantian di kantor dan di rumah (${strength})`,
      `${who} take turns at the office and at home (${strength})`,
    )
  const where = valueWords(place, placeWords, speech)
  const at = place === 'office' || place === 'other_office' ? 'at the' : place === 'field' ? 'in the' : 'at'
  return say(speech, `${who} ${strength} bekerja di ${where}`, `${who} ${strength} work ${at} ${where}`)
}

function valueWords(value: Value, vocabulary: Vocabulary, speech: Speech): string {
  if (typeof value !== 'object') return word(speech, vocabulary, String(value))
  if ('table' in value) return say(speech, `menurut tabel ${value.table}`, `by table ${value.table}`)
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

const directions = {
  max: { id: 'paling banyak', en: 'at most' },
  min: { id: 'paling sedikit', en: 'at least' },
  exact: { id: 'tepat', en: 'exactly' },
} as const

function quotaWords(quota: Quota, who: string, speech: Speech): string {
  const bounds = (['min', 'max', 'exact'] as const).flatMap((direction) => {
    const amount = quota.amount[direction]
    if (amount === undefined) return []
    const unit = typeof amount === 'number' ? say(speech, ' orang', ' people') : ''
    return [`${directions[direction][speech.language]} ${valueWords(amount, {}, speech)}${unit}`]
  })
  const place =
    quota.place === 'office'
      ? say(speech, 'berada di kantor', 'are at the office')
      : say(speech, 'berada di rumah', 'are at home')
  const inside = (side: 'in' | 'out') =>
    side === 'in' ? say(speech, 'ikut dihitung', 'counted in') : say(speech, 'tidak dihitung', 'left out')
  const usual = quota.amount.max !== undefined ? 'down' : quota.amount.min !== undefined ? 'up' : 'nearest'
  const floor =
    quota.at_least === undefined
      ? ''
      : say(speech, `, sedikitnya ${quota.at_least} orang`, `, never fewer than ${quota.at_least}`)
  return [
    say(
      speech,
      `di ${word(speech, spanWords, quota.per)} ${and(bounds, speech)} dari ${who} ${place}`,
      `in ${word(speech, spanWords, quota.per)} ${and(bounds, speech)} of ${who} ${place}`,
    ),
    say(
      speech,
      `dihitung dari ${word(speech, baseWords, quota.of.staff)}`,
      `counted from ${word(speech, baseWords, quota.of.staff)}`,
    ),
    say(
      speech,
      `pejabat yang wajib hadir ${inside(quota.of.heads)}, unit yang dikecualikan ${inside(quota.of.exempt)}`,
      `officials who must come are ${inside(quota.of.heads)}, exempt units are ${inside(quota.of.exempt)}`,
    ),
    `${word(speech, roundingWords, quota.round ?? usual)}${floor}`,
  ].join('; ')
}

function duty(clause: Duty, who: string, speech: Speech): string {
  const strength = word(speech, forceWords, clause.force)
  const what = clause.what ? ` (${word(speech, reportWords, clause.what)})` : ''
  const to = clause.to ? `${say(speech, ' kepada ', ' to ')}${word(speech, recipientWords, clause.to)}` : ''
  const nobody = clause.to === null ? say(speech, ', penerima tidak disebut', ', to whom is not stated') : ''
  const where = clause.where ? `, ${clause.where}` : ''
  const reasons = clause.for
    ? `${say(speech, ' untuk ', ' for ')}${or(
        clause.for.map((one) => word(speech, purposeWords, one)),
        speech,
      )}`
    : ''
  const channels = clause.channels
    ? `${say(speech, ' melalui ', ' by ')}${or(
        clause.channels.map((one) => word(speech, channelWords, one)),
        speech,
      )}`
    : ''
  const when =
    clause.due === null
      ? say(speech, ', waktu tidak disebut', ', when is not stated')
      : clause.due
        ? ` ${dueWords(clause.due)[speech.language]}`
        : ''
  return `${who} ${strength} ${word(speech, dutyWords, clause.do)}${what}${to}${reasons}${when}${channels}${where}${nobody}`
}

const reportWords: Vocabulary = {
  results_of_home_work: { id: 'hasil kerja dari rumah', en: 'the results of home work' },
  named_list_office_and_home: { id: 'daftar nama di kantor dan di rumah', en: 'a named list of office and home' },
}

const rhythms = {
  day: { id: 'setiap hari', en: 'every day' },
  workday: { id: 'setiap hari kerja', en: 'every working day' },
  week: { id: 'setiap pekan', en: 'every week' },
  month: { id: 'setiap bulan', en: 'every month' },
} as const
const starts = {
  start: { id: 'sejak mulai', en: 'after the start' },
  end: { id: 'sesudah berakhir', en: 'after the end' },
  event: { id: 'sesudah kejadian', en: 'after the event' },
} as const

/** When something is due, in words. */
export function dueWords(due: Due): Bilingual {
  if ('on' in due) return { id: `pada ${due.on}`, en: `on ${due.on}` }
  if ('before' in due) return { id: 'sebelum kegiatan', en: 'before the activity' }
  if ('every' in due) {
    const day = due.day === undefined ? { id: '', en: '' } : { id: ` tanggal ${due.day}`, en: ` on day ${due.day}` }
    const time =
      due.time === undefined ? { id: '', en: '' } : { id: ` paling lambat ${due.time}`, en: ` by ${due.time}` }
    return { id: `${rhythms[due.every].id}${day.id}${time.id}`, en: `${rhythms[due.every].en}${day.en}${time.en}` }
  }
  const length =
    due.workdays === undefined
      ? { id: `${due.days} hari`, en: `${due.days} days` }
      : { id: `${due.workdays} hari kerja`, en: `${due.workdays} working days` }
  return { id: `dalam ${length.id} ${starts[due.after].id}`, en: `within ${length.en} ${starts[due.after].en}` }
}

function ban(clause: Ban, who: string, speech: Speech): string {
  const acts = or(
    clause.act.map((act) => word(speech, actWords, act)),
    speech,
  )
  const family = clause.includes ? say(speech, ', bersama keluarga', ', family included') : ''
  const strength =
    clause.force === 'must' ? say(speech, 'dilarang', 'must not') : say(speech, 'diminta tidak', 'should not')
  const letters = (clause.unless ?? []).flatMap((one) =>
    'letter' in one ? [word(speech, letterWords, one.letter)] : one.reason,
  )
  const unless =
    letters.length > 0
      ? say(speech, `, kecuali dengan ${or(letters, speech)}`, `, unless with ${or(letters, speech)}`)
      : ''
  return `${who} ${strength} ${acts}${family}${unless}`
}

const needs = (letters: readonly Need[], speech: Speech) =>
  and(
    letters.map(({ letter }) => word(speech, letterWords, letter)),
    speech,
  )

function patternWords({ limit, run, alternate, teams }: Pattern, speech: Speech): string {
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
        say(speech, `paling banyak ${limit.max} hari ${place} ${per}`, `at most ${limit.max} ${place} days ${per}`),
      )
    if (limit.min !== undefined)
      parts.push(
        say(speech, `paling sedikit ${limit.min} hari ${place} ${per}`, `at least ${limit.min} ${place} days ${per}`),
      )
  }
  if (run)
    parts.push(
      say(
        speech,
        `paling lama ${run.max} hari ${word(speech, placeWords, run.place)} berturut-turut`,
        `at most ${run.max} ${word(speech, placeWords, run.place)} days in a row`,
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
