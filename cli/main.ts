/** The program `piket`: the only file of the command line that touches the process. */
import { systemClock } from '@piket/server/platform/clock.ts'
import { run } from './run.ts'

const open = new Set<() => Promise<void>>()

/** Ends quietly at Ctrl-C or a request to end, with what is open closed first. */
function endOn(signal: NodeJS.Signals, code: number) {
  process.once(signal, () => {
    // A second signal ends at once.
    process.once(signal, () => process.exit(code))
    // A server that was asked to end and did has done its work.
    const last = process.argv[2] === 'start' && open.size > 0 ? 0 : code
    void Promise.allSettled([...open].map((close) => close())).then(() => process.exit(last))
  })
}

endOn('SIGINT', 130)
endOn('SIGTERM', 143)

// What cannot be written is said where it is written; a reader that went away, as `head` does, is no failure.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

process.exitCode = await run(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  environment: process.env,
  clock: systemClock,
  watched: process.stderr.isTTY === true,
  colours: process.stdout.isTTY === true,
  onEnd(close) {
    open.add(close)
    return () => open.delete(close)
  },
})
