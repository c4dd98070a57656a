import { Choice, Field } from '#platform/field.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Draft } from './service.ts'
import type { Text } from './text.ts'

/** A document that a draft can begin from. */
export interface Model {
  readonly id: string
  readonly title: string
}

/** Them, by whose they are. */
export interface Models {
  readonly frames: readonly Model[]
  readonly own: readonly Model[]
  readonly told: readonly Model[]
}

interface Props {
  readonly view: View
  readonly slug: string
  readonly drafts: readonly Draft[]
  readonly nameOf: (account: string) => string
  readonly moment: (at: Date) => string
  readonly models: Models
  /** Of a new draft; undefined: the viewer begins none. */
  readonly id: string | undefined
  readonly t: Text
}

/** Every open draft, the last that were ended, and the form that begins one. */
export function DraftsPage({ view, slug, drafts, nameOf, moment, models, id, t }: Props) {
  return (
    <Shell view={view} title={t.title} here="edaran">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <p class="act">
          <a href={`/${slug}/edaran`}>{t.all}</a>
          <a href={`/${slug}/simulasi`}>{t.simulate}</a>
        </p>
      </div>
      <div class="cols">
        <section class="card" aria-label={t.title}>
          {drafts.length === 0 && <p>{t.none}</p>}
          <ul class="list">
            {drafts.map(({ id: draft, doc, edits, begunBy, begunAt, endedAs }) => (
              <li class="stack-s">
                <div class="row">
                  <strong class="grow" lang="id">
                    <a href={`/${slug}/konsep/${draft}`}>{doc.title}</a>
                  </strong>
                  <span class="ds-tag" data-color="neutral">
                    {t.states[endedAs ?? 'open']}
                  </span>
                </div>
                <p class="small quiet">
                  {[
                    doc.number ?? t.unnumbered,
                    t.edits(edits.length),
                    t.begunBy(nameOf(begunBy), moment(begunAt)),
                  ].join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </section>
        {id !== undefined && <Begin slug={slug} models={models} id={id} t={t} />}
      </div>
    </Shell>
  )
}

function Begin({ slug, models, id, t }: Pick<Props, 'slug' | 'models' | 't'> & { readonly id: string }) {
  const options = (of: readonly Model[]) => of.map((one) => [one.id, one.title] as const)
  return (
    <Form class="card stack" action={`/${slug}/konsep`} aria-labelledby="mulai">
      <h2 id="mulai">{t.begin}</h2>
      <input type="hidden" name="nomor" value={id} />
      <Choice
        name="dari"
        label={t.from}
        hint={t.beginHint}
        options={[
          [t.frames, options(models.frames)],
          ...(models.own.length > 0 ? [[t.own, options(models.own)] as const] : []),
          [t.told, options(models.told)],
          ['', t.fromText],
        ]}
      />
      {models.own.length > 0 && (
        <Choice
          name="hubungan"
          label={t.relation}
          hint={t.relationHint}
          options={[
            ['', t.relations.none],
            ['amends', t.relations.amends],
            ['replaces', t.relations.replaces],
            ['follows', t.relations.follows],
          ]}
        />
      )}
      <details class="ds-details">
        <summary>{t.text}</summary>
        <Field name="naskah" label={t.text} hint={t.textHint} rows={10} />
      </details>
      <p class="act">
        <button class="ds-button" type="submit">
          {t.send}
        </button>
      </p>
    </Form>
  )
}
