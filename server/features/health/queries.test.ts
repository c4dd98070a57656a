import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { installation } from '#platform/installation.ts'
import { sayingTx } from '../../testing/saying.ts'
import {
  addHealthAttributes,
  addHealthClaim,
  endHealthAttributes,
  healthAttributesHeld,
  healthClaims,
  setPurpose,
} from './queries.ts'

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
      permit_id: null,
    },
  ])
  const permit = '20000000-0000-4000-8000-000000000000'
  await endHealthAttributes(tx, { permit, at: '2021-01-05T08:00', lastDay: null })
  await addHealthClaim(tx, { employee: 'e1', permit, version: 1, attribute: 'pregnant' })
  await healthClaims(tx, 'e1', [permit])
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})

test('no other code names the protected table', () => {
  const server = join(installation(), 'server')
  const sources = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !/node_modules|\.test\.tsx?$|\.gen\.ts$/.test(path),
  )
  expect(sources.length).toBeGreaterThan(20)
  // What clears demonstrations deletes, and reads nothing.
  const naming = (table: RegExp) =>
    sources.filter(
      (path) => path !== join('demo', 'clearing.ts') && table.test(readFileSync(join(server, path), 'utf8')),
    )
  expect(naming(/health_attribute/)).toEqual(['features/health/queries.ts'])
  // The page of the own data says how the rows are called.
  expect(naming(/health_claim/).filter((path) => !path.startsWith('features/own-data/'))).toEqual([
    'features/health/queries.ts',
  ])
})
