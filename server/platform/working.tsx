interface WorkingProps {
  /** The page itself, for who has no script and waits no longer. */
  readonly address: string
  readonly done: number
  readonly of: number
  readonly t: {
    readonly working: string
    readonly workingOf: (done: number, of: number) => string
    readonly workingLead: string
    readonly again: string
  }
}

/** How far long work is: the answer asks the browser to come again. */
export const Working = ({ address, done, of, t }: WorkingProps) => (
  <section class="card stack-s" aria-labelledby="hitung">
    <h2 id="hitung">{t.working}</h2>
    <progress value={done} max={of} aria-labelledby="hitung" />
    <p>
      {t.workingOf(done, of)} {t.workingLead}
    </p>
    <p>
      <a href={address}>{t.again}</a>
    </p>
  </section>
)
