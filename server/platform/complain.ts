const secondInMilliseconds = 1000

/** Writes lines to the log of errors, one a second: while the database is away, everybody tries again at once. */
export function complainer(): (line: string) => void {
  let silentUntil = 0
  return (line) => {
    const now = performance.now()
    if (now < silentUntil) return
    silentUntil = now + secondInMilliseconds
    process.stderr.write(`${line}\n`)
  }
}
