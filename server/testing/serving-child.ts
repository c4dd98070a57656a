/**
 * The product without its demonstration, in a process of its own: the built-in database of a folder, the app at a port,
 * and what runs beside it. It says when it serves, and ends with its parent.
 */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '#platform/clock.ts'
import { connect } from '#platform/connect.ts'
import { buildApp } from '../app.tsx'
import { counterInThread } from '../check-in-counter.ts'
import { startGrading } from '../features/check-in-grade/jobs.ts'
import { startPulse } from '../features/outage/jobs.ts'

const [home = '', port] = process.argv.slice(2)
const { db, url } = await connect({ home, environment: {} })
const app = await buildApp({
  db,
  counter: counterInThread(join(import.meta.dirname, 'check-in-thread.mjs'), url),
  clock: systemClock,
  assets: { folder: tmpdir(), theme: '/aset/theme.css', enhance: undefined },
  release: '0',
})
await app.listen({ host: '127.0.0.1', port: Number(port) })
startGrading(app)
startPulse(app)
process.send?.('serving')
process.on('disconnect', () => process.exit())
