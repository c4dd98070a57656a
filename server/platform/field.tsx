interface FieldProps {
  readonly name: string
  /** Where a page has several of the name. */
  readonly id?: string
  readonly label: string
  /** Read along with the label. */
  readonly hint?: string
  readonly type?: 'text' | 'password' | 'date' | 'time' | 'email'
  /** Of a text of several lines; absent: one line. */
  readonly rows?: number
  /** As it was typed. */
  readonly value?: string | undefined
  /** The earliest day. */
  readonly min?: string
  /** The latest day. */
  readonly max?: string
  readonly autocomplete?: string
  readonly autocapitalize?: 'none' | 'characters' | 'sentences'
  readonly required?: boolean
  readonly maxLength?: number
}

/** A labelled field of a form. */
export const Field = ({ name, id = name, label, hint, type = 'text', rows, value, ...given }: FieldProps) => {
  const input = { ...given, class: 'ds-input', id, name, 'aria-describedby': hint && `${id}-petunjuk` }
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="small quiet" id={`${id}-petunjuk`}>
          {hint}
        </p>
      )}
      {rows === undefined ? (
        <input {...input} type={type as 'text'} value={value} />
      ) : (
        <textarea {...input} rows={rows}>
          {value}
        </textarea>
      )}
    </div>
  )
}
