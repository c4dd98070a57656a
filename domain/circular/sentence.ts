/** A clause as a sentence: what stands in the file, read aloud. */
import { weekdays } from '../calendar/day.ts'
import { clockWords, dayWords } from '../messages/day-words.ts'
import { plural } from '../messages/plural.ts'
import type { Bilingual } from '../messages/problem.ts'
import {
  actWords,
  channelWords,
  dutyWords,
  forceWords,
  leaveWords,
  placeWords,
  protocolWords,
  purposeWords,
  recipientWords,
  serviceWords,
  type Vocabulary,
  weekdayWords,
} from '../messages/words.ts'
import type { Ban, Clause, Due, Duty } from './clause.ts'
import { hoursWords } from './hours-words.ts'
import { letterSaid, needs } from './letter-words.ts'
import type { Value } from './literal.ts'
import { patternWords } from './pattern-words.ts'
import { quotaWords } from './quota-words.ts'
import type { Circular } from './schema.ts'
import { people, whenWords } from './selector-words.ts'
import { and, type ClauseName, capital, or, type Speech, say, type UnitName, word } from './speech.ts'
import { valueWords } from './value-words.ts'

/** The sentence of one clause in both languages. */
export const clauseSentence = (
  clause: Clause,
  doc: Circular,
  unitName: UnitName,
  clauseName: ClauseName = (one) => one,
): Bilingual => ({
  id: capital(sentence(clause, { doc, unitName, clauseName, language: 'id' })),
  en: capital(sentence(clause, { doc, unitName, clauseName, language: 'en' })),
})

function sentence(clause: Clause, speech: Speech): string {
  const time = clause.when ? `${whenWords(clause.when, speech)}, ` : ''
  const letters = clause.needs ? `${say(speech, ', dengan ', ', with a ')}${needs(clause.needs, speech)}` : ''
  const others = and((clause.over ?? []).map(speech.clauseName), speech)
  const over = clause.over ? say(speech, `; butir ${others} dikesampingkan`, `; sets clause ${others} aside`) : ''
  const binding = clause.binding ? say(speech, '; mengikat semua surat lain', '; binds every other document') : ''
  return `${time}${body(clause, speech)}${letters}${over}${binding}.`
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
      const whose = clause.who.all ? say(speech, 'seluruh unit', 'all units') : who
      return `${say(speech, 'layanan', 'service of')} ${whose}: ${state}${hours}${protocol}`
    }
    case 'hours':
      return hoursWords(clause, who, speech)
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
  if (typeof place === 'object')
    return say(speech, `${who} ${strength} bekerja di tempat ${where}`, `${who} ${strength} work at the place ${where}`)
  const at = place === 'office' ? 'at the' : place === 'field' ? 'in the' : 'at'
  return say(speech, `${who} ${strength} bekerja di ${where}`, `${who} ${strength} work ${at} ${where}`)
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
  return `${who} ${strength} ${known(dutyWords, clause.do, speech)}${what}${to}${reasons}${when}${where}${channels}${nobody}${again}${unansweredWords(clause, speech)}${sanctionWords(clause, speech)}`
}

/** What is to be done, or not; a word of the document's own is set as a name. */
const known = (vocabulary: Vocabulary, key: string, speech: Speech): string =>
  key in vocabulary
    ? word(speech, vocabulary, key)
    : say(speech, `melakukan “${key.replaceAll('_', ' ')}”`, `do “${key.replaceAll('_', ' ')}”`)

/** What calls that nobody answers lead to. */
function unansweredWords({ limit, then }: Duty, speech: Speech): string {
  if (!limit) return ''
  const { unanswered, within_minutes } = limit
  const calls = say(
    speech,
    `; ${unanswered} panggilan tidak dijawab dalam ${within_minutes} menit`,
    `; ${unanswered} unanswered ${plural(unanswered, 'call')} within ${within_minutes} minutes`,
  )
  const one = unanswered === 1
  const outcome =
    then === 'case_for_superior'
      ? say(
          speech,
          ' menjadi kasus bagi atasan langsung',
          ` ${one ? 'becomes' : 'become'} a case for the direct superior`,
        )
      : then === 'remind'
        ? say(speech, ' diingatkan', ` ${one ? 'brings' : 'bring'} a reminder`)
        : ''
  return `${calls}${outcome}`
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
    const weekday = due.every === 'week' ? weekdayWords[weekdays[(due.day ?? 1) - 1] ?? 'monday'] : undefined
    const day =
      due.day === undefined
        ? { id: '', en: '' }
        : weekday
          ? { id: ` pada ${weekday.id}`, en: ` on ${weekday.en}` }
          : { id: ` tanggal ${due.day}`, en: ` on day ${due.day}` }
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
    clause.act.map((act) => known(actWords, act, speech)),
    speech,
  )
  const family = clause.includes ? say(speech, ', bersama keluarga', ', family included') : ''
  const strength =
    clause.force === 'must' ? say(speech, 'dilarang', 'must not') : say(speech, 'diminta tidak', 'should not')
  const letters = (clause.unless ?? []).flatMap((one) =>
    'letter' in one ? [letterSaid(one, speech)] : one.reason.map((reason) => word(speech, leaveWords, reason)),
  )
  const unless =
    letters.length > 0
      ? say(speech, `, kecuali dengan ${or(letters, speech)}`, `, unless with ${or(letters, speech)}`)
      : ''
  return `${who} ${strength} ${acts}${family}${unless}`
}
