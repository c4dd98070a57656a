import { countOfItems, isHome, pilotKinds } from '@piket/domain/situation/pilot-site.ts'
import { dayText, type Language } from '#platform/language.ts'
import { Shell, type View } from '#platform/shell.tsx'
import type { PublicSite } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly sites: readonly PublicSite[]
  /** Whether whoever reads looks after any of them. */
  readonly manages: boolean
  readonly t: Text
}

/** The places where something is tried out or is to be, for everybody. */
export function PublicSitesPage({ view, slug, sites, manages, t }: Props) {
  const { language } = view
  return (
    <Shell view={view} title={t.title} here="situasi">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <div class="act">
          <a href={`/${slug}/situasi`}>{t.back}</a>
          {manages && (
            <a class="ds-button" data-variant="secondary" href={`/${slug}/percontohan`}>
              {t.manage}
            </a>
          )}
        </div>
      </div>
      <section class="card stack" aria-label={t.title}>
        {sites.some(({ proposed }) => proposed) && <p class="small">{t.proposedNote}</p>}
        {sites.length === 0 && <p>{t.none}</p>}
        <ul class="list small">
          {sites.map((site) => (
            <li>
              <p>
                <strong>{siteTitle(site, t)}</strong>{' '}
                {site.proposed && (
                  <span class="place" data-place="unknown">
                    {t.proposed}
                  </span>
                )}
              </p>
              <p>
                {placeWords(site, language, t)} · {t.escorted(site.agencyName)} ·{' '}
                {t.span(dayText(site.from, language), site.until && dayText(site.until, language))}
              </p>
              {!site.proposed && !isHome(site.kind) && (
                <p class="quiet">
                  {site.lastCheck
                    ? t.checked(dayText(site.lastCheck.day, language), site.lastCheck.met, countOfItems)
                    : t.unchecked}
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      <p class="small">
        <a href={`/api/v1/regions/${slug}/pilot-sites`}>{t.json}</a>
      </p>
    </Shell>
  )
}

type Placed = Pick<PublicSite, 'kind' | 'name' | 'village' | 'district'>

/** What a place is called; a home as one of many. */
export const siteTitle = ({ kind, name, village, district }: Placed, t: Text): string =>
  name ?? (isHome(kind) ? t.home : (village ?? district))

/** What it is and where; what is called by its area is not placed in it again. */
export function placeWords({ kind, village, district }: Placed, language: Language, t: Text): string {
  const isNamedByArea = pilotKinds[kind].name === 'area'
  const where = village === null ? [] : [isNamedByArea ? t.district(district) : t.village(village, district)]
  return [pilotKinds[kind][language], ...where].join(' · ')
}
