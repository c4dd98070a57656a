/** What follows from the final place: duties, bans, services and hours (circular-language, sections 6.3 to 6.5). */
import type { Ban, Clause, Duty, Service } from '../circular/clause.ts'
import type { LeaveKind } from '../staff/facts.ts'
import type { Active } from './active.ts'
import { hasLetter } from './letters.ts'
import { setAsideIn } from './placement.ts'
import type { ClauseRef, RowBan, RowDuty, RowService } from './row.ts'
import type { Scene } from './scene.ts'
import { rowsOn } from './shifts.ts'
import type { Truth } from './truth.ts'
import { resolveValue } from './value.ts'

export interface Consequences {
  readonly duties: RowDuty[]
  readonly bans: RowBan[]
  readonly services: RowService[]
  readonly windows: string[]
  hours: string | null
}

export interface Situation {
  readonly working: boolean
  readonly leave: LeaveKind | undefined
  /** Whether a clause of an active document applies at the final place; asked document by document. */
  readonly applies: (active: Active) => (clause: Clause) => Truth
}

const follows = (clause: Clause) => clause.kind !== 'placement' && clause.kind !== 'quota' && clause.kind !== 'pattern'

/** Duties and bans add up over documents. A ban also holds on days off; the rest arises on working days only. */
export function consequencesOf(
  active: readonly Active[],
  scene: Omit<Scene, 'doc'>,
  situation: Situation,
): Consequences {
  const found: Consequences = { duties: [], bans: [], services: [], windows: [], hours: null }
  let hoursFrom: Active | undefined
  for (const one of active) {
    const here = { ...scene, doc: one.doc }
    const truths = new Map<Clause, Truth>()
    const applies = situation.applies(one)
    for (const clause of one.doc.clauses) {
      if (!follows(clause) || one.declines(clause) || !(situation.working || clause.kind === 'ban')) continue
      const truth = applies(clause)
      if (truth !== false) truths.set(clause, truth)
    }
    const over = setAsideIn(one.version)
    for (const [clause, truth] of truths) {
      if (isBeaten(clause, truths, over)) continue
      const ref = { circular: one.doc.id, clause: clause.id }
      if (clause.kind === 'duty') found.duties.push(dutyOf(ref, clause, truth === true))
      if (clause.kind === 'ban' && !isReleased(clause, here, situation.leave))
        found.bans.push(banOf(ref, clause, truth === true))
      if (clause.kind === 'service' && truth === true) found.services.push(serviceOf(ref, clause, here))
      if (clause.kind === 'hours' && truth === true) {
        for (const { name, from, to } of clause.presence ?? []) found.windows.push(`${name} ${from}-${to}`)
        // Timetables follow the precedence of placements: the first document that names one decides.
        if (clause.timetable === undefined || (found.hours !== null && hoursFrom !== one)) continue
        const timetable = resolveValue(clause.timetable, clause, here, 'timetable')
        const hours = 'value' in timetable ? hoursOn(String(timetable.value), here) : 'undetermined'
        found.hours = found.hours === null ? hours : agreed(found.hours, hours)
        hoursFrom = one
      }
    }
  }
  return found
}

/** Whether a clause that applies for sure is over this one. */
function isBeaten({ id, kind }: Clause, truths: ReadonlyMap<Clause, Truth>, over: Map<string, Set<string>>): boolean {
  for (const [other, losers] of over) {
    if (!losers.has(id)) continue
    for (const [clause, truth] of truths) if (truth && clause.id === other && clause.kind === kind) return true
  }
  return false
}

/** What a clause says in a row is the same for everybody: written once for each clause, sure and unsure. */
function written<C extends Clause, Entry>(write: (ref: ClauseRef, clause: C, certain: boolean) => Entry) {
  const sure = new WeakMap<C, Entry>()
  const unsure = new WeakMap<C, Entry>()
  return (ref: ClauseRef, clause: C, certain: boolean): Entry => {
    const memory = certain ? sure : unsure
    const known = memory.get(clause)
    if (known) return known
    const made = write(ref, clause, certain)
    memory.set(clause, made)
    return made
  }
}

export const dutyOf = written(
  (ref, clause: Duty, certain): RowDuty => ({
    ...ref,
    do: clause.do,
    force: clause.force,
    to: clause.to ?? null,
    due: clause.due ?? null,
    channels: clause.channels ?? [],
    certain,
  }),
)

export const banOf = written(
  (ref, clause: Ban, certain): RowBan => ({
    ...ref,
    act: clause.act,
    force: clause.force,
    unless: clause.unless ?? [],
    certain,
  }),
)

export function serviceOf(ref: ClauseRef, clause: Service, scene: Scene): RowService {
  const said = (value: Service['public'] | NonNullable<Service['hours']>, kind: 'service' | 'text') => {
    const found = resolveValue(value, clause, scene, kind)
    if ('value' in found) return String(found.value)
    return found.undetermined.code === 'not_decided' ? 'not_decided' : 'undetermined'
  }
  return {
    ...ref,
    public: said(clause.public, 'service'),
    hours: clause.hours === undefined ? null : said(clause.hours, 'text'),
    protocol: clause.protocol ?? null,
  }
}

const isReleased = ({ unless = [] }: Ban, scene: Scene, leave: LeaveKind | undefined): boolean =>
  unless.some((one) => ('letter' in one ? hasLetter(one, scene) : leave !== undefined && one.reason.includes(leave)))

/** Hours of two clauses of one document: what cannot be said of one cannot be said of both. */
const agreed = (hours: string, other: string): string =>
  hours === other ? hours : [hours, other].includes('undetermined') ? 'undetermined' : 'conflict'

/** The line of a timetable for that day: where it comes in shifts, that of the shift which a roster has dealt. */
function hoursOn(name: string, scene: Scene): string {
  const dealt = scene.world.drawn.get(scene.person.employee)?.get(scene.day)?.shift
  const [row, another] = rowsOn(name, scene).filter(
    ({ shift }) => shift === undefined || dealt === undefined || shift === dealt,
  )
  if (!row || another || (row.shift !== undefined && dealt === undefined)) return 'undetermined'
  return `${row.from}-${row.to}/${row.break_minutes}`
}
