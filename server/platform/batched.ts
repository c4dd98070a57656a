/** Many calls, one statement. */

interface Waiting<In, Out> {
  readonly item: In
  readonly resolve: (result: Out) => void
  readonly reject: (error: unknown) => void
}

export interface BatchOptions {
  /** How many items leave together at most. */
  readonly size?: number
  /** How many batches are under way at most. */
  readonly slots?: number
  /** Whether an error is the fault of one item, so that the others are worth another try without it. Default: never. */
  readonly isOfOne?: (error: unknown) => boolean
}

/**
 * Turns a function of many into a function of one that shares its calls. No timer: what waits leaves together as soon as
 * a slot is free, so a quiet hour pays nothing and a busy minute pays once for many. A batch that fails by the fault of
 * one item is halved until that one fails alone.
 * @param work answers in the order of its items
 */
export function batched<In, Out>(
  work: (items: In[]) => Promise<readonly Out[]>,
  { size = 256, slots = 2, isOfOne = () => false }: BatchOptions = {},
): (item: In) => Promise<Out> {
  const waiting: Waiting<In, Out>[] = []
  let free = slots
  let called = false

  function leave() {
    called = false
    while (free > 0 && waiting.length > 0) {
      free--
      void settle(waiting.splice(0, size)).then(() => {
        free++
        leave()
      })
    }
  }

  async function settle(batch: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const results = await work(batch.map(({ item }) => item))
      for (const [place, { resolve }] of batch.entries()) resolve(results[place] as Out)
    } catch (error) {
      if (batch.length > 1 && isOfOne(error)) {
        const half = batch.length >> 1
        await settle(batch.slice(0, half))
        await settle(batch.slice(half))
      } else for (const { reject } of batch) reject(error)
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      // What arrives in the same turn of the event loop leaves together.
      if (!called) setImmediate(leave)
      called = true
    })
}
