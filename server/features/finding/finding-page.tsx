import { longDay } from '#platform/language.ts'
import { Law } from '#platform/law.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Law as Laws } from '../activity/service.ts'
import type { Finding } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly finding: Finding
  readonly law: Laws
  /** A moment in words, in the region's own time. */
  readonly moment: (at: Date) => string
  readonly mayOpen: boolean
  readonly t: Text
}

/** One finding: the activity, and the clauses against which it was carried out. */
export function FindingPage({ view, slug, finding, law, moment, mayOpen, t }: Props) {
  const { language } = view
  const { purpose, agencyName, day, villageName, place, clauses, foundAt, activity } = finding
  return (
    <Shell view={view} title={t.title} here="kegiatan">
      <div class="head">
        <div>
          <h1>
            {t.title}: {purpose}
          </h1>
          <p>{agencyName}</p>
        </div>
      </div>
      <div class="cols">
        <div class="stack">
          <section class="card stack-s">
            <dl class="facts">
              <dt>{t.day}</dt>
              <dd>{longDay(day, language)}</dd>
              <dt>{t.where}</dt>
              <dd>{[villageName, place].filter(Boolean).join(' · ')}</dd>
            </dl>
            <p class="small quiet">{t.made(moment(foundAt))}</p>
            <p>
              <a href={`/${slug}/kegiatan/${activity}`}>{t.toActivity}</a>
            </p>
          </section>
          {mayOpen && (
            <section class="card stack-s">
              <p>{t.openLead}</p>
              <div class="act">
                <a class="ds-button" href={`/${slug}/kasus/buka/temuan/${finding.finding}`}>
                  {t.open}
                </a>
              </div>
            </section>
          )}
        </div>
        <section class="card stack" aria-labelledby="butir">
          <h2 id="butir">{t.against}</h2>
          {clauses.map((name) => {
            const [circular = '', clause = ''] = name.split('/')
            const doc = law.documents.get(circular)
            return doc && <Law doc={doc} id={clause} unitName={law.unitName} slug={slug} query="" language={language} />
          })}
        </section>
      </div>
      <p>
        <a href={`/${slug}/temuan`}>{t.all}</a>
      </p>
    </Shell>
  )
}
