/** A document with exactly one thing changed: whatever the change, a case must notice (circular-language, section 14). */
import { addDays, isDay } from '@piket/domain/calendar/day.ts'
import {
  type Clause,
  quotaBases,
  quotaSpans,
  roundings,
  serviceStates,
  type Who,
} from '@piket/domain/circular/clause.ts'
import { type Circular, circular } from '@piket/domain/circular/schema.ts'

export interface Mutant {
  readonly name: string
  readonly doc: Circular
}

const other = 'something_else'
const nobody: Who = { not: { all: true } }

/** Every document that differs from this one by a single change. */
export const mutantsOf = (doc: Circular): Mutant[] => [
  ...doc.clauses.flatMap((clause) =>
    clauseChanges(clause).map(({ name, change }) => ({
      name: `${clause.id} ${name}`,
      doc: withClause(doc, clause, change),
    })),
  ),
  ...groupChanges(doc),
  ...validityChanges(doc),
]

interface Change {
  readonly name: string
  /** Fields to replace; undefined removes one. */
  readonly change: Record<string, unknown>
}

function withClause(doc: Circular, changed: Clause, change: Record<string, unknown>): Circular {
  const fields = Object.entries({ ...changed, ...change }).filter(([, value]) => value !== undefined)
  const clauses = doc.clauses.map((clause) => (clause === changed ? Object.fromEntries(fields) : clause))
  return circular.parse({ ...doc, clauses })
}

function clauseChanges(clause: Clause): Change[] {
  const changes: Change[] = [{ name: 'disabled', change: { who: nobody } }]
  const add = (name: string, change: Record<string, unknown>) => changes.push({ name, change })
  for (const { name, who } of weaker(clause.who)) add(name, { who })
  for (const { name, value } of shifted(clause.who, 'who')) add(name, { who: value })
  const { over = [] } = clause
  for (const loser of over) {
    const rest = over.filter((one) => one !== loser)
    add(`over without ${loser}`, { over: rest.length > 0 ? rest : undefined })
  }
  return [...changes, ...kindChanges(clause)]
}

const flips = { must: ['should'], should: ['must', 'may'], may: ['must'] } as const
const others = <T>(all: readonly T[], now: unknown): T[] => all.filter((one) => one !== now)

function kindChanges(clause: Clause): Change[] {
  const changes: Change[] = []
  const add = (name: string, change: Record<string, unknown>) => changes.push({ name, change })
  const { kind, force } = clause
  if (kind === 'placement' || kind === 'duty' || kind === 'ban')
    for (const flip of flips[force]) add(`force ${force} -> ${flip}`, { force: flip })
  if (kind === 'placement' || kind === 'quota')
    if (typeof clause.place === 'string')
      for (const place of others(['office', 'home'], clause.place)) add(`place ${place}`, { place })
  if (kind === 'quota') {
    for (const { name, value } of shifted(clause.amount, 'amount')) add(name, { amount: value })
    for (const { name, value } of shifted(clause.at_least, 'at_least')) add(name, { at_least: value })
    for (const per of others(quotaSpans, clause.per)) add(`per ${per}`, { per })
    for (const staff of others(quotaBases, clause.of.staff)) add(`of.staff ${staff}`, { of: { ...clause.of, staff } })
    for (const side of ['heads', 'exempt'] as const)
      add(`of.${side} flipped`, { of: { ...clause.of, [side]: clause.of[side] === 'in' ? 'out' : 'in' } })
    const usual = clause.amount.max !== undefined ? 'down' : clause.amount.min !== undefined ? 'up' : 'nearest'
    for (const round of others(roundings, clause.round ?? usual)) add(`round ${round}`, { round })
  }
  if (kind === 'duty') {
    add('do changed', { do: other })
    add('to changed', { to: other })
    if (clause.to != null) add('to dropped', { to: undefined })
    const weekly = JSON.stringify(clause.due) === '{"every":"week"}'
    add('due changed', { due: { every: weekly ? 'day' : 'week' } })
    if (clause.due != null) add('due dropped', { due: undefined })
    if (clause.channels) add('channels dropped', { channels: undefined })
  }
  if (kind === 'ban') {
    add('act changed', { act: [other] })
    if (clause.unless) add('unless dropped', { unless: undefined })
  }
  if (kind === 'service') {
    for (const state of others<unknown>(serviceStates, clause.public)) add(`public ${state}`, { public: state })
    if (clause.hours !== undefined) add('hours dropped', { hours: undefined })
    if (clause.protocol !== undefined) add('protocol dropped', { protocol: undefined })
  }
  return changes
}

const orEverybody = (who: Who): Who => (Object.keys(who).length === 0 ? { all: true } : who)

/** Selectors that lack one key, one value of a list or one alternative, at any depth. Nothing left = everybody. */
function weaker(who: Who): { name: string; who: Who }[] {
  return (Object.keys(who) as (keyof Who)[]).flatMap((key) => {
    if (key === 'all' || key === 'public') return []
    const { [key]: dropped, ...rest } = who
    const found = [{ name: `who without ${key}`, who: orEverybody(rest) }]
    if (key === 'any_of') return [...found, ...weakerAlternatives(dropped as Who[], rest)]
    if (key === 'not')
      return [
        ...found,
        ...weaker(dropped as Who).map(({ name, who: not }) => ({ name: `not: ${name}`, who: { ...rest, not } })),
      ]
    if (Array.isArray(dropped) && dropped.length > 1)
      for (const [position, value] of dropped.entries())
        found.push({ name: `${key} without ${value}`, who: { ...rest, [key]: dropped.toSpliced(position, 1) } })
    return found
  })
}

function weakerAlternatives(alternatives: readonly Who[], rest: Who): { name: string; who: Who }[] {
  return alternatives.flatMap((alternative, position) => {
    const left = alternatives.toSpliced(position, 1)
    return [
      { name: `any_of without ${position}`, who: left.length === 0 ? orEverybody(rest) : { ...rest, any_of: left } },
      ...weaker(alternative).map(({ name, who }) => ({
        name: `any_of ${position}: ${name}`,
        who: { ...rest, any_of: alternatives.with(position, who) },
      })),
    ]
  })
}

/** The value with each number or share in it moved by one. */
function shifted(value: unknown, path: string): { name: string; value: unknown }[] {
  if (typeof value === 'number')
    return [value - 1, value + 1]
      .filter((next) => next >= 0)
      .map((next) => ({ name: `${path} ${value} -> ${next}`, value: next }))
  if (typeof value === 'string' && /^\d+%$/.test(value)) {
    const share = Number.parseInt(value, 10)
    const near = [share - 1, share + 1].filter((next) => next >= 0 && next <= 100)
    return near.map((next) => ({ name: `${path} ${value} -> ${next}%`, value: `${next}%` }))
  }
  if (Array.isArray(value))
    return value.flatMap((one, position) =>
      shifted(one, `${path}.${position}`).map((found) => ({
        name: found.name,
        value: value.with(position, found.value),
      })),
    )
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) =>
      shifted(one, `${path}.${key}`).map((found) => ({ name: found.name, value: { ...value, [key]: found.value } })),
    )
  return []
}

function groupChanges(doc: Circular): Mutant[] {
  const nowhere = (all: readonly string[], entry: string) => all.map((one) => (one === entry ? 'nowhere' : one))
  return Object.entries(doc.groups).flatMap(([name, group]) => {
    const mutant = (entry: string, change: object): Mutant => ({
      name: `group ${name} without ${entry}`,
      doc: circular.parse({ ...doc, groups: { ...doc.groups, [name]: { ...group, ...change } } }),
    })
    const { units = [], positions = [], items = {} } = group
    return [
      ...units.map((entry) => mutant(entry, { units: nowhere(units, entry) })),
      ...positions.map((entry) => mutant(entry, { positions: nowhere(positions, entry) })),
      ...Object.entries(items).flatMap(([number, item]) =>
        item.map((entry) => mutant(entry, { items: { ...items, [number]: nowhere(item, entry) } })),
      ),
    ]
  })
}

function validityChanges(doc: Circular): Mutant[] {
  const moved = (['from', 'until'] as const).flatMap((edge) => {
    const at = doc.in_force[edge]
    if (typeof at !== 'string' || !isDay(at)) return []
    return [-1, 1].map((days) => ({
      name: `in_force.${edge} ${days > 0 ? 'a day later' : 'a day earlier'}`,
      doc: { ...doc, in_force: { ...doc.in_force, [edge]: addDays(at, days) } },
    }))
  })
  const { while: condition, ...rest } = doc.in_force
  return condition ? [...moved, { name: 'in_force.while dropped', doc: { ...doc, in_force: rest } }] : moved
}
