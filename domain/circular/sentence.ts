/** A clause as a sentence: what stands in the file, read aloud. */
import { clockWords, dayWords } from '../messages/day-words.ts'
import { plural } from '../messages/plural.ts'
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
  weekdayWords,
} from '../messages/words.ts'
import type { Ban, Clause, Due, Duty, Need, Pattern, Quota } from './clause.ts'
import type { Value } from './literal.ts'
import type { Circular } from './schema.ts'
import { people, seasonWords, stretchWords, whenWords } from './selector-words.ts'
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
          ? say(speech, ' mengikuti jam kerja ', ' keep to ') + timetableWords(clause.timetable, speech)
          : ''
      const windows = (clause.presence ?? []).map(({ name, from, to }) => `${name} ${stretchWords(from, to, speech)}`)
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

/** The rows of a timetable; its name when the document does not hold it. */
function timetableWords(name: string, speech: Speech): string {
  const rows = speech.doc.timetables?.[name]?.rows.map(({ weekday, season, shift, from, to }) => {
    const days = and(
      weekday.map((one) => word(speech, weekdayWords, one)),
      speech,
    )
    const during = season ? ` ${seasonWords(season, speech)}` : ''
    const turn = shift === undefined ? '' : say(speech, ` sif ${shift}`, ` shift ${shift}`)
    return `${days}${during}${turn} ${stretchWords(from, to, speech)}`
  })
  return rows?.join('; ') ?? name
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
    const unit = typeof amount === 'number' ? say(speech, ' orang', ` ${plural(amount, 'person', 'people')}`) : ''
    return [`${directions[direction][speech.language]} ${valueWords(amount, {}, speech)}${unit}`]
  })
  const place =
    quota.place === 'office'
      ? say(speech, 'berada di kantor', 'are at the office')
      : say(speech, 'berada di rumah', 'are at home')
  const other =
    quota.place === 'office' ? say(speech, 'di rumah', 'at home') : say(speech, 'di kantor', 'at the office')
  const rest =
    quota.complement === undefined
      ? ''
      : say(
          speech,
          ` (naskah juga menyebut ${quota.complement} ${other})`,
          ` (the text also says ${quota.complement} ${other})`,
        )
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
      `di ${word(speech, spanWords, quota.per)} ${and(bounds, speech)} dari ${who} ${place}${rest}`,
      `in ${word(speech, spanWords, quota.per)} ${and(bounds, speech)} of ${who} ${place}${rest}`,
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
  const where = clause.where ? `${say(speech, ' di ', ' at ')}${clause.where}` : ''
  const again = clause.includes_scheduled
    ? say(
        speech,
        '; kegiatan yang sudah terjadwal dikoordinasikan lagi',
        '; activities already scheduled are coordinated again',
      )
    : ''
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
  return `${who} ${strength} ${word(speech, dutyWords, clause.do)}${what}${to}${reasons}${when}${where}${channels}${nobody}${again}${sanctionWords(clause, speech)}`
}

/** What follows a breach; a text that speaks of enforcement and names nothing says so. */
function sanctionWords({ sanction }: Duty, speech: Speech): string {
  if (sanction === undefined) return ''
  return sanction === null
    ? say(
        speech,
        '; pelanggaran ditertibkan, sanksinya tidak disebut',
        '; breaches are dealt with, no sanction is named',
      )
    : say(speech, `; pelanggaran ditertibkan: ${sanction}`, `; breaches are dealt with: ${sanction}`)
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
  if ('on' in due) return { id: `pada ${dayWords(due.on).id}`, en: `on ${dayWords(due.on).en}` }
  if ('before' in due) return { id: 'sebelum kegiatan', en: 'before the activity' }
  if ('every' in due) {
    const day = due.day === undefined ? { id: '', en: '' } : { id: ` tanggal ${due.day}`, en: ` on day ${due.day}` }
    const clock = clockWords(due.time ?? '')
    const time =
      due.time === undefined ? { id: '', en: '' } : { id: ` paling lambat pukul ${clock.id}`, en: ` by ${clock.en}` }
    return { id: `${rhythms[due.every].id}${day.id}${time.id}`, en: `${rhythms[due.every].en}${day.en}${time.en}` }
  }
  const { days = 0, workdays } = due
  const length =
    workdays === undefined
      ? { id: `${days} hari`, en: `${days} ${plural(days, 'day')}` }
      : { id: `${workdays} hari kerja`, en: `${workdays} working ${plural(workdays, 'day')}` }
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
