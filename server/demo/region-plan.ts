/** From the plan of a region to everything it starts with. */
import type { Day } from '@piket/domain/calendar/day.ts'
import type {
  AnswerRecord,
  AttributeRecord,
  DeclaredEvent,
  LetterRecord,
  OverrideRecord,
} from '@piket/domain/staff/facts.ts'
import { absencesOf } from './absences.ts'
import type { Areas } from './areas.ts'
import { attributesOf } from './attributes.ts'
import type { DemoData, DemoRegion, District, StatedCount, Village } from './demo-region.ts'
import { type OrganisationPlan, organisationOf } from './organisation.ts'
import { servicesOf } from './services.ts'
import { employ, type Staff, type StaffPlan } from './staffing.ts'
import { taskForceOf } from './task-force.ts'

export interface RegionPlan extends Omit<DemoRegion, 'generate'> {
  readonly organisation: OrganisationPlan
  readonly staff: Omit<StaffPlan, 'region' | 'prefix'>
  /** The region's day, around which people are away, and how far. */
  readonly absences: {
    readonly around: Day
    readonly before: number
    readonly after: number
    readonly numbering: string
  }
  readonly caseCounts?: readonly StatedCount[]
  readonly events: readonly DeclaredEvent[]
  /** What hangs on the people once they are known. */
  readonly more?: (staff: Staff) => Partial<More>
  /** Districts and villages of an invented region; a real one has those of the published areas. */
  readonly ownAreas?: { readonly districts: readonly District[]; readonly villages: readonly Village[] }
}

export interface More {
  readonly employees: Staff['employees']
  readonly answers: readonly AnswerRecord[]
  readonly attributes: readonly AttributeRecord[]
  readonly letters: readonly LetterRecord[]
  readonly overrides: readonly OverrideRecord[]
}

/** The region that a plan describes. */
export function regionFrom({
  organisation,
  staff,
  absences,
  caseCounts = [],
  events,
  more,
  ownAreas,
  ...region
}: RegionPlan): DemoRegion {
  const generate = (areas: Areas): DemoData => {
    const districts = ownAreas?.districts ?? areas.districtsOf(region.code)
    const villages = ownAreas?.villages ?? areas.villagesOf(region.code)
    const sketches = organisationOf(region.nameId, organisation, districts, villages)
    const prefix = region.code.replace('.', '')
    const hired = employ({ ...staff, region: region.slug, prefix }, sketches)
    const { leave, letters } = absencesOf(hired.employees, { ...absences, region: region.slug })
    const extra = more?.(hired) ?? {}
    return {
      facts: {
        regions: [{ region: region.slug, within: region.province.slug }],
        units: hired.units,
        employees: extra.employees ?? hired.employees,
        acting: hired.acting,
        attributes: [...attributesOf(hired.employees, region.slug, absences.around), ...(extra.attributes ?? [])],
        leave,
        letters: [...letters, ...(extra.letters ?? [])],
        statuses: [],
        events,
        answers: extra.answers ?? [],
        overrides: extra.overrides ?? [],
      },
      districts,
      villages,
      unitAreas: sketches.flatMap(({ unit, area }) => (area ? [{ unit, ...area }] : [])),
      taskForceTeams: taskForceOf(districts, villages, hired.units),
      caseCounts,
      ...servicesOf(hired.units),
    }
  }
  return { ...region, generate }
}
