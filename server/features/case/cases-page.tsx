import { mayAtAll } from '@piket/domain/access/permission.ts'
import { caseKinds } from '@piket/domain/case/case.ts'
import { longDay } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { RecallToOpen } from '../case-opening/service.ts'
import type { CaseFile, Turn } from './service.ts'
import { Standing } from './standing-page.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly files: readonly (CaseFile & { readonly turn?: Turn })[]
  /** Recalls that were kept as a matter to talk about. */
  readonly toOpen: readonly RecallToOpen[]
  /** Of the viewer; else those that they follow. */
  readonly own: boolean
  readonly saved: boolean
  readonly moment: (at: number) => string
  readonly t: Text
}

/** The own cases, or those that somebody follows. */
export function CasesPage({ view, slug, files, toOpen, own, saved, moment, t }: Props) {
  const path = own ? 'kasus' : 'kasus/tinjau'
  const title = own ? t.own : t.inbox
  return (
    <Shell view={view} title={title} here={own ? 'saya' : 'tim'}>
      <WorkTabs view={view} here={path} />
      <div class="head">
        <div>
          <h1>{title}</h1>
          <p>{own ? t.ownLead : t.inboxLead}</p>
        </div>
      </div>
      {saved && (
        <Notice tone="neutral">
          <p role="status">{t.saved}</p>
        </Notice>
      )}
      <section class="card" aria-label={title}>
        {files.length === 0 && <p>{own ? t.noneOwn : t.noneFollowed}</p>}
        <ul class="list">
          {files.map((file) => (
            <li class="stack-s">
              <p>
                <a href={`/${slug}/${path}/${own ? '' : `${encodeURIComponent(file.employee)}/`}${file.id}`}>
                  <strong>
                    {[own ? '' : file.name, caseKinds[file.kind][view.language]].filter(Boolean).join(': ')}
                  </strong>
                </a>
                {file.turn && (
                  <>
                    {' '}
                    <span class="place" data-place="unknown">
                      {t.waits}
                    </span>
                  </>
                )}
              </p>
              <p class="small">{longDay(file.day, view.language)}</p>
              <Standing file={file} moment={moment} t={t} />
            </li>
          ))}
        </ul>
      </section>
      {toOpen.length > 0 && (
        <section class="card stack-s" aria-labelledby="dibicarakan">
          <h2 id="dibicarakan">{t.toOpen}</h2>
          <ul class="list">
            {toOpen.map(({ recall, name, day, kind }) => (
              <li>
                <a href={`/${slug}/kasus/buka/panggilan/${recall}`}>
                  {t.openOf(name, caseKinds[kind][view.language], longDay(day, view.language))}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="small">
        <a href={`/${slug}/kasus/angka`}>{t.figures}</a>
        {!own && view.viewer && mayAtAll(view.viewer, 'set-measures') && (
          <>
            {' · '}
            <a href={`/${slug}/tindakan`}>{t.ladder}</a>
          </>
        )}
      </p>
    </Shell>
  )
}
