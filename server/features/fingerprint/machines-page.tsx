import { Choice, Field } from '#platform/field.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { MachineList } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  /** Address of the page. */
  readonly own: string
  readonly list: MachineList
  /** UUID for the form. */
  readonly form: string
  readonly t: Text
}

/** The machines within somebody's reach, and the form for a new one. */
export function MachinesPage({ view, own, list: { agencies, machines }, form, t }: Props) {
  const nameOf = (agency: string) => agencies.find(({ unit }) => unit === agency)?.name ?? agency
  return (
    <Shell view={view} title={t.title}>
      <WorkTabs view={view} here="presensi/mesin" />
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <div class="cols even">
        <section class="card stack" aria-labelledby="mesin">
          <h2 id="mesin">{t.list}</h2>
          {machines.length === 0 && <p>{t.none}</p>}
          <ul class="list">
            {machines.map(({ machine, agency, name }) => (
              <li>
                <a href={`${own}/${encodeURIComponent(agency)}/${machine}`}>{name}</a>{' '}
                <span class="small quiet">{nameOf(agency)}</span>
              </li>
            ))}
          </ul>
        </section>
        <Form class="card stack" action={own}>
          <h2>{t.newTitle}</h2>
          <input type="hidden" name="nomor" value={form} />
          <Choice name="opd" label={t.agency} options={agencies.map(({ unit, name }) => [unit, name])} />
          <Field name="nama" label={t.name} hint={t.nameHint} maxLength={80} required />
          <button class="ds-button" type="submit">
            {t.add}
          </button>
        </Form>
      </div>
    </Shell>
  )
}
