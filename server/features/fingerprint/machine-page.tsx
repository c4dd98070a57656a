import { Field } from '#platform/field.tsx'
import { Notice } from '#platform/parts.tsx'
import type { Refusal } from '#platform/refusal.ts'
import { RefusalNotice } from '#platform/refusal-notice.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { MachineView } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  /** Address of all machines. */
  readonly all: string
  readonly machine: MachineView
  /** Lines of numbers as they were typed, and those that cannot be read. */
  readonly typed: string
  readonly unread: readonly string[]
  readonly refusal: Refusal | undefined
  readonly moment: (at: number) => string
  readonly t: Text
}

/** A machine: its files come in here, and its numbers. */
export function MachinePage(props: Props) {
  const { view, all, machine, unread, refusal, t } = props
  const own = `${all}/${encodeURIComponent(machine.agency)}/${machine.machine}`
  return (
    <Shell view={view} title={`${t.title}: ${machine.name}`}>
      <p class="small">
        <a href={all}>{t.back}</a>
      </p>
      <div class="head">
        <h1>{machine.name}</h1>
      </div>
      {refusal && <RefusalNotice refusal={refusal} title={t.failed} language={view.language} />}
      {unread.length > 0 && (
        <Notice tone="conflict" title={t.unread(unread.length)}>
          <ul class="stack-s">
            {unread.slice(0, 50).map((line) => (
              <li class="code">{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div class="cols even">
        <Form class="card stack" action={own} encType="multipart/form-data">
          <h2>{t.fileTitle}</h2>
          <div class="ds-field">
            <label class="ds-label" for="berkas">
              {t.file}
            </label>
            <p class="small quiet" id="berkas-petunjuk">
              {t.fileHint}
            </p>
            <input id="berkas" name="berkas" type="file" required aria-describedby="berkas-petunjuk" />
          </div>
          <button class="ds-button" type="submit">
            {t.look}
          </button>
          <Files {...props} own={own} />
        </Form>
        <Numbers {...props} own={own} />
      </div>
    </Shell>
  )
}

const Files = ({ machine: { files }, own, moment, t }: Props & { readonly own: string }) => (
  <section class="stack-s" aria-labelledby="berkas-lama">
    <h3 id="berkas-lama">{t.files}</h3>
    {files.length === 0 && <p>{t.noFiles}</p>}
    <ul class="list">
      {files.map(({ sha256, imported }) => (
        <li>
          <a href={`${own}/${sha256}`}>{moment(imported)}</a>
        </li>
      ))}
    </ul>
  </section>
)

const Numbers = ({ machine: { numbers }, own, typed, t }: Props & { readonly own: string }) => (
  <Form class="card stack" action={`${own}/nomor`}>
    <h2>{t.numbersTitle}</h2>
    <p>{t.numbersLead}</p>
    <Field name="nomor" label={t.numbers} hint={t.numbersHint} rows={6} value={typed} required />
    <button class="ds-button" data-variant="secondary" type="submit">
      {t.enterNumbers}
    </button>
    {numbers.length > 0 && (
      <details>
        <summary>{t.known(numbers.length)}</summary>
        <ul class="list">
          {numbers.map(({ number, employee }) => (
            <li class="code">
              {number} → {employee}
            </li>
          ))}
        </ul>
      </details>
    )}
  </Form>
)
