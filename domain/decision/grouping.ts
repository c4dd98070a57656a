/**
 * People whom no rule can tell apart. A circular looks at a person through a few selectors; whoever answers all of them
 * alike gets the same row. A regency of eight thousand falls into a dozen such groups (circular-language, section 10).
 */
import type { Day } from '../calendar/day.ts'
import type { Version } from '../circular/register.ts'
import type { Who } from '../circular/schema.ts'
import { type EmployeeRecord, unitChain } from '../staff/facts.ts'
import { questionsOf } from './questions.ts'
import { inherited } from './scene.ts'
import { reaches } from './select-people.ts'
import { actingOn, attributeOn, leaveOn, type World } from './world.ts'

export interface Grouping {
  /** The group of a person's record: people of one group get the same row unless something sets them apart. */
  groupOf(person: EmployeeRecord): number
  /** Whether anything may set the person apart on some day. */
  mayStandApart(person: EmployeeRecord): boolean
  /**
   * What sets a person apart on a day: leave, a drawn place, acting posts, attributes, a birthday. '' for nothing.
   * @returns null when only a look at this very person can tell: letters, orders, events of their own
   */
  apart(person: EmployeeRecord, day: Day): string | null
}

/**
 * Groups people for days on which no unit changes.
 * @param versions every document that will be asked, the other readings included
 */
export function grouping(versions: readonly Version[], world: World, first: Day, last: Day): Grouping {
  const questions = questionsOf(versions)
  const doc = versions[0]?.doc
  const answers = (person: EmployeeRecord, day: Day, asked: readonly Who[]) => {
    if (!doc) return ''
    const scene = { doc, person, day, time: '00:00', world, unknown: new Set<string>() }
    return asked.map((who) => reaches(who, scene)).join()
  }
  const subjects = subjectsOf(world)
  const unit = facet(
    ({ unit, employer, workplaceIn }) => `${unit} ${employer} ${workplaceIn}`,
    (person) => {
      const at = { person, day: first, world }
      const employer = person.employer ?? inherited(at, 'employer')
      const workplace = person.workplaceIn ?? inherited(at, 'workplaceIn')
      const near = [...unitChain(person.unit), workplace ?? ''].filter((subject) => subjects.has(subject))
      const levels = questions.topLevels ? inherited(at, 'topEchelons') : ''
      return `${answers(person, first, questions.unit)} ${near} ${inherited(at, 'sector')} ${employer} ${workplace} ${levels}`
    },
  )
  const post = facet(
    ({ position, echelon }) => `${position} ${echelon}`,
    // Acting posts are looked at day by day, in `apart`.
    (person) =>
      `${answers({ ...person, employee: '' }, first, questions.post)} ${questions.topLevels ? person.echelon : ''}`,
  )
  const engagement = facet(
    ({ employment, job, workPattern }) => `${employment} ${job} ${workPattern}`,
    (person) => `${answers(person, first, questions.engagement)} ${person.workPattern}`,
  )
  /** The answers on age when they stay the same on all days; null when a birthday falls among them. */
  const age = (person: EmployeeRecord): string | null => {
    if (questions.age.length === 0) return ''
    const atFirst = answers(person, first, questions.age)
    return atFirst === answers(person, last, questions.age) ? atFirst : null
  }
  const number = numbering()
  return {
    groupOf: (person) => number(`${unit(person)} ${post(person)} ${engagement(person)} ${age(person)}`),
    mayStandApart: (person) =>
      recordsOf(world).some((records) => records.has(person.employee)) ||
      subjects.has(person.employee) ||
      age(person) === null,
    apart: (person, day) => {
      const { employee } = person
      if (questions.letters && world.letters.has(employee)) return null
      if (world.overrides.has(employee) || subjects.has(employee)) return null
      const parts = [
        leaveOn(world, employee, day)?.kind,
        world.drawn.get(employee)?.get(day)?.place,
        ...actingOn(world, employee, day).map(({ position, echelon }) => `${position} ${echelon}`),
        ...questions.attributes.map((name) => attributeOn(world, employee, name, day)?.value),
        age(person) === null ? answers(person, day, questions.age) : undefined,
      ]
      return parts.every((part) => part === undefined) ? '' : parts.join()
    },
  }
}

const recordsOf = ({ leave, drawn, acting, attributes, letters, overrides }: World) => [
  leave,
  drawn,
  acting,
  attributes,
  letters,
  overrides,
]

/** Whom or what a status, an event or an answer is about. */
const subjectsOf = ({ facts }: World): ReadonlySet<string> =>
  new Set([
    ...facts.statuses.map(({ subject }) => subject),
    ...facts.events.map(({ subject }) => subject),
    ...facts.answers.flatMap(({ unit }) => unit ?? []),
  ])

/** Numbers distinct texts in order of appearance. */
function numbering() {
  const numbers = new Map<string, number>()
  return (text: string): number => {
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, numbers.size)
    return numbers.size - 1
  }
}

/** One side of a person: the raw entry is looked up, and the questions are asked only the first time it is seen. */
function facet(raw: (person: EmployeeRecord) => string, answered: (person: EmployeeRecord) => string) {
  const number = numbering()
  const seen = new Map<string, number>()
  return (person: EmployeeRecord): number => {
    const key = raw(person)
    const known = seen.get(key)
    if (known !== undefined) return known
    const made = number(answered(person))
    seen.set(key, made)
    return made
  }
}
