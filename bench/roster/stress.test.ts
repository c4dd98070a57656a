import { allOf, noDays, sizeOf } from '@piket/domain/roster/day-mask.ts'
import { drawOf } from '@piket/domain/roster/draw.ts'
import { emptyPlaces, fairest } from '@piket/domain/roster/fairest.ts'
import { seeded } from '@piket/domain/roster/random.ts'
import { roster } from '@piket/domain/roster/roster.ts'
import type { OfficeLimit, RosterInput } from '@piket/domain/roster/roster-input.ts'
import type { RosterResult } from '@piket/domain/roster/roster-result.ts'
import { verify } from '@piket/domain/roster-verifier/verify.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHighs } from './highs.ts'
import { staffOf } from './instance.ts'
import { programOf } from './linear-program.ts'
import { inputOf } from './unit-input.ts'

const units = 500
let highs: Awaited<ReturnType<typeof openHighs>>
beforeAll(async () => {
  highs = await openHighs()
})
afterAll(() => {
  highs?.close()
})

/** A unit of 12 to 70 people with larger minima here and there and uneven carry; every other one with more rules. */
function randomUnit(at: number, random: () => number): { input: RosterInput; core: number | undefined } {
  const table = staffOf([12 + Math.floor(random() * 60)], {
    seed: 1000 + at,
    leave: random(),
    quotas: [0.1 + 0.7 * random()],
  })
  const { days, positionMin, carry } = table
  const positions = table.positionStart.length - 2
  for (let position = 0; position < positions - 1; position++) {
    if (random() < 0.3) positionMin.fill(2, position * days, (position + 1) * days)
  }
  for (let person = 0; person < carry.length; person++) if (random() < 0.1) carry[person]! += Math.floor(random() * 6)
  const input = inputOf(table, 0)
  if (at % 2 === 0) {
    const places = emptyPlaces(table)
    fairest(table, places)
    const deciding = places.load.subarray(0, input.unit.people.length)
    return { input, core: deciding.reduce((sum, load) => sum + load * load, 0) }
  }
  return { input: withMoreRules(input, random), core: undefined }
}

/** Maxima, ceilings that need not be reached, pins, limits over weeks and the period. */
function withMoreRules(input: RosterInput, random: () => number): RosterInput {
  const { unit, days } = input
  const share = unit.demand[0]!.max / Math.max(1, unit.people.length)
  const open = random() < 0.5
  const limits: OfficeLimit[] = []
  if (random() < 0.5) {
    const max = Math.ceil(share * days.length + random() * 3 - 1)
    limits.push({ days: allOf(days.length), min: 0, max: Math.max(0, max), clause: 'period' })
  }
  if (random() < 0.5) {
    const max = Math.max(1, Math.ceil(share * 5 + random()))
    const min = random() < 0.3 ? 1 : 0
    for (let first = 0; first < days.length; first += 5) {
      limits.push({ days: (allOf(5) << BigInt(first)) & allOf(days.length), min, max, clause: 'week' })
    }
  }
  return {
    ...input,
    unit: {
      ...unit,
      limits,
      demand: unit.demand.map((demand) => (open ? { ...demand, min: 0 } : demand)),
      positions: unit.positions.map((rule) => {
        const members = unit.people.filter(({ position }) => position === rule.position).length
        return { ...rule, max: rule.min.map((min) => Math.max(min, Math.ceil(members * (0.3 + 0.7 * random())))) }
      }),
      people: unit.people.map((person) => {
        const pin = random() < 0.1 ? person.free & (1n << BigInt(Math.floor(random() * days.length))) : noDays
        if (pin === noDays) return person
        return { ...person, ...(random() < 0.5 ? { pinnedHome: pin } : { pinnedOffice: pin }) }
      }),
    },
  }
}

/** Moves a day from somebody to somebody who is not lighter, statements adjusted; undefined where nobody can. */
function damage(input: RosterInput, result: RosterResult): RosterResult | undefined {
  const people = new Map(input.unit.people.map((person) => [person.id, person]))
  for (const from of result.duties) {
    for (const to of result.duties) {
      if (from === to || from.load === null || to.load === null || from.load > to.load) continue
      const { free } = people.get(to.person)!
      const give = from.drawn & free & ~to.days
      if (give === noDays) continue
      const day = give & -give
      const duties = result.duties.map((duty) => {
        if (duty === from) return { ...duty, days: duty.days ^ day, drawn: duty.drawn ^ day, load: from.load! - 1 }
        return duty === to ? { ...duty, days: duty.days ^ day, drawn: duty.drawn ^ day, load: to.load! + 1 } : duty
      })
      return {
        ...result,
        duties,
        metrics: recounted(
          duties.map(({ load }) => load!),
          duties.map(({ days }) => days),
        ),
      }
    }
  }
  return undefined
}

function recounted(loads: readonly number[], days: readonly bigint[]): RosterResult['metrics'] {
  return {
    spread: Math.max(...loads) - Math.min(...loads),
    squares: loads.reduce((sum, load) => sum + load * load, 0),
    pairs: days.reduce((sum, one, at) => sum + days.slice(0, at).filter((two) => (one & two) !== noDays).length, 0),
    pairBound: 0,
  }
}

test(`${units} random units stand at the optimum of a linear program, and damage is rejected`, async () => {
  const random = seeded(99)
  const tally = { feasible: 0, infeasible: 0, damaged: 0 }
  for (let at = 0; at < units; at++) {
    const { input, core } = randomUnit(at, random)
    const result = roster(input)
    const about = `unit ${at}`
    expect(verify(input, result), about).toEqual({ ok: true, faults: [], falseClaims: [] })
    const { text, constant, reward } = programOf(drawOf(input), 'squares', false)
    const { status, objective } = await highs.solve(text)
    if (result.leftOpen !== 0n) {
      tally.infeasible++
      expect(status, about).toBe('Infeasible')
      continue
    }
    tally.feasible++
    expect(status, about).toBe('Optimal')
    const drawn = result.duties.reduce((sum, duty) => sum + sizeOf(duty.drawn), 0)
    expect(result.metrics?.squares, about).toBe(Math.round(objective + constant + reward * drawn))
    if (core !== undefined) expect(core, about).toBe(result.metrics?.squares)
    const spoiled = damage(input, result)
    if (!spoiled) continue
    tally.damaged++
    expect(verify(input, spoiled).ok, about).toBe(false)
  }
  expect(tally.feasible).toBeGreaterThan(300)
  expect(tally.infeasible).toBeGreaterThan(5)
  expect(tally.damaged).toBeGreaterThan(300)
}, 120_000)
