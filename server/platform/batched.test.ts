import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { batched } from './batched.ts'

/** Doubles numbers, keeps the batches it was given, and fails on negative ones. */
function doubling({ takes = 0 } = {}) {
  const batches: number[][] = []
  let busy = 0
  let busiest = 0
  const work = async (items: number[]) => {
    batches.push(items)
    busiest = Math.max(busiest, ++busy)
    await pause(takes)
    busy--
    if (items.some((item) => item < 0)) throw new Error(`bad ${items.filter((item) => item < 0)}`)
    return items.map((item) => item * 2)
  }
  return { work, batches, busiest: () => busiest }
}

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number + 1)

test('calls of one turn share one batch, and each has its own answer', async () => {
  const { work, batches } = doubling()
  const double = batched(work)
  expect(await Promise.all([3, 1, 2].map(double))).toEqual([6, 2, 4])
  expect(batches).toEqual([[3, 1, 2]])
})

test('what waits for a slot leaves together when one is free', async () => {
  const { work, batches, busiest } = doubling({ takes: 5 })
  const double = batched(work, { slots: 2, size: 100 })
  const answers = numbers(4).map(async (turn) => {
    await pause(turn)
    return Promise.all(numbers(50).map(double))
  })
  await Promise.all(answers)
  expect(busiest()).toBe(2)
  expect(batches.length).toBeLessThanOrEqual(4)
  expect(batches.flat().length).toBe(200)
})

test('a batch holds no more than its size', async () => {
  const { work, batches } = doubling()
  const double = batched(work, { size: 7, slots: 1 })
  await Promise.all(numbers(20).map(double))
  expect(batches.map(({ length }) => length)).toEqual([7, 7, 6])
})

test('one bad item fails alone', async () => {
  const { work, batches } = doubling()
  const double = batched(work, { isOfOne: () => true })
  const items = numbers(256).map((number) => (number === 100 ? -1 : number))
  const settled = await Promise.allSettled(items.map(double))
  const failed = settled.flatMap((one, place) => (one.status === 'rejected' ? [[place, one.reason.message]] : []))
  expect(failed).toEqual([[99, 'bad -1']])
  expect(batches.length).toBeLessThan(20)
})

test('an error that is nobody’s fault fails the whole batch at once', async () => {
  const { work, batches } = doubling()
  const double = batched(work)
  const settled = await Promise.allSettled([1, -1, 3].map(double))
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(batches.length).toBe(1)
  expect(await double(4)).toBe(8)
})
