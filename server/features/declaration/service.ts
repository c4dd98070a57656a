/** What an authority declares: events and statuses on which clauses hang. Nobody else makes one, and no sensor. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { addDays, type Day, dayOf } from '@piket/domain/calendar/day.ts'
import { type Awaited, awaitedBy } from '@piket/domain/circular/awaited.ts'
import { declaredIn } from '@piket/domain/decision/select-days.ts'
import type { DeclaredEvent, StatusRecord } from '@piket/domain/staff/facts.ts'
import { lacking } from '#platform/lacking.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { type EnteredFacts, enterFacts } from '../fact/service.ts'
import { daysAhead, groundAhead, unitNames } from '../ground/service.ts'
import { businessDay } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import type { EndForm, EventForm, StatusForm } from './schema.ts'

export interface Declarations {
  readonly awaited: Awaited
  /** Events that hold or are to come, the newest start first. */
  readonly events: readonly DeclaredEvent[]
  /** The value that holds of each status and place. */
  readonly statuses: readonly StatusRecord[]
  /** Units by name, where something can be declared. */
  readonly units: readonly (readonly [unit: string, name: string])[]
  readonly placeName: (subject: string) => string
  readonly today: Day
}

/** What is declared now, and what documents wait for. */
export async function declarations(source: Source, region: RegionAsListed): Promise<Declarations | Refusal> {
  const ground = await groundAhead(source, region)
  if (isRefusal(ground)) return ground
  const today = businessDay(source, region)
  const { book, register, facts } = ground
  const unitName = unitNames(ground, today)
  const newest = new Map<string, StatusRecord>()
  for (const one of facts.statuses) newest.set(`${one.status} ${one.subject}`, one)
  return {
    awaited: awaitedBy(register.filed.map(({ doc }) => doc)),
    events: declaredIn(book.world)
      .filter(({ until }) => until === null || until >= today)
      .toSorted((a, b) => b.from.localeCompare(a.from)),
    statuses: [...newest.values()].filter(({ until }) => until === null || until >= today),
    units: [...book.world.units.keys()]
      .map((unit) => [unit, unitName(unit)] as const)
      .toSorted(([, a], [, b]) => a.localeCompare(b, 'id')),
    placeName: (subject) => (subject === region.slug ? region.name.id : unitName(subject)),
    today,
  }
}

const lacks = {
  event: { id: 'kejadiannya belum dipilih', en: 'the event is not chosen' },
  status: { id: 'statusnya belum dipilih', en: 'the status is not chosen' },
  value: { id: 'nilainya belum diisi', en: 'the value is missing' },
  from: { id: 'hari mulainya belum diisi', en: 'the first day is missing' },
  until: { id: 'hari terakhirnya belum diisi', en: 'the last day is missing' },
  authority: { id: 'pejabatnya belum diisi', en: 'the authority is missing' },
}

/** Declares an event, once. */
export async function declareEvent(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { nomor, kejadian, tempat, sejak, jam, sampai, pejabat }: EventForm,
): Promise<Refusal | undefined> {
  const authority = pejabat.trim()
  if ([kejadian, sejak, authority].includes(''))
    return lacking('declaration-incomplete', {
      kejadian: kejadian === '' && lacks.event,
      sejak: sejak === '' && lacks.from,
      pejabat: authority === '' && lacks.authority,
    })
  if (sampai !== '' && sampai < sejak) return { refused: 'declaration-end-early' }
  const from = jam === '' ? sejak : `${sejak}T${jam}`
  const event = {
    type: kejadian,
    subject: tempat || region.slug,
    from,
    until: (sampai || null) as Day | null,
    authority,
  }
  return declare(
    source,
    region,
    viewer,
    { form: nomor, kind: 'event-declared', place: tempat, day: dayOf(from), said: event },
    (recorded) => ({
      events: [{ ...event, recorded }],
    }),
  )
}

/** Says when an event ended, once. */
export async function endEvent(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { nomor, kejadian, tempat, sejak, sampai }: EndForm,
): Promise<Refusal | undefined> {
  if (sampai === '') return lacking('declaration-incomplete', { sampai: lacks.until })
  const ground = await groundAhead(source, region)
  if (isRefusal(ground)) return ground
  const event = declaredIn(ground.book.world).find(
    (one) => one.type === kejadian && one.subject === tempat && one.from === sejak,
  )
  if (!event) return { refused: 'declaration-gone' }
  if (sampai < dayOf(sejak)) return { refused: 'declaration-end-early' }
  const said = { type: kejadian, subject: tempat, from: sejak, until: sampai as Day }
  const about: About = {
    form: nomor,
    kind: 'event-ended',
    place: tempat === region.slug ? '' : tempat,
    day: sampai as Day,
    said,
  }
  return declare(source, region, viewer, about, (recorded) => ({
    events: [{ ...event, until: sampai as Day, recorded }],
  }))
}

/** Sets a status from a day on, once. */
export async function setStatus(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { nomor, status, nilai, tempat, sejak, pejabat }: StatusForm,
): Promise<Refusal | undefined> {
  const [value, authority] = [nilai.trim(), pejabat.trim()]
  if ([status, value, sejak, authority].includes(''))
    return lacking('declaration-incomplete', {
      status: status === '' && lacks.status,
      nilai: value === '' && lacks.value,
      sejak: sejak === '' && lacks.from,
      pejabat: authority === '' && lacks.authority,
    })
  const record = { status, subject: tempat || region.slug, value, from: sejak as Day, until: null, authority }
  return declare(
    source,
    region,
    viewer,
    { form: nomor, kind: 'status-set', place: tempat, day: sejak as Day, said: record },
    (recorded) => ({
      statuses: [{ ...record, recorded }],
    }),
  )
}

interface About {
  readonly form: string
  readonly kind: 'event-declared' | 'event-ended' | 'status-set'
  /** A unit; empty: the whole region. */
  readonly place: string
  readonly day: Day
  readonly said: object
}

/** Keeps what is declared, known from now on, with an event of who did. The same form, sent again, is the same. */
async function declare(
  source: Source,
  region: RegionAsListed,
  { account: actor }: Viewer,
  { form, kind, place, day, said }: About,
  facts: (recorded: string) => EnteredFacts,
): Promise<Refusal | undefined> {
  const today = businessDay(source, region)
  if (day > addDays(today, daysAhead)) return { refused: 'declaration-far' }
  const ground = await groundAhead(source, region)
  if (isRefusal(ground)) return ground
  if (place !== '' && !ground.book.world.units.has(place)) return { refused: 'declaration-place-unknown' }
  return enterFacts(source, region, { actor, kind, subject: form, body: { ...said } }, facts)
}
