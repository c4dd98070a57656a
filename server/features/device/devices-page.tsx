import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { WaitingDevice } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly waiting: readonly WaitingDevice[]
  /** A moment in the region's own time. */
  readonly moment: (at: Date) => string
  readonly t: Text
}

/** Phones that wait for a superior's word. */
export function DevicesPage({ view, slug, waiting, moment, t }: Props) {
  return (
    <Shell view={view} title={t.title} here="tim">
      <WorkTabs view={view} here="ponsel" />
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <section class="card stack" aria-label={t.title}>
        {waiting.length === 0 && <p>{t.none}</p>}
        <ul class="list">
          {waiting.map(({ employee, name, device, label, registered, usableFrom }) => (
            <li class="row">
              <div class="grow">
                <p>
                  <strong>{name}</strong>: {label}
                </p>
                <p class="small quiet">
                  {t.since(moment(registered))}, {t.from(moment(usableFrom))}
                </p>
              </div>
              <Form action={`/${slug}/ponsel/${encodeURIComponent(employee)}/${device}`}>
                <button class="ds-button" data-size="sm" type="submit" aria-label={t.approveOf(label, name)}>
                  {t.approve}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      </section>
    </Shell>
  )
}
