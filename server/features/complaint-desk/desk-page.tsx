import { type ComplaintState, complaintKinds, complaintStates } from '@piket/domain/complaint/complaint.ts'
import { longDay } from '#platform/language.ts'
import { type Page, PageLinks } from '#platform/paging.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { NamedComplaint } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  /** The newest first. */
  readonly shown: Page<NamedComplaint>
  readonly state: ComplaintState | undefined
  readonly t: Text
}

/** The colour that each state has beside its word. */
export const tones: Readonly<Record<ComplaintState, string>> = {
  received: 'unknown',
  taken_up: 'home',
  answered: 'office',
}

/** Every complaint, the newest first. */
export function DeskPage({ view, slug, shown, state, t }: Props) {
  const path = `/${slug}/pengaduan/meja`
  return (
    <Shell view={view} title={t.title} here="layanan">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <p class="act">
          <a href={`/${slug}/layanan`}>{t.board}</a>
        </p>
      </div>
      <nav class="seg" aria-label={t.filter}>
        <a href={path} aria-current={state === undefined ? 'page' : undefined}>
          {t.all}
        </a>
        {complaintStates.map((one) => (
          <a href={`${path}?keadaan=${one}`} aria-current={state === one ? 'page' : undefined}>
            {t.states[one]}
          </a>
        ))}
      </nav>
      <section class="card" aria-label={t.title}>
        {shown.items.length === 0 && <p>{t.none}</p>}
        <ul class="list">
          {shown.items.map((one) => (
            <li class="stack-s">
              <p>
                <a href={`${path}/${one.id}`}>
                  <strong>
                    {t.number(one.number)}: {one.name}
                  </strong>
                </a>{' '}
                <span class="place" data-place={tones[one.state]}>
                  {t.states[one.state]}
                </span>
              </p>
              <p class="small">
                {complaintKinds[one.kind][view.language]}, {longDay(one.day, view.language)}
              </p>
              <p class="small quiet clip">{one.words}</p>
            </li>
          ))}
        </ul>
        <PageLinks
          at={shown}
          href={(to) => `${path}?${new URLSearchParams({ ...(state && { keadaan: state }), hal: `${to}` })}`}
          language={view.language}
        />
      </section>
    </Shell>
  )
}
