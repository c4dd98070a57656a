/** Work that takes longer than a page may: done in pieces, each once, and how far it is can be told. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Refusal } from './refusal.ts'

export interface Piece<Answer> {
  /** Says all that the answer follows from: who asks for the same has the same. */
  readonly key: string
  begin(): Promise<Answer>
}

export interface LongWorkOptions {
  /** Pieces kept after they are done. */
  readonly most: number
  /** Pieces under way, of everybody: who asks for more is told to come back. */
  readonly mostAwaited: number
  /** How long somebody waits before they are told how far it is, in milliseconds. */
  readonly patience: number
}

/** How far it is, or all of it in the order in which it was asked for. */
export type Progress<Answer> = { readonly done: number; readonly of: number } | { readonly answers: readonly Answer[] }

interface Begun<Answer> {
  readonly made: Promise<void>
  outcome?: PromiseSettledResult<Answer>
  /** Who was told how far it is, and hears where it failed. */
  readonly awaitedBy: Set<string>
}

const retryAfterSeconds = 5

export function longWork<Answer>({ most, mostAwaited, patience }: LongWorkOptions) {
  const kept = new Map<string, Begun<Answer>>()

  function begin({ key, begin }: Piece<Answer>): Begun<Answer> {
    const begun: Begun<Answer> = {
      made: Promise.allSettled([begin()]).then(([outcome]) => {
        begun.outcome = outcome
      }),
      awaitedBy: new Set(),
    }
    kept.set(key, begun)
    return begun
  }

  /** Whether a piece is begun; one that failed is, to those who are yet to hear of it. */
  const isBegun = (key: string, asker: string): boolean => {
    const begun = kept.get(key)
    return begun !== undefined && (begun.outcome?.status !== 'rejected' || begun.awaitedBy.has(asker))
  }

  /** Drops what was not asked for longest. */
  function forget() {
    for (const [key, { outcome }] of kept) {
      if (kept.size <= most) return
      if (outcome) kept.delete(key)
    }
  }

  return {
    /**
     * Begins what nobody has begun yet, and waits a little.
     * @param asker who asks, and comes again while it is not done
     * @throws why a piece failed, once to each who waited for it: whoever asks next begins it anew
     */
    async progressOf(pieces: readonly Piece<Answer>[], asker: string): Promise<Progress<Answer> | Refusal> {
      const underWay = [...kept.values()].filter(({ outcome }) => outcome === undefined).length
      const missing = pieces.filter(({ key }) => !isBegun(key, asker)).length
      if (missing > 0 && underWay + missing > mostAwaited) return { refused: 'try-soon', after: retryAfterSeconds }
      const all = pieces.map((piece) => {
        const begun = isBegun(piece.key, asker) ? kept.get(piece.key) : undefined
        if (!begun) return begin(piece)
        kept.delete(piece.key)
        kept.set(piece.key, begun)
        return begun
      })
      forget()
      await Promise.race([Promise.all(all.map(({ made }) => made)), pause(patience, undefined, { ref: false })])
      for (const { outcome, awaitedBy } of all) {
        if (outcome) awaitedBy.delete(asker)
        else awaitedBy.add(asker)
      }
      const outcomes = all.flatMap(({ outcome }) => outcome ?? [])
      const failed = outcomes.find((outcome) => outcome.status === 'rejected')
      if (failed) throw failed.reason
      const answers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
      return answers.length === pieces.length ? { answers } : { done: answers.length, of: pieces.length }
    },
  }
}
