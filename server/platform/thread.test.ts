/** A thread answers whoever asked, tells what failed, and another one follows it. */
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { AskedTasks } from '../testing/asked-thread.ts'
import { bundleOf } from '../testing/bundled.ts'
import { installation } from './installation.ts'
import { openThread, ThreadEnded } from './thread.ts'

const program = await bundleOf(join(installation(), 'server/testing/asked-thread.ts'))
const thread = openThread<AskedTasks>({ name: 'The thread of the test', program, data: { word: 'padi' } })
afterAll(() => thread.end())

test('each answer reaches who asked, in whatever order they are ready', async () => {
  expect(await Promise.all([thread.ask('later', 50, 'first'), thread.ask('later', 0, 'second')])).toEqual([
    'first',
    'second',
  ])
  expect(await thread.ask('given')).toBe('padi')
})

test('what fails there is thrown here, with its code, and costs nobody else an answer', async () => {
  const [failed, other] = await Promise.allSettled([thread.ask('fail'), thread.ask('later', 10, 'other')])
  expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'no room', code: '53100' } })
  expect(other).toMatchObject({ value: 'other' })
})

test('an error that cannot be copied is told in words, and ends nobody', async () => {
  const [failed, other] = await Promise.allSettled([thread.ask('uncopied'), thread.ask('later', 10, 'other')])
  expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'odd' } })
  expect(other).toMatchObject({ value: 'other' })
})

test('when it ends, those who wait are told, and the next has a new one', async () => {
  const waiting = Promise.allSettled([thread.ask('later', 60_000, 'never'), thread.ask('leave')])
  for (const one of await waiting) expect(one).toMatchObject({ reason: expect.any(ThreadEnded) })
  expect(await thread.ask('later', 0, 'again')).toBe('again')
})
