import { Choice, Field } from '#platform/field.tsx'
import { folding, Heading } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { MainDuty } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly duties: readonly MainDuty[]
  /** Agencies for which one may add. */
  readonly agencies: readonly { readonly agency: string; readonly name: string }[]
  /** Whether one may add and remove for every agency. */
  readonly everywhere: boolean
  readonly t: Text
}

export function MainDutiesPage(props: Props) {
  const { view, t } = props
  return (
    <Shell view={view} title={t.title}>
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <Add {...props} />
      <section class="card">{props.duties.length === 0 ? <p>{t.none}</p> : <Table {...props} />}</section>
    </Shell>
  )
}

function Table({ slug, duties, agencies, everywhere, t }: Props) {
  const names = new Map(agencies.map(({ agency, name }) => [agency, name]))
  const mine = ({ agency }: MainDuty) => everywhere || (agency !== null && names.has(agency))
  return (
    <table class="ds-table fold" {...folding.table}>
      <Heading columns={[t.post, t.duty, t.counted, t.reach, t.action]} />
      <tbody {...folding.rows}>
        {duties.map((duty) => (
          <tr {...folding.row}>
            <th scope="row" {...folding.header}>
              {duty.post}
            </th>
            <td {...folding.cell}>{duty.text}</td>
            <td {...folding.cell}>{duty.counted}</td>
            <td {...folding.cell}>{duty.agency === null ? t.everywhere : (names.get(duty.agency) ?? duty.agency)}</td>
            <td {...folding.cell}>
              {mine(duty) && (
                <Form action={`/${slug}/tugas-pokok/hapus`} of={{ nomor: `${duty.id}` }}>
                  <button
                    class="ds-button"
                    data-variant="secondary"
                    data-size="sm"
                    type="submit"
                    aria-label={t.removeOne(duty.text)}
                  >
                    {t.remove}
                  </button>
                </Form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Add({ slug, agencies, everywhere, t }: Props) {
  return (
    <Form class="card stack" action={`/${slug}/tugas-pokok`} aria-labelledby="tambah">
      <h2 id="tambah">{t.add}</h2>
      <Field name="jabatan" label={t.post} hint={t.postHint} maxLength={120} required />
      <Field name="tugas" label={t.duty} maxLength={200} required />
      <Field name="satuan" label={t.counted} hint={t.countedHint} maxLength={40} />
      <Choice
        name="opd"
        label={t.reach}
        options={[
          ...(everywhere ? [['', t.everywhere] as const] : []),
          ...agencies.map(({ agency, name }) => [agency, name] as const),
        ]}
      />
      <div class="act">
        <button class="ds-button" type="submit">
          {t.save}
        </button>
      </div>
    </Form>
  )
}
