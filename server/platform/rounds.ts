/** Work that is done round after round while the server serves. */

/** What a round does; it may end early once the end was asked for. */
type Round = (isEnding: () => boolean) => Promise<void>

interface Pace {
  /** Pause after a round, in milliseconds. */
  readonly every: number
  /** Pause before the first round; absent: none. */
  readonly first?: number
  /** What a round that fails is called in the log of errors. */
  readonly failure: string
}

/**
 * Begins rounds, one after the other: a slow one is never overtaken by the next.
 * @returns what to call at the end: it waits for the round under way
 */
export function startRounds(round: Round, { every, first = 0, failure }: Pace): () => Promise<void> {
  let isEnding = false
  let running = Promise.resolve()
  const begin = () => {
    running = once()
  }
  const once = async () => {
    try {
      await round(() => isEnding)
    } catch (error) {
      process.stderr.write(`${failure}: ${error}\n`)
    }
    if (!isEnding) timer = setTimeout(begin, every)
  }
  let timer = setTimeout(begin, first)
  return () => {
    isEnding = true
    clearTimeout(timer)
    return running
  }
}

/** The same in every region that there is by then. */
export const startRegionRounds = <Region extends { readonly code: string }>(
  regions: () => Promise<readonly Region[]>,
  work: (region: Region) => Promise<unknown>,
  pace: Pace,
): (() => Promise<void>) =>
  startRounds(
    async (isEnding) => inEachRegion(await regions(), async (region) => isEnding() || work(region), pace.failure),
    pace,
  )

/** Work that is done again only where what it follows from has changed since it last came to its end. */
export function whereChanged<Region extends { readonly code: string }>(
  stateOf: (region: Region) => string,
  work: (region: Region) => Promise<unknown>,
): (region: Region) => Promise<void> {
  const done = new Map<string, string>()
  return async (region) => {
    const state = stateOf(region)
    if (done.get(region.code) === state) return
    await work(region)
    done.set(region.code, state)
  }
}

/** Does something for each region: where one fails, a line names it, and the others go on. */
export async function inEachRegion<Region extends { readonly code: string }>(
  regions: readonly Region[],
  work: (region: Region) => Promise<unknown>,
  failure: string,
): Promise<void> {
  for (const region of regions)
    try {
      await work(region)
    } catch (error) {
      process.stderr.write(`${failure} in ${region.code}: ${error}\n`)
    }
}
