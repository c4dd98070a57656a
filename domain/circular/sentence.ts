/** A clause as a sentence: what stands in the file, read aloud. */
import type { Bilingual } from '../messages/problem.ts'
import {
  actWords,
  attributeWords,
  baseWords,
  channelWords,
  classWords,
  dayKindWords,
  dutyWords,
  employmentWords,
  forceWords,
  jobWords,
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
  wordFor,
} from '../messages/words.ts'
import type { Ban, Circular, Clause, Due, Duty, Moment, Need, Pattern, Quota, Value, When, Who } from './schema.ts'

type Language = keyof Bilingual

/** How a unit is called; its id when nobody knows. */
export type UnitName = (unit: string) => string

/** The sentence of one clause in both languages. */
export const clauseSentence = (clause: Clause, doc: Circular, unitName: UnitName): Bilingual => ({
  id: capital(sentence(clause, { doc, unitName, language: 'id' })),
  en: capital(sentence(clause, { doc, unitName, language: 'en' })),
})

/** The people a selector reaches, in words. */
export const whoWords = (who: Who, doc: Circular, unitName: UnitName): Bilingual => ({
  id: people(who, { doc, unitName, language: 'id' }),
  en: people(who, { doc, unitName, language: 'en' }),
})

interface Speech {
  readonly doc: Circular
  readonly unitName: UnitName
  readonly language: Language
}

const say = ({ language }: Speech, id: string, en: string) => (language === 'id' ? id : en)
const word = ({ language }: Speech, vocabulary: Vocabulary, key: string) => wordFor(vocabulary, key)[language]
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** `a, b or c` */
function listed(items: readonly string[], last: string): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}
const or = (items: readonly string[], speech: Speech) => listed(items, say(speech, 'atau', 'or'))
const and = (items: readonly string[], speech: Speech) => listed(items, say(speech, 'dan', 'and'))

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

/** Narrows people to those placed somewhere: said after the people themselves. */
function people(who: Who, speech: Speech): string {
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
        `staff ${or(
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
  if (who.under)
    tails.push(
      say(speech, `yang ditempatkan butir ${or(who.under, speech)}`, `placed by clause ${or(who.under, speech)}`),
    )
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

function ageWords({ at_least, over, past_birthday, under }: NonNullable<Who['age']>, speech: Speech): string {
  const parts: string[] = []
  if (at_least !== undefined) parts.push(say(speech, `${at_least} tahun ke atas`, `${at_least} and over`))
  if (over !== undefined) parts.push(say(speech, `di atas ${over} tahun`, `over ${over}`))
  if (past_birthday !== undefined)
    parts.push(say(speech, `melewati ulang tahun ke-${past_birthday}`, `past their ${past_birthday}th birthday`))
  if (under !== undefined) parts.push(say(speech, `di bawah ${under} tahun`, `under ${under}`))
  return say(speech, `pegawai berusia ${and(parts, speech)}`, `staff aged ${and(parts, speech)}`)
}

function momentWords(moment: Moment, speech: Speech): string {
  if (typeof moment === 'string') return moment.replace('T', ' ')
  const event = moment.event.replaceAll('_', ' ')
  const later =
    moment.plus_days === undefined
      ? ''
      : say(speech, ` ditambah ${moment.plus_days} hari`, ` plus ${moment.plus_days} days`)
  return say(speech, `penetapan ${event}${later}`, `the declaration of ${event}${later}`)
}

function whenWords(when: When, speech: Speech): string {
  const parts: string[] = []
  if (when.from !== undefined)
    parts.push(say(speech, `sejak ${momentWords(when.from, speech)}`, `from ${momentWords(when.from, speech)}`))
  if (when.until !== undefined)
    parts.push(say(speech, `sampai ${momentWords(when.until, speech)}`, `until ${momentWords(when.until, speech)}`))
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
  if (when.dates) parts.push(say(speech, `pada ${and(when.dates, speech)}`, `on ${and(when.dates, speech)}`))
  if (when.season) parts.push(say(speech, `selama ${or(when.season, speech)}`, `during ${or(when.season, speech)}`))
  if (when.event)
    parts.push(
      say(
        speech,
        `bila ${when.event.type.replaceAll('_', ' ')} dinyatakan`,
        `while ${when.event.type.replaceAll('_', ' ')} is declared`,
      ),
    )
  for (const [name, values] of Object.entries(when.status ?? {}))
    parts.push(say(speech, `bila ${name} ${or(values, speech)}`, `while the ${name} is ${or(values, speech)}`))
  if (when.time)
    parts.push(
      say(
        speech,
        `pukul ${when.time.from ?? '00:00'}–${when.time.to ?? '24:00'}`,
        `${when.time.from ?? '00:00'}–${when.time.to ?? '24:00'}`,
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
