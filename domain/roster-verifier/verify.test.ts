import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allOf, hasDay, maskOf, noDays } from '../roster/day-mask.ts'
import { roster } from '../roster/roster.ts'
import type { RosterInput } from '../roster/roster-input.ts'
import type { PersonDuty, RosterResult } from '../roster/roster-result.ts'
import { sampleInput } from '../roster/sample-unit.ts'
import { verify } from './verify.ts'

const input = sampleInput({ people: 30, days: 20, seed: 5, share: 0.5, floor: true })
const result = roster(input)

const change = (
  from: RosterResult,
  person: string,
  alter: (duty: PersonDuty) => Partial<PersonDuty>,
): RosterResult => ({
  ...from,
  duties: from.duties.map((duty) => (duty.person === person ? { ...duty, ...alter(duty) } : duty)),
})
const flip = (duty: PersonDuty, day: number, by: number): PersonDuty => ({
  ...duty,
  days: duty.days ^ maskOf([day]),
  drawn: duty.drawn ^ maskOf([day]),
  load: (duty.load ?? 0) + by,
})
const codes = (given: RosterInput, damaged: RosterResult) =>
  new Set(verify(given, damaged).faults.map(({ code }) => code))

describe('the verifier', () => {
  test('accepts what is sound', () => {
    expect(verify(input, result)).toEqual({ ok: true, faults: [], falseClaims: [] })
  })

  const turns = input.unit.people.find(({ free, away }) => free !== noDays && away.length > 0)!
  const away = input.days.findIndex((_, day) => !hasDay(turns.free | turns.office, day))

  test('finds one too many and one too few', () => {
    const home = input.days.findIndex(
      (_, day) =>
        hasDay(turns.free, day) && !hasDay(result.duties.find(({ person }) => person === turns.id)!.days, day),
    )
    const in_ = input.days.findIndex((_, day) =>
      hasDay(result.duties.find(({ person }) => person === turns.id)!.drawn, day),
    )
    expect(
      codes(
        input,
        change(result, turns.id, (duty) => flip(duty, home, 1)),
      ),
    ).toContain('PKT-901')
    expect(
      codes(
        input,
        change(result, turns.id, (duty) => flip(duty, in_, -1)),
      ),
    ).toContain('PKT-902')
  })

  test('finds somebody in who is away, and somebody away who must be in', () => {
    expect(
      codes(
        input,
        change(result, turns.id, (duty) => flip(duty, away, 1)),
      ),
    ).toContain('PKT-903')
    const head = input.unit.people.find(({ position }) => position === 'head')!
    expect(
      codes(
        input,
        change(result, head.id, ({ days }) => ({ days: days & ~1n })),
      ),
    ).toContain('PKT-904')
  })

  test('finds a broken limit and teams that meet', () => {
    const limits = [{ days: allOf(20), min: 0, max: 2, clause: '2.c' }]
    expect(codes({ ...input, unit: { ...input.unit, limits } }, result)).toContain('PKT-905')
    const teams = { count: 2, swap: 'day' as const, clause: '6' }
    expect(codes({ ...input, unit: { ...input.unit, teams } }, result)).toContain('PKT-906')
  })

  test('finds somebody left out', () => {
    expect(verify(input, { ...result, duties: result.duties.slice(1) }).falseClaims).not.toEqual([])
  })

  test('rejects every damage to a roster or to its proof', () => {
    const samples = fc.record({
      people: fc.integer({ min: 4, max: 60 }),
      days: fc.integer({ min: 2, max: 31 }),
      seed: fc.nat(),
      share: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      leave: fc.double({ min: 0, max: 1, noNaN: true }),
      maxima: fc.boolean(),
      limits: fc.constantFrom('none', 'weeks', 'period', 'both' as const),
    })
    let damaged = 0
    fc.assert(
      fc.property(samples, fc.nat(), (sample, choice) => {
        const given = sampleInput(sample)
        const sound = roster(given)
        if (sound.status === 'infeasible') return
        // A day from a lighter person to a heavier one, all statements adjusted: fairness alone can tell.
        const free = new Map(given.unit.people.map((person) => [person.id, person]))
        const moves = sound.duties.flatMap((from) =>
          sound.duties.flatMap((to) =>
            from.load !== null && to.load !== null && from.load <= to.load && from.person !== to.person
              ? given.days.flatMap((_, day) =>
                  hasDay(from.drawn, day) && hasDay(free.get(to.person)!.free & ~to.days, day)
                    ? [{ from, to, day }]
                    : [],
                )
              : [],
          ),
        )
        const move = moves[choice % Math.max(1, moves.length)]
        if (!move) return
        damaged++
        const moved = change(
          change(sound, move.from.person, (duty) => flip(duty, move.day, -1)),
          move.to.person,
          (duty) => flip(duty, move.day, 1),
        )
        const squares = moved.duties.reduce((sum, { load }) => sum + (load ?? 0) ** 2, 0)
        const loads = moved.duties.flatMap(({ load }) => (load === null ? [] : [load]))
        const spread = Math.max(...loads) - Math.min(...loads)
        const days = new Map(moved.duties.map((duty) => [duty.person, duty.days]))
        const deciding = given.unit.people
          .filter((person) => (person.free & ~sound.leftOpen) !== noDays)
          .map(({ id }) => days.get(id)!)
        const pairs = deciding.reduce(
          (sum, one, at) => sum + deciding.slice(0, at).filter((other) => (one & other) !== noDays).length,
          0,
        )
        const lying = { ...moved, metrics: { squares, spread, pairs, pairBound: 0 } }
        expect(verify(given, lying).ok).toBe(false)
      }),
      { numRuns: 100 },
    )
    expect(damaged).toBeGreaterThan(40)
  })

  test('rejects refusals that are not so', () => {
    const short = sampleInput({ people: 20, days: 10, seed: 3, share: 0.95, home: 0.4, floor: true })
    const refusal = roster(short)
    const [first, ...others] = refusal.conflicts
    const explanation = first!
    expect(verify(short, refusal).ok).toBe(true)
    const twisted = [
      { ...explanation, short: explanation.short + 1, wanted: explanation.wanted + 1 },
      { ...explanation, left: explanation.left + 1, wanted: explanation.wanted + 1 },
      { ...explanation, cut: { ...explanation.cut, people: [] } },
      { ...explanation, days: noDays },
      ...explanation.people.slice(0, 1).flatMap((one) => [
        { ...explanation, people: [{ ...one, to: 'office' as const }] },
        { ...explanation, people: [{ ...one, person: short.unit.people.find(({ away }) => away.length === 0)!.id }] },
        { ...explanation, people: [{ ...one, clause: '5.a' }] },
      ]),
      ...explanation.repairs.slice(0, 1).flatMap((one) => [
        { ...explanation, repairs: [{ ...one, personDays: one.personDays + 1 }] },
        { ...explanation, repairs: [{ ...one, clause: '9.z' }] },
      ]),
    ]
    for (const lie of twisted) expect(verify(short, { ...refusal, conflicts: [lie, ...others] }).ok).toBe(false)
    expect(verify(short, { ...refusal, conflicts: [] }).ok).toBe(false)
    // The same unit without the floor has a roster; its refusal must not pass.
    const feasible = sampleInput({ people: 20, days: 10, seed: 3, share: 0.95, home: 0.4 })
    expect(verify(feasible, refusal).ok).toBe(false)
  })

  test('rejects days that are left open without need, and turns on days that are', () => {
    const given = sampleInput({ people: 20, days: 10, seed: 3, share: 0.5, leave: 0, home: 0 })
    const people = given.unit.people.map((person, at) =>
      at > 8 ? { ...person, free: person.free & ~maskOf([3]), away: [{ mask: maskOf([3]), clause: 'leave' }] } : person,
    )
    const demand = given.unit.demand.map((one) => ({ ...one, min: one.max }))
    const input = { ...given, unit: { ...given.unit, people, demand } }
    const sound = roster(input)
    expect([sound.status, sound.leftOpen]).toEqual(['partial', maskOf([3])])
    expect(verify(input, sound)).toEqual({ ok: true, faults: [], falseClaims: [] })
    const claims = (lie: RosterResult) => verify(input, lie).falseClaims.map(({ claim }) => claim)
    expect(claims({ ...sound, status: 'exact' })).toContain('status')
    expect(claims({ ...sound, leftOpen: maskOf([3, 4]) })).toContain('explanation')
    const [conflict] = sound.conflicts
    const wider = { ...conflict!, days: maskOf([3, 4]) }
    expect(claims({ ...sound, leftOpen: maskOf([3, 4]), conflicts: [wider] })).toContain('explanation')
    const free = people.find((person) => hasDay(person.free, 3))!
    const drawn = change(sound, free.id, (duty) => flip(duty, 3, 1))
    expect(verify(input, drawn).faults.map(({ code, person }) => [code, person])).toContainEqual(['PKT-903', free.id])
  })
})
