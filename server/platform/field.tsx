interface FieldProps {
  readonly name: string
  readonly label: string
  /** Read along with the label. */
  readonly hint?: string
  readonly type?: 'text' | 'password' | 'date'
  /** As it was typed. */
  readonly value?: string
  readonly autocomplete?: string
  readonly autocapitalize?: 'none' | 'characters'
  readonly required?: boolean
  readonly maxLength?: number
}

/** A labelled field of a form. */
export const Field = ({ name, label, hint, type = 'text', autocapitalize = 'none', ...input }: FieldProps) => (
  <div class="ds-field">
    <label class="ds-label" for={name}>
      {label}
    </label>
    {hint && (
      <p class="small quiet" id={`${name}-petunjuk`}>
        {hint}
      </p>
    )}
    <input
      {...input}
      class="ds-input"
      id={name}
      name={name}
      type={type as 'text'}
      autocapitalize={autocapitalize}
      aria-describedby={hint && `${name}-petunjuk`}
    />
  </div>
)
