import { clauseSentence } from '@piket/domain/circular/sentence.ts'
import { type ClauseTrial, isRedundant, isTrue } from '@piket/domain/decision/clause-trial.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import { dayText } from '#platform/language.ts'
import { Shell, type View } from '#platform/shell.tsx'
import type { TriedClauses } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly tried: TriedClauses
  readonly t: Text
}

/** Each clause with what would change without it, and what is true of the claims of the draft. */
export function TrialsPage(props: Props) {
  const { view, slug, tried, t } = props
  const { draft, from, until, clauses, unitName } = tried
  const { language } = view
  const { doc } = draft
  const trials = new Map(clauses.map((one) => [one.clause, one]))
  return (
    <Shell view={view} title={t.title} here="edaran">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p lang="id">{doc.title}</p>
          <p class="small quiet">{t.lead(dayText(from, language), dayText(until, language))}</p>
        </div>
        <p class="act">
          <a href={`/${slug}/konsep/${draft.id}`}>{t.back}</a>
        </p>
      </div>
      <ol class="stack">
        {doc.clauses.map((clause) => (
          <li class="card stack-s">
            <p>
              <strong class="code">{clause.id}</strong> {clauseSentence(clause, doc, unitName)[language]}
            </p>
            <Outcome trial={trials.get(clause.id)} t={t} />
          </li>
        ))}
      </ol>
      <Claims {...props} />
    </Shell>
  )
}

function Outcome({ trial, t }: { readonly trial: ClauseTrial | undefined; readonly t: Text }) {
  if (!trial || trial.moves === 'untold') return <p class="small quiet">{t.untold}</p>
  const { moves, agencies } = trial
  if (moves === 'unfit') return <p class="small">{t.contradicts}</p>
  if (isRedundant(trial))
    return (
      <p>
        <span class="ds-tag" data-color="unknown">
          {t.without}
        </span>{' '}
        {t.redundant}
      </p>
    )
  return (
    <p class="small">
      <strong>{t.without}:</strong>{' '}
      {[t.moved(moves.people - moves.same, moves.personDays), agencies > 0 && t.agencies(agencies)]
        .filter(Boolean)
        .join('; ')}
      .
    </p>
  )
}

function Claims({ tried: { claims, ground }, slug, view: { language }, t }: Props) {
  if (claims.length === 0) return null
  const documents = new Map(ground.register.filed.map(({ id, doc }) => [id, doc]))
  return (
    <section class="card stack-s" aria-labelledby="klaim">
      <h2 id="klaim">{t.claims}</h2>
      <p class="small quiet">{t.claimsLead}</p>
      <ul class="list">
        {claims.map((claim) => (
          <li>
            {t.claim[claim.type]}{' '}
            <a href={`/${slug}/edaran/${claim.target}`}>
              {citation(documents.get(claim.target), claim.target)[language]}
            </a>
            :{' '}
            <strong>
              {isTrue(claim) ? t.holds : t.against(claim.type === 'stricter' ? claim.looser : claim.stricter)}
            </strong>{' '}
            {t.counts(claim.stricter, claim.looser)}
          </li>
        ))}
      </ul>
    </section>
  )
}
