import type { Circular } from '@piket/domain/circular/schema.ts'
import { letterOfKind } from '@piket/domain/permit/kinds.ts'
import { dayRange } from '#platform/language.ts'
import { Law } from '#platform/law.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { PermitRead } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly regionName: string
  readonly read: PermitRead
  readonly documents: ReadonlyMap<string, Circular>
  readonly unitName: (unit: string) => string
  /** A moment in words, in the region's own time. */
  readonly moment: (at: number) => string
  readonly t: Text
}

/** A permit on a page that can be printed: number, clause and signer. */
export function LetterPage({ view, slug, regionName, read, documents, unitName, moment, t }: Props) {
  const { permit, name, posting } = read
  const { language } = view
  const [circular = '', clause = ''] = permit.clause?.split('/') ?? []
  const doc = documents.get(circular)
  const category = permit.category && ` (${t.categories[permit.category as keyof Text['categories']]})`
  return (
    <Shell view={view} title={t.letter}>
      <article class="card stack">
        <p class="small">{regionName}</p>
        <h1>
          {t.letter}: {t.kinds[permit.kind]}
        </h1>
        <dl class="facts flat">
          <dt>{t.numberRow}</dt>
          <dd>{permit.number ?? t.noNumber}</dd>
          <dt>{t.holder}</dt>
          <dd>
            {name}
            {posting?.nip && `, NIP ${posting.nip}`}
            {posting?.title && `, ${posting.title}`}
          </dd>
          {posting && (
            <>
              <dt>{t.unit}</dt>
              <dd>{unitName(posting.unit)}</dd>
            </>
          )}
          <dt>{t.kind}</dt>
          <dd>
            {t.kinds[permit.kind]}
            {category}
            {permit.outside && `, ${t.goesOut}`}
          </dd>
          <dt>{t.days}</dt>
          <dd>{dayRange(permit.from, permit.until, language)}</dd>
          <dt>{t.state}</dt>
          <dd>
            {t.states[permit.state]}
            {permit.endedAt !== null && `. ${t.endedAt(moment(permit.endedAt))} ${permit.endedFor ?? ''}`}
          </dd>
          <dt>{t.clause}</dt>
          <dd>{permit.kind === 'health' ? t.healthClause : permit.clause === null ? t.noClause : permit.clause}</dd>
          {permit.decidedAt !== null && (
            <>
              <dt>{t.signed}</dt>
              <dd>
                {permit.signerName}
                {permit.signerTitle && `, ${permit.signerTitle}`}
                {permit.acting && ` (${t.acting})`}
                {permit.decidedAs && `, ${t.signers[permit.decidedAs]}`}, {t.rank(permit.signerRank ?? 'none')},{' '}
                {t.at(moment(permit.decidedAt))}
              </dd>
            </>
          )}
        </dl>
        {doc && <Law doc={doc} id={clause} unitName={unitName} slug={slug} query="" language={language} />}
        {permit.state === 'granted' && letterOfKind(permit.kind) && (
          <p class="no-print">
            <a href={`/${slug}/izin/${permit.permit}/surat.pdf`}>{t.asLetter}</a>
          </p>
        )}
        <p class="small quiet no-print">{t.print}</p>
      </article>
    </Shell>
  )
}
