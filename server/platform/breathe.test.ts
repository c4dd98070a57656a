import { expect, test } from 'vitest'
import { breathing } from './breathe.ts'

const hold = (milliseconds: number) => {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

test('others have several turns after a long step, and a short one waits for nothing', async () => {
  const breathe = breathing()
  let turns = 0
  const turning = setInterval(() => turns++, 1)
  const begun = performance.now()
  await breathe()
  expect(performance.now() - begun).toBeLessThan(10)
  hold(30)
  await breathe()
  clearInterval(turning)
  expect(turns).toBeGreaterThan(3)
})
