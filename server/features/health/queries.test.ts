import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { installation } from '#platform/installation.ts'
import { sayingTx } from '../../testing/saying.ts'
import { addHealthAttributes, healthAttributesHeld, setPurpose } from './queries.ts'

test('the SQL of health data', async () => {
  const { tx, said } = sayingTx()
  const window = { from: '2021-01-05', until: '2021-01-18', known: '2021-01-05T08:00', zone: 'Asia/Makassar' }
  await setPurpose(tx, 'decision')
  await healthAttributesHeld(tx, window, null)
  await healthAttributesHeld(tx, window, 'e1')
  await addHealthAttributes(tx, [
    {
      employee_id: 'e1',
      attribute: 'pregnant',
      value: 'yes',
      valid_from: null,
      valid_until: null,
      issuer: null,
      recorded_at: null,
    },
  ])
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})

test('no other code names the protected table', () => {
  const server = join(installation(), 'server')
  const sources = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !/node_modules|\.test\.tsx?$|\.gen\.ts$/.test(path),
  )
  expect(sources.length).toBeGreaterThan(20)
  const naming = sources.filter((path) => /health_attribute/.test(readFileSync(join(server, path), 'utf8')))
  expect(naming).toEqual(['features/health/queries.ts'])
})
