/**
 * People whom no rule can tell apart. A circular looks at a person through a few selectors; whoever answers all of them
 * alike gets the same row. A regency of eight thousand falls into a dozen such groups (circular-language, section 10).
 */
import { isWorking } from '../calendar/calendar.ts'
import { addDays, type Day, type Period } from '../calendar/day.ts'
import type { Who } from '../circular/clause.ts'
import type { Version } from '../circular/register.ts'
import { type EmployeeRecord, unitChain } from '../staff/facts.ts'
import { type Questions, questionsOf } from './questions.ts'
import { absenceOf } from './row.ts'
import { inherited } from './scene.ts'
import { reaches } from './select-people.ts'
import type { Side } from './staff.ts'
import { actingOn, attributeOn, kindOfDay, leaveOn, type World } from './world.ts'

export interface Grouping {
  /** The group of a row of the staff: people of one group get the same answer unless something sets them apart. */
  groupOf(row: number): number
  /** The days on which something may set the person at a position of the list apart; null: any day. */
  daysApart(position: number): readonly Period[] | null
  /**
   * People with the same key get the same answer on a day: their group, and what sets them apart from it then (a drawn
   * place, acting posts, attributes, a birthday); whoever rests is asked nothing, so that only the absence counts.
   * @param person the record of the row, or one like it without an id: somebody of the group without records of their own
   * @returns null when only a look at this very person can tell: letters, orders, events of their own
   */
  keyOf(row: number, person: EmployeeRecord, day: Day): string | null
}

/**
 * Groups people for days on which no unit changes.
 * @param versions every document that will be asked, the other readings included
 */
export function grouping(versions: readonly Version[], world: World, first: Day, last: Day): Grouping {
  const questions = questionsOf(versions)
  const doc = versions[0]?.doc
  // What is not known makes a group of its own: which fact that is, nobody asks here.
  const unknown = new Set<string>()
  const answers = (person: EmployeeRecord, day: Day, asked: readonly Who[]) => {
    if (!doc || asked.length === 0) return ''
    const scene = { doc, person, day, time: '00:00', world, unknown }
    let said = ''
    for (const who of asked) said += `${reaches(who, scene)} `
    return said
  }
  const subjects = subjectsOf(world)
  const { regions } = world.facts
  const { staff } = world
  const asksEmployer = questions.employer || (regions.length > 0 && paysElsewhere(world))
  const unit = numbered(staff.unit, (person) => {
    const at = { person, day: first, world }
    const workplace = () => person.workplaceIn ?? inherited(at, 'workplaceIn') ?? ''
    let said = answers(person, first, questions.unit)
    if (subjects.size > 0) said += ` ${[...unitChain(person.unit), workplace()].filter((one) => subjects.has(one))}`
    if (asksEmployer) said += ` ${person.employer ?? inherited(at, 'employer')}`
    if (questions.workplace) said += ` ${workplace()}`
    if (questions.sector) said += ` ${inherited(at, 'sector')}`
    if (questions.topLevels) said += ` ${inherited(at, 'topEchelons')}`
    return said
  })
  const post = numbered(
    staff.post,
    // Acting posts are looked at day by day, in `keyOf`.
    (person) =>
      `${answers({ ...person, employee: '' }, first, questions.post)} ${questions.topLevels ? person.echelon : ''}`,
  )
  const engagement = numbered(
    staff.engagement,
    (person) => `${answers(person, first, questions.engagement)} ${person.workPattern}`,
  )
  /** A profile is a unit, a post and an engagement: people of profiles that are answered alike make one group. */
  const groupOfKey = numbering<number>()
  const groups = Int32Array.from({ length: staff.profiles }, (_, profile) =>
    groupOfKey((unit.of(profile) * post.answers + post.of(profile)) * engagement.answers + engagement.of(profile)),
  )
  const number = numbering<string>()
  const ages = new Map<Day | null, string>()
  // In a year everybody has a birthday, and an age may come and go.
  const long = addDays(first, 364) <= last
  /** The answers on age when they stay the same on all days; `birthday` when one falls among them. */
  const age = (person: EmployeeRecord): string => {
    if (questions.age.length === 0) return ''
    const known = ages.get(person.birth)
    if (known !== undefined) return known
    const atFirst = answers(person, first, questions.age)
    const made = !long && atFirst === answers(person, last, questions.age) ? atFirst : birthday
    ages.set(person.birth, made)
    return made
  }
  const ownDays = periodsOf(world, questions, subjects, first, last)
  const groupOf = (row: number) => {
    const group = groups[staff.profile[row] as number] as number
    return questions.age.length === 0 ? group : number(`${group} ${age(staff.records[row] as EmployeeRecord)}`)
  }
  return {
    groupOf,
    daysApart: (position) => {
      const own = ownDays[position] as readonly Period[] | null
      if (questions.age.length === 0) return own
      const record = staff.records[staff.newest[position] as number] as EmployeeRecord
      return age(record) === birthday ? null : own
    },
    keyOf: (row, person, day) => {
      const { employee, workPattern } = person
      if (questions.letters && world.letters.has(employee)) return null
      if (world.overrides.has(employee) || subjects.has(employee)) return null
      const leave = leaveOn(world, employee, day)?.kind
      if (!questions.rest) {
        if (!isWorking(kindOfDay(world, day, workPattern))) return 'off'
        if (leave !== undefined) return absenceOf(leave)
      }
      const drawn = world.drawn.get(employee)?.get(day)
      const acting = actingOn(world, employee, day)
      const parts = [
        leave,
        drawn?.place,
        drawn?.shift,
        // The highest post counts: beside an acting one, the own post is more than the answers it gives alone.
        ...(acting.length > 0 ? [`${person.position} ${person.echelon}`] : []),
        ...acting.map(({ position, echelon }) => `${position} ${echelon}`),
        ...questions.attributes.map((name) => attributeOn(world, employee, name, day)?.value),
        age(person) === birthday ? answers(person, day, questions.age) : undefined,
      ]
      const apart = parts.every((part) => part === undefined) ? '' : parts.join()
      return `${groupOf(row)} ${apart}`
    },
  }
}

const birthday = 'birthday'

const never: readonly Period[] = []

/**
 * When records of their own speak of people, by position of the list; null: on any day, since drawn places, orders and
 * letters name single days, whoever has several records of the staff list changes among them, and whoever comes or
 * leaves in the meantime is not there before or after.
 */
function periodsOf(
  world: World,
  questions: Questions,
  subjects: ReadonlySet<string>,
  first: Day,
  last: Day,
): readonly (readonly Period[] | null)[] {
  const { positionOf, ids, several, dated, newest, records } = world.staff
  const periods = new Array<readonly Period[] | null>(ids.length).fill(never)
  const add = (employee: string, record: Period) => {
    if ((record.from !== null && record.from > last) || (record.until !== null && record.until < first)) return
    const position = positionOf(employee)
    if (position !== undefined) periods[position] = [...(periods[position] as readonly Period[]), record]
  }
  for (const [employee, own] of world.leave) for (const record of own) add(employee, record)
  for (const [employee, own] of world.acting) for (const record of own) add(employee, record)
  for (const [employee, own] of world.attributes)
    for (const record of own) if (questions.attributes.includes(record.attribute)) add(employee, record)
  const anyDay = [world.drawn, world.overrides, ...(questions.letters ? [world.letters] : [])]
  for (const employee of [...anyDay.flatMap((own) => [...own.keys()]), ...subjects]) {
    const position = positionOf(employee)
    if (position !== undefined) periods[position] = null
  }
  for (const position of several.keys()) periods[position] = null
  for (const position of dated)
    if (!covers(records[newest[position] as number] as EmployeeRecord, first, last)) periods[position] = null
  return periods
}

const covers = ({ from, until }: Period, first: Day, last: Day) =>
  (from === null || from <= first) && (until === null || last <= until)

/** Whom or what a status, an event or an answer is about. */
const subjectsOf = ({ facts }: World): ReadonlySet<string> =>
  new Set([
    ...facts.statuses.map(({ subject }) => subject),
    ...facts.events.map(({ subject }) => subject),
    ...facts.answers.flatMap(({ unit }) => unit ?? []),
  ])

/** Whether anybody is paid by another than the region that keeps the list. */
function paysElsewhere({ staff, units, facts }: World): boolean {
  const elsewhere = ({ employer }: { readonly employer: string | null }) =>
    employer !== null && employer !== facts.regions[0]?.region
  return staff.unit.examples.some(elsewhere) || [...units.values()].some((records) => records.some(elsewhere))
}

/** Number of the answer on one side of a profile: each combination that occurs is asked once. */
function numbered({ examples, ofProfile }: Side, answer: (person: EmployeeRecord) => string) {
  const number = numbering<string>()
  const numbers = examples.map((person) => number(answer(person)))
  return {
    answers: new Set(numbers).size,
    of: (profile: number): number => numbers[ofProfile[profile] as number] as number,
  }
}

/** Numbers distinct values in order of appearance. */
function numbering<T>() {
  const numbers = new Map<T, number>()
  return (value: T): number => {
    const known = numbers.get(value)
    if (known !== undefined) return known
    numbers.set(value, numbers.size)
    return numbers.size - 1
  }
}
