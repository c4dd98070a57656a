/** HiGHS in a process of its own: its WebAssembly heap can abort, and that must not take the measurement along. */
import { createRequire } from 'node:module'
import type { Question, Solution } from './highs.ts'

// The package describes its CommonJS side; so that is the side to load.
const loadHighs = createRequire(import.meta.url)('highs') as typeof import('highs').default
const highs = await loadHighs()
process.send?.('ready')
process.on('message', ({ text, seconds }: Question) => {
  const start = performance.now()
  try {
    const { Status, ObjectiveValue, Columns } = highs.solve(text, { time_limit: seconds, output_flag: false })
    const milliseconds = performance.now() - start
    const columns = Object.entries(Columns)
      .filter(([name, column]) => name.startsWith('x') && 'Primal' in column && (column.Primal ?? 0) > 0.5)
      .map(([name]) => name)
    answer({ milliseconds, status: Status, objective: ObjectiveValue, columns })
  } catch (error) {
    answer({ milliseconds: performance.now() - start, status: `Failed: ${error}`, objective: Number.NaN, columns: [] })
  }
})

const answer = (solution: Solution) => process.send?.(solution)
