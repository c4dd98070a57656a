/**
 * Signs that a check-in may not be what it says, for the superior to look at. A sign is no finding: each has innocent
 * causes, nothing follows from it by itself, and a phone that lies well shows none.
 */
import type { Day } from '../calendar/day.ts'
import type { Bilingual } from '../messages/problem.ts'
import type { CheckInRecord, Position } from './check-in-record.ts'
import { metresBetween, type Proximity } from './geofence.ts'

/** A check-in as it was taken. */
export interface SeenCheckIn extends Pick<CheckInRecord, 'person' | 'device' | 'seq' | 'prev' | 'day' | 'place'> {
  /** Hash of its signed text. */
  readonly hash: string
  readonly position: Position | null
  /** When it is held to have been. */
  readonly at: number
  readonly receivedAt: number
  /** Wall clock of the phone at the delivery, less the time of receipt. */
  readonly skew: number
  /** Whether the code of the office was right. */
  readonly officeCode: boolean
  /** Where the point lies with regard to the places of the person; null: it says nothing. */
  readonly band: Proximity['band'] | null
}

export const signalKinds = [
  'repeated_point',
  'shared_point',
  'impossible_travel',
  'implausible_accuracy',
  'code_elsewhere',
  'shared_device',
  'sequence_repeated',
  'sequence_gap',
  'chain_broken',
  'clock_set_often',
  'sent_after_revocation',
] as const
export type SignalKind = (typeof signalKinds)[number]

export interface Signal {
  readonly kind: SignalKind
  readonly person: string
  /** The days it rests on, in order. */
  readonly days: readonly Day[]
  /** The other people it rests on. */
  readonly others: readonly string[]
  readonly reason: Bilingual
}

/** Fewer days than this are chance. */
const daysOfPattern = 8
/** Of a person's points at a place, this share has to be the same one. */
const shareOfPattern = 0.8
/** Sharing a point with somebody on as many days is no chance, even where a thousand work in one building. */
const sharedDays = 3
/** Masts and networks give many people the same vague point. */
const sharpPoint = 100
/** No phone inside a building places itself better, every day, to the decimal. */
const fineAccuracy = 10
const perfectAccuracy = 1
/** Short of this a jump between points is the work of masts and networks. */
const travelFrom = 10_000
/** Below this distance nobody flies. */
const flightFrom = 200_000
/** Metres a second: 200 and 950 km/h. */
const [roadSpeed, flightSpeed] = [56, 264]
/** A record that is missing for longer will not come. */
const missingAfter = 24 * 3_600_000
const clockWasSet = 60_000
/** There and back, twice. */
const clockChanges = 4

/**
 * The signs in some recent check-ins, best of a whole unit or region over a month, so that people can be compared.
 * @param now moment of asking: what is under way is not missing yet
 */
export function signalsOf(seen: readonly SeenCheckIn[], now: number): Signal[] {
  const signals: Signal[] = []
  const pointed = seen.filter(isPointed)
  sharedPoints(pointed, signals)
  for (const own of groupBy(pointed, ({ person }) => person).values()) {
    repeatedPoints(own, signals)
    accuracies(own, signals)
    travels(own, signals)
    codesElsewhere(own, signals)
  }
  for (const own of groupBy(seen, ({ device }) => device).values()) {
    sharedDevices(own, signals)
    sequences(own, now, signals)
    clocks(own, signals)
  }
  return signals
}

type Pointed = SeenCheckIn & { readonly position: Position }
const isPointed = (one: SeenCheckIn): one is Pointed => one.position !== null
const isSharp = ({ position }: Pointed) => position.accuracy < sharpPoint
const pointOf = ({ position: { latitude, longitude, imprint } }: Pointed) => `${latitude},${longitude},${imprint}`

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

const daysIn = (some: readonly Pick<SeenCheckIn, 'day'>[]): Day[] => [...new Set(some.map(({ day }) => day))].sort()

function signal(
  kind: SignalKind,
  some: readonly Pick<SeenCheckIn, 'person' | 'day'>[],
  reason: (days: number) => Bilingual,
  others: readonly string[] = [],
): Signal {
  const days = daysIn(some)
  return { kind, person: some[0]!.person, days, others, reason: reason(days.length) }
}

/** Several people at exactly the same point, over time: what found the copied points of Cirebon (radarcirebon.id, 2026). */
function sharedPoints(pointed: readonly Pointed[], signals: Signal[]) {
  const met = new Map<string, { shared: Pointed[]; others: Set<string> }>()
  for (const together of groupBy(pointed.filter(isSharp), (one) => `${one.day} ${pointOf(one)}`).values()) {
    const people = new Set(together.map(({ person }) => person))
    if (people.size < 2) continue
    for (const one of together) {
      const own = met.get(one.person) ?? { shared: [], others: new Set() }
      met.set(one.person, own)
      own.shared.push(one)
      for (const person of people) if (person !== one.person) own.others.add(person)
    }
  }
  for (const { shared, others } of met.values())
    if (daysIn(shared).length >= sharedDays)
      signals.push(
        signal(
          'shared_point',
          shared,
          (days) => ({
            id: `Titik lokasi persis sama dengan titik ${others.size} pegawai lain pada ${days} hari.`,
            en: `Exactly the same point as ${others.size} other${others.size > 1 ? 's' : ''} on ${days} days.`,
          }),
          [...others].sort(),
        ),
      )
}

function repeatedPoints(own: readonly Pointed[], signals: Signal[]) {
  for (const atPlace of groupBy(own.filter(isSharp), ({ place }) => place).values())
    for (const same of groupBy(atPlace, pointOf).values())
      if (daysIn(same).length >= daysOfPattern && same.length >= shareOfPattern * atPlace.length)
        signals.push(
          signal('repeated_point', same, (days) => ({
            id: `Titik lokasi persis sama pada ${days} hari. Titik asli selalu bergeser sedikit.`,
            en: `Exactly the same point on ${days} days. A real point always moves a little.`,
          })),
        )
}

function accuracies(own: readonly Pointed[], signals: Signal[]) {
  for (const atPlace of groupBy(own, ({ place }) => place).values())
    for (const same of groupBy(atPlace, ({ position }) => String(position.accuracy)).values()) {
      const { accuracy } = same[0]!.position
      const often = daysIn(same).length >= daysOfPattern && same.length >= shareOfPattern * atPlace.length
      const perfect = accuracy < perfectAccuracy && daysIn(same).length >= sharedDays
      if (perfect || (often && accuracy <= fineAccuracy))
        signals.push(
          signal('implausible_accuracy', same, (days) => ({
            id: `Ketelitian lokasi ${accuracy} m, sama pada ${days} hari. Ponsel di dalam gedung jarang setepat itu.`,
            en: `The point is exact to ${accuracy} m, the same on ${days} days. A phone in a building seldom is.`,
          })),
        )
    }
}

function travels(own: readonly Pointed[], signals: Signal[]) {
  const inOrder = own.toSorted((a, b) => a.at - b.at)
  const jumps = inOrder.flatMap((one, place) => {
    const before = inOrder[place - 1]
    if (!before) return []
    const metres = metresBetween(before.position, one.position) - before.position.accuracy - one.position.accuracy
    const speed = metres < flightFrom ? roadSpeed : flightSpeed
    const seconds = (one.at - before.at + before.position.age) / 1_000
    return metres > travelFrom && metres > speed * seconds ? [before, one] : []
  })
  if (jumps.length > 0)
    signals.push(
      signal('impossible_travel', jumps, () => ({
        id: 'Dua lokasi terlalu berjauhan untuk waktu di antaranya.',
        en: 'Two points lie too far apart for the time between them.',
      })),
    )
}

function codesElsewhere(own: readonly Pointed[], signals: Signal[]) {
  const elsewhere = own.filter(({ officeCode, band }) => officeCode && band === 'away')
  if (daysIn(elsewhere).length >= 2)
    signals.push(
      signal('code_elsewhere', elsewhere, (days) => ({
        id: `Kode layar kantor dipakai jauh dari kantor pada ${days} hari. Kode dapat diteruskan orang lain.`,
        en: `The code of the office's screen was used far from it on ${days} days. Somebody may pass it on.`,
      })),
    )
}

function sharedDevices(own: readonly SeenCheckIn[], signals: Signal[]) {
  for (const onDay of groupBy(own, ({ day }) => day).values()) {
    const people = [...new Set(onDay.map(({ person }) => person))]
    if (people.length < 2) continue
    for (const person of people)
      signals.push(
        signal(
          'shared_device',
          onDay.filter((one) => one.person === person),
          () => ({
            id: 'Satu ponsel dipakai lebih dari satu pegawai pada hari yang sama.',
            en: 'One phone served more than one person on the same day.',
          }),
          people.filter((other) => other !== person),
        ),
      )
  }
}

function sequences(own: readonly SeenCheckIn[], now: number, signals: Signal[]) {
  const inOrder = own.toSorted((a, b) => a.seq - b.seq)
  inOrder.forEach((one, place) => {
    const before = inOrder[place - 1]
    if (!before) return
    if (one.seq === before.seq && one.hash !== before.hash)
      signals.push(
        signal('sequence_repeated', [before, one], () => ({
          id: `Nomor urut catatan ${one.seq} dari ponsel ini ada dua, dengan isi berbeda.`,
          en: `This phone sent number ${one.seq} twice, with different contents.`,
        })),
      )
    if (one.seq === before.seq + 1 && one.prev !== before.hash)
      signals.push(
        signal('chain_broken', [one], () => ({
          id: 'Catatan tidak menyambung ke catatan sebelumnya dari ponsel yang sama.',
          en: 'The record does not follow the one before it from the same phone.',
        })),
      )
    if (one.seq > before.seq + 1 && now - one.receivedAt > missingAfter)
      signals.push(
        signal('sequence_gap', [one], () => ({
          id: 'Ada catatan dari ponsel ini yang tidak pernah sampai.',
          en: 'A record of this phone never arrived.',
        })),
      )
  })
}

function clocks(own: readonly SeenCheckIn[], signals: Signal[]) {
  const inOrder = own.toSorted((a, b) => a.receivedAt - b.receivedAt)
  const set = inOrder.filter((one, place) => place > 0 && Math.abs(one.skew - inOrder[place - 1]!.skew) > clockWasSet)
  if (set.length >= clockChanges)
    signals.push(
      signal('clock_set_often', set, (days) => ({
        id: `Jam ponsel diubah maju mundur pada ${days} hari.`,
        en: `The clock of the phone was set back and forth on ${days} days.`,
      })),
    )
}

/** Check-ins that were set aside, by person: their phone was revoked between the tap and the delivery. */
export const setAsideSignals = (aside: readonly Pick<SeenCheckIn, 'person' | 'day'>[]): Signal[] =>
  [...groupBy(aside, ({ person }) => person).values()].map((own) =>
    signal('sent_after_revocation', own, (days) => ({
      id: `${days} hari: presensi diketuk sebelum ponselnya dicabut, tetapi sampai sesudahnya. Disimpan sebagai bukti dan belum dihitung; bila benar, hari itu dibetulkan lewat koreksi`,
      en: `${days} ${days === 1 ? 'day' : 'days'}: a check-in was tapped before its phone was revoked, and came after. It is kept as evidence and not counted; where it is true, a correction mends the day`,
    })),
  )
