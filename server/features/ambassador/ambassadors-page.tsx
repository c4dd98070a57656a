import { monthText } from '#platform/language.ts'
import { Shell, type View } from '#platform/shell.tsx'
import type { PublicAmbassadors } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly ambassadors: PublicAmbassadors
  /** Whether whoever reads nominates. */
  readonly nominates: boolean
  readonly t: Text
}

/** Those who agreed to be named, for everybody. */
export function AmbassadorsPage({ view, slug, ambassadors: { named, unnamed }, nominates, t }: Props) {
  return (
    <Shell view={view} title={t.title} here="situasi">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <div class="act">
          <a href={`/${slug}/situasi`}>{t.back}</a>
          {nominates && (
            <a class="ds-button" data-variant="secondary" href={`/${slug}/duta`}>
              {t.manage}
            </a>
          )}
        </div>
      </div>
      <section class="card stack" aria-label={t.title}>
        {named.length + unnamed === 0 && <p>{t.none}</p>}
        <ul class="list small">
          {named.map(({ name, description, awards }) => (
            <li>
              <div>
                <p>
                  <strong>{name}</strong>, {description}
                </p>
                {awards.map(({ month, reason }) => (
                  <p>{t.award(monthText(month, view.language), reason)}</p>
                ))}
              </div>
            </li>
          ))}
        </ul>
        {unnamed > 0 && <p class="small">{t.unnamed(unnamed)}</p>}
        <p class="small quiet">{t.consentNote}</p>
      </section>
      <p class="small">
        <a href={`/api/v1/regions/${slug}/ambassadors`}>{t.json}</a>
      </p>
    </Shell>
  )
}
