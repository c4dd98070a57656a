/**
 * Every benchmark, one after the other, on the machine it runs on: `npm run bench`, with `-- --json` as one object.
 * Read the ratios: both sides of each are measured in the same run.
 */
import { bundled } from './bundled.ts'
import { escortBench } from './escort-bench.ts'
import { importBench } from './import-bench.ts'
import { outbreakBench } from './outbreak-bench.ts'
import { pageBench } from './page-bench.ts'
import { rosterBench } from './roster/roster-bench.ts'
import { todayBench } from './today-bench.ts'

const asJson = process.argv.includes('--json')
const results: Record<string, number> = {}
const benches: readonly (readonly [string, () => Promise<object>])[] = [
  ['decide', async () => (await bundled<typeof import('./decide-bench.ts')>('decide-bench')).decideBench()],
  ['page', pageBench],
  ['today', todayBench],
  [
    'import',
    async () => {
      const { rows_per_second, peak_mb } = await importBench()
      return { 'import.rows_per_second': rows_per_second, 'import.peak_mb': peak_mb }
    },
  ],
  ['roster', rosterBench],
  ['escort', escortBench],
  ['outbreak', outbreakBench],
  ['closing', async () => (await bundled<typeof import('./closing-bench.ts')>('closing-bench')).closingBench()],
  ['workbench', async () => (await bundled<typeof import('./workbench-bench.ts')>('workbench-bench')).workbenchBench()],
  ['check-in', async () => (await bundled<typeof import('./check-in-bench.ts')>('check-in-bench')).checkInBench()],
]

for (const [name, bench] of benches) {
  process.stderr.write(`${name} …\n`)
  Object.assign(results, await bench())
}
if (asJson) process.stdout.write(`${JSON.stringify(results)}\n`)
else
  for (const [name, value] of Object.entries(results))
    process.stdout.write(`${name.padEnd(40)} ${Number(value.toPrecision(4))}\n`)
