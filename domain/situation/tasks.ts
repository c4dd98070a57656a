/** What is worked out of coverage apart from those that serve, by name. */
import { releaseOf } from './small-cells.ts'

export const coverageTasks = { release: releaseOf }
export type CoverageTasks = typeof coverageTasks
