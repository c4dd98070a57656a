import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inEachRegion, startRounds } from './rounds.ts'

const lines: string[] = []
beforeEach(() => {
  vi.useFakeTimers()
  lines.length = 0
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const pace = { every: 1000, failure: 'No round' }

test('a round that is slow is never overtaken, and the end waits for it', async () => {
  const begun: (() => void)[] = []
  const stop = startRounds(() => new Promise((resolve) => begun.push(resolve)), pace)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(begun.length).toBe(1)
  begun[0]?.()
  await vi.advanceTimersByTimeAsync(1000)
  expect(begun.length).toBe(2)
  let hasEnded = false
  const ended = stop().then(() => {
    hasEnded = true
  })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(hasEnded).toBe(false)
  begun[1]?.()
  await ended
  await vi.advanceTimersByTimeAsync(10_000)
  expect(begun.length).toBe(2)
})

test('a round that fails is told, and the next one comes; none comes before its first pause', async () => {
  const round = vi.fn(() => Promise.reject(new Error('away')))
  const stop = startRounds(round, { ...pace, first: 500 })
  await vi.advanceTimersByTimeAsync(499)
  expect(round).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1001)
  expect(lines).toEqual(['No round: Error: away\n', 'No round: Error: away\n'])
  await stop()
})

test('a region that fails is named, and those after it have their turn', async () => {
  const done: string[] = []
  const work = async ({ code }: { readonly code: string }) => {
    if (code === '63.98') throw new Error('broken')
    done.push(code)
  }
  await inEachRegion([{ code: '63.97' }, { code: '63.98' }, { code: '63.99' }], work, 'Nothing done')
  expect([done, lines]).toEqual([['63.97', '63.99'], ['Nothing done in 63.98: Error: broken\n']])
})
