/** Where a command reads its surroundings and leaves its words: the process, or what a test stands in its place. */
import type { Writable } from 'node:stream'
import type { Clock } from '@piket/server/platform/clock.ts'

export interface Terminal {
  /** Data. */
  readonly out: Writable
  /** Messages. */
  readonly err: Writable
  readonly environment: NodeJS.ProcessEnv
  readonly clock: Clock
  /** Whether somebody watches the messages as they come. */
  readonly watched: boolean
  /** Whether the data may carry colours. */
  readonly colours: boolean
  /** Runs on Ctrl-C and at a request to end: what must not be left open. Returns what to call when it is closed. */
  onEnd(close: () => Promise<void>): () => void
}

/** Writes one message. */
export const say = ({ err }: Terminal, line: string): void => {
  err.write(`${line}\n`)
}

const said = new WeakMap<Terminal, Set<string>>()

/** Writes a message unless this run has written it before. */
export function sayOnce(terminal: Terminal, line: string): void {
  const lines = said.get(terminal) ?? new Set<string>()
  said.set(terminal, lines)
  if (lines.has(line)) return
  lines.add(line)
  say(terminal, line)
}
