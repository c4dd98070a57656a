import { expect, test } from 'vitest'
import { inFlight } from './in-flight.ts'

test('who asks while it is made shares it; who asks later, of another owner or for something else, does not', async () => {
  const together = inFlight<object, number>()
  const [here, there] = [{}, {}]
  let made = 0
  const make = async () => ++made
  expect(await Promise.all([together(here, 'a', make), together(here, 'a', make)])).toEqual([1, 1])
  expect(await Promise.all([together(here, 'a', make), together(here, 'b', make), together(there, 'a', make)])).toEqual(
    [2, 3, 4],
  )
})

test('what fails fails for all who wait, and is made anew afterwards', async () => {
  const together = inFlight<object, number>()
  const here = {}
  const fail = async () => {
    throw new Error('not now')
  }
  const all = await Promise.allSettled([together(here, 'a', fail), together(here, 'a', fail)])
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await together(here, 'a', async () => 1)).toBe(1)
})
