import { type Day, weekdayOf } from '../calendar/day.ts'
import { dayWords } from '../messages/day-words.ts'
import { plural } from '../messages/plural.ts'
import type { Bilingual } from '../messages/problem.ts'
import { undeterminedWords } from '../messages/undetermined-words.ts'
import { recipientWords, weekdayWords, wordFor } from '../messages/words.ts'
import { type DayMask, indexesOf, noDays, sizeOf } from './day-mask.ts'
import { pinClause } from './roster-input.ts'
import type { Excess, Explanation, Repair } from './roster-result.ts'

/** A clause, and the document it stands in where that has to be said: `butir c3` of `Pengumuman "Kerja dari rumah"`. */
export interface ClauseName extends Bilingual {
  readonly of?: Bilingual
}

/** How clauses and posts are called in full: `butir 4.b (55 tahun ke atas)` / `clause 4.b (55 and over)`. */
export interface RosterNames {
  readonly days: readonly Day[]
  readonly clause: (clause: string) => ClauseName
  readonly position: (position: string) => Bilingual
  /** A part of the unit, as `GroupDemand.of` names it; undefined where the clause itself says who is meant. */
  readonly part: (part: string) => Bilingual | undefined
}

const idNumbers = 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ')
const enNumbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

const both = (id: string, en: string): Bilingual => ({ id, en })
const inWords = (count: number): Bilingual =>
  both(idNumbers[count] ?? inDigits(count).id, enNumbers[count] ?? inDigits(count).en)
const inDigits = (count: number): Bilingual => {
  const grouped = (mark: string) => `${count}`.replaceAll(/\B(?=(\d{3})+$)/g, mark)
  return both(grouped('.'), grouped(','))
}

/** Why there is no roster and what would help, as an official would say it, the smallest repair last. */
export const sentence = (explanation: Explanation, names: RosterNames): Bilingual =>
  worded(explanation, explanation.days, names)

/** The same for several, days that are short in the same way said once. */
export function sentences(
  conflicts: readonly Explanation[],
  names: RosterNames,
): { readonly days: DayMask; readonly words: Bilingual; readonly conflicts: readonly Explanation[] }[] {
  const alike = new Map<string, Explanation[]>()
  for (const explanation of conflicts) {
    const key = sizeOf(explanation.days) === 1 ? likeness(explanation) : `${explanation.days}`
    alike.set(key, [...(alike.get(key) ?? []), explanation])
  }
  return [...alike.values()].map((same) => {
    const days = same.reduce((all, one) => all | one.days, noDays)
    return { days, words: worded(same.at(-1) as Explanation, days, names), conflicts: same }
  })
}

/** All that a sentence says but the day. */
function likeness(explanation: Explanation): string {
  const { kind, posts, parts, wanted, left, demanding, reason } = explanation
  const fixes = cheapest(explanation).map((repair) => [repair.kind, repair.clause, repair.personDays])
  return JSON.stringify([kind, reason, posts, parts, wanted, left, demanding, takingSaid(explanation), fixes])
}

/** @param days those of the explanation, or single days of which each is short in that way */
function worded(explanation: Explanation, days: DayMask, names: RosterNames): Bilingual {
  const { wanted, left, short, kind } = explanation
  const each = sizeOf(days) > sizeOf(explanation.days)
  const on = dayNames(days, names.days)
  const demanding = clausesInFull(explanation.demanding, names)
  const missing = inWords(short)
  const takers = takersOf(explanation, names)
  const what = subjectOf(explanation, names)
  if (kind === 'open-rule' || kind === 'rules-clash' || kind === 'groups-cross')
    return unsettledWords(explanation, on, names)
  const daily = each ? both(' setiap hari', ' on each day') : both('', '')
  const repairs = cheapest(explanation).map((repair) => {
    const said = repairWords(each ? { ...repair, perDay: [] } : repair, names)
    const price = priceWords(repair, explanation)
    return both(`${said.id}${daily.id}${price.id}`, `${said.en}${daily.en}${price.en}`)
  })
  const fix =
    repairs.length > 0
      ? both(
          ` Perbaikan terkecil: ${repairs.map(({ id }) => id).join('; atau ')}.`,
          ` Smallest fix: ${repairs.map(({ en }) => en).join('; or ')}.`,
        )
      : both('', '')
  if (kind === 'pin') {
    return both(
      `Pada ${on.id} tempat yang dikunci kepala bertentangan dengan ketentuan yang berlaku${takers ? `: ${takers.id}` : ''}.${fix.id}`,
      `On ${on.en} a place pinned by the head contradicts the rules in force${takers ? `: ${takers.en}` : ''}.${fix.en}`,
    )
  }
  // On a single day a person-day is a person.
  const single = sizeOf(explanation.days) === 1 && kind !== 'personal-minimum'
  const unit = single
    ? both('orang', plural(wanted, 'person', 'people'))
    : both('orang-hari', plural(wanted, 'person-day'))
  const [asked, rest] = [inDigits(wanted), inDigits(left)]
  return both(
    `Pada ${on.id} ${what.id} (${demanding.id}) memerlukan ${asked.id} ${unit.id}${daily.id}, tetapi ${takers?.id ?? 'daftar pegawai'} menyisakan ${rest.id}: kurang ${missing.id}.${fix.id}`,
    `On ${on.en} ${what.en} (${demanding.en}) needs ${asked.en} ${unit.en}${daily.en}, but ${takers?.en ?? 'the staff list'} ${takers?.many ? 'leave' : 'leaves'} ${rest.en}: ${missing.en} short.${fix.en}`,
  )
}

/** A day on which nobody can say how many may come. */
function unsettledWords(explanation: Explanation, on: Bilingual, names: RosterNames): Bilingual {
  const { kind, wanted, left, reason, ask } = explanation
  const demanding = clausesInFull(explanation.demanding, names)
  if (kind === 'rules-clash') {
    const keeping = clausesInFull(explanation.taking, names)
    return both(
      `Pada ${on.id} ${demanding.id} meminta paling sedikit ${inDigits(wanted).id} orang di kantor, sedangkan ${keeping.id} membolehkan paling banyak ${inDigits(left).id}. Giliran tidak dibagi sampai salah satunya diubah.`,
      `On ${on.en} ${demanding.en} asks for at least ${inDigits(wanted).en} at the office, while ${keeping.en} allows at most ${inDigits(left).en}. No turns are drawn until one of them is changed.`,
    )
  }
  if (kind === 'groups-cross') {
    const how =
      reason === null || reason === undefined
        ? both('tidak dapat dipenuhi bersama-sama', 'cannot be met together')
        : both(
            'pembagian yang memenuhi semuanya tidak ditemukan, meskipun belum terbukti tidak ada',
            'no way to meet all of them was found, though it is not proved that there is none',
          )
    return both(
      `Pada ${on.id} ${demanding.id} menghitung kelompok pegawai yang beririsan, dan ${how.id}. Giliran tidak dibagi sampai salah satunya diubah.`,
      `On ${on.en} ${demanding.en} count groups of people that overlap, and ${how.en}. No turns are drawn until one of them is changed.`,
    )
  }
  const why = undeterminedWords(reason ?? '')
  const whom = ask ? wordFor(recipientWords, ask) : undefined
  return both(
    `Pada ${on.id} kuota ${demanding.id} belum dapat ditentukan: ${why.id}. Giliran tidak dibagi${whom ? `; tanyakan kepada ${whom.id}` : ''}.`,
    `On ${on.en} the quota of ${demanding.en} cannot be said: ${why.en}. No turns are drawn${whom ? `; ask ${whom.en}` : ''}.`,
  )
}

/** Says that people at the office by rule alone exceed a bound, and that they stay. */
export function excessSentence({ day, clause, by, position }: Excess, names: RosterNames): Bilingual {
  const on = day === null ? both('dalam periode ini', 'in this period') : dayNames(1n << BigInt(day), names.days)
  const post = position === null ? both('', '') : names.position(position)
  const name = clauseName(clause, names)
  const count = inWords(by)
  return both(
    `${day === null ? 'Dalam periode ini' : `Pada ${on.id}`} pegawai yang wajib di kantor${post.id && ` (${post.id})`} sudah melebihi batas ${name.id} sebanyak ${count.id} orang; mereka tetap bertugas dan tidak ada kursi giliran.`,
    `${day === null ? 'In this period' : `On ${on.en}`} people who must be at the office${post.en && ` (${post.en})`} alone exceed the bound of ${name.en} by ${count.en}; they stay, and no seat is left for turns.`,
  )
}

/** A repair as the end of a sentence. */
export function repairWords({ kind, clause, personDays, perDay }: Repair, names: RosterNames): Bilingual {
  const name = clause === null ? both('', '') : clauseName(clause, names)
  const people = (count: number) =>
    both(`${inWords(count).id} orang`, `${inWords(count).en} ${plural(count, 'person', 'people')}`)
  const places =
    perDay.length === 0
      ? people(personDays)
      : listOf(
          perDay.map(([day, count]) => {
            const on = dayNames(1n << BigInt(day), names.days)
            return both(`${people(count).id} pada ${on.id}`, `${people(count).en} on ${on.en}`)
          }),
        )
  const days = both(
    `${inWords(personDays).id} orang-hari`,
    `${inWords(personDays).en} ${plural(personDays, 'person-day')}`,
  )
  switch (kind) {
    case 'lower-quota':
      return both(`turunkan kuota (${name.id}) sebesar ${places.id}`, `lower the quota (${name.en}) by ${places.en}`)
    case 'raise-quota':
      return both(`naikkan kuota (${name.id}) sebesar ${places.id}`, `raise the quota (${name.en}) by ${places.en}`)
    case 'lower-service':
      return both(
        `turunkan jumlah minimum layanan (${name.id}) sebesar ${places.id}`,
        `lower the service minimum (${name.en}) by ${places.en}`,
      )
    case 'change-limit':
      return both(
        `longgarkan batas hari per orang (${name.id}) sebanyak ${days.id}`,
        `relax the limit of days per person (${name.en}) by ${days.en}`,
      )
    case 'unpin':
      return both(`lepaskan ${days.id} yang dikunci kepala`, `release ${days.en} pinned by the head`)
    case 'add-staff':
      return both(`tambah ${places.id} dari unit lain`, `add ${places.en} from another unit`)
    case 'excuse':
      return both(`bebaskan ${days.id} dari ${name.id}`, `excuse ${days.en} from ${name.en}`)
    case 'release':
      return both(`panggil kembali ${days.id} dari ${name.id}`, `call back ${days.en} from ${name.en}`)
  }
}

/** Repairs that nothing undercuts: to choose between them is for people. */
const cheapest = ({ repairs }: Explanation): readonly Repair[] =>
  repairs.filter(({ cost }) => cost === repairs[0]?.cost)

/** What a repair costs beside people: a service minimum that falls to nobody closes the service. */
function priceWords({ kind, personDays }: Repair, { posts, days }: Explanation): Bilingual {
  const daily = personDays / sizeOf(days)
  if (kind !== 'lower-service' || posts.length === 0 || posts.some(({ wanted }) => wanted > daily)) return both('', '')
  return posts.length === 1
    ? both(', sehingga layanan itu tanpa petugas', ', which leaves that service without staff')
    : both(', sehingga ada layanan yang tanpa petugas', ', which leaves a service without staff')
}

/** What asks for people: the quota, a limit, or the counters with what each of them needs. */
function subjectOf({ kind, posts, parts = [] }: Explanation, names: RosterNames): Bilingual {
  if (kind === 'quota') {
    const named = listOf(parts.flatMap((part) => names.part(part) ?? []))
    return named.id === '' ? both('kuota', 'the quota') : both(`kuota ${named.id}`, `the quota of ${named.en}`)
  }
  if (kind === 'personal-minimum') return both('batas hari per orang', 'the minimum of days per person')
  const named = posts.map(({ position, wanted }) => {
    const name = names.position(position)
    const count = inDigits(wanted)
    return posts.length === 1
      ? name
      : both(`${name.id} (${count.id} orang)`, `${name.en} (${count.en} ${plural(wanted, 'person', 'people')})`)
  })
  const all = listOf(named)
  return both(`jumlah minimum ${all.id}`, `the minimum of ${all.en}`)
}

/** What takes the days; nothing when the staff list itself is too short. */
function takersOf(explanation: Explanation, names: RosterNames): (Bilingual & { many: boolean }) | undefined {
  const all = takingSaid(explanation)
  return all.length === 0 ? undefined : { ...clausesInFull(all, names), many: all.length > 1 }
}

/** Clauses said to take days: where people are counted, those too that only shape the numbers. */
const takingSaid = ({ kind, taking, alsoTaking }: Explanation): readonly string[] =>
  kind === 'quota' || kind === 'service' ? [...taking, ...alsoTaking] : taking

const clauseName = (clause: string, names: RosterNames): Bilingual => clausesInFull([clause], names)

/** Clauses by name, those of one document that follow one another with the document said once. */
function clausesInFull(clauses: readonly string[], names: RosterNames): Bilingual {
  const named = clauses.map((clause) => (clause === pinClause ? pins : names.clause(clause)))
  return listOf(
    named.map(({ id, en, of }, at) => {
      const saidNext = named[at + 1]?.of?.id === of?.id
      return of && !saidNext ? both(`${id} ${of.id}`, `${en} of ${of.en}`) : both(id, en)
    }),
  )
}

const pins: ClauseName = { id: 'kunci dari kepala', en: 'pins of the head' }

function listOf(words: readonly Bilingual[]): Bilingual {
  const join = (texts: readonly string[], and: string) =>
    texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} ${and} ${texts.at(-1)}`
  return both(
    join(
      words.map(({ id }) => id),
      'dan',
    ),
    join(
      words.map(({ en }) => en),
      'and',
    ),
  )
}

/**
 * Days in full, the month and year once where they are the same: Rabu 8 dan Kamis 9 Juli 2026. Three and more that follow
 * one another in the roster are a stretch: Senin 19 sampai Jumat 23 Juli 2021.
 */
function dayNames(mask: DayMask, days: readonly Day[]): Bilingual {
  const runs: number[][] = []
  for (const index of indexesOf(mask)) {
    const run = runs.at(-1)
    if (run?.at(-1) === index - 1) run.push(index)
    else runs.push([index])
  }
  const ends = runs.flatMap((run) =>
    run.length > 2 ? [[run[0] as number, run.at(-1) as number]] : run.map((one) => [one]),
  )
  const monthOf = (index: number) => (days[index] as Day).slice(0, 7)
  return listOf(
    ends.map((stretch, position) => {
      const next = ends[position + 1]?.[0]
      return stretch
        .map((index, at) => {
          const following = stretch[at + 1] ?? next
          const shared = following !== undefined && monthOf(following) === monthOf(index)
          return dayName(days[index] as Day, !shared)
        })
        .reduce((from, until) => both(`${from.id} sampai ${until.id}`, `${from.en} to ${until.en}`))
    }),
  )
}

function dayName(day: Day, withMonth: boolean): Bilingual {
  const [weekday, whole] = [weekdayWords[weekdayOf(day)], dayWords(day)]
  const date = `${Number(day.slice(8))}`
  return both(`${weekday.id} ${withMonth ? whole.id : date}`, `${weekday.en} ${withMonth ? whole.en : date}`)
}
