import type { ComponentChildren } from 'preact'

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

interface ChoiceProps {
  readonly name: string
  /** Where a page has several of the name. */
  readonly id?: string
  readonly label: string
  /** Read along with the label. */
  readonly hint?: string
  /** Each value with its words. */
  readonly options: readonly (readonly [string, string])[]
  /** As it was chosen. */
  readonly value?: string | undefined
}

/** A labelled field of a form in which one of a list is chosen. */
export const Choice = ({ name, id = name, label, hint, options, value }: ChoiceProps) => (
  <div class="ds-field">
    <label class="ds-label" for={id}>
      {label}
    </label>
    {hint && (
      <p class="small quiet" id={`${id}-petunjuk`}>
        {hint}
      </p>
    )}
    <select class="ds-input" id={id} name={name} aria-describedby={hint && `${id}-petunjuk`}>
      {options.map(([option, words]) => (
        <option value={option} selected={option === value}>
          {words}
        </option>
      ))}
    </select>
  </div>
)

interface TicksProps {
  readonly name: string
  readonly label: string
  /** Between the label and the first tick. */
  readonly children?: ComponentChildren
  /** Each value with its words. */
  readonly options: readonly (readonly [string, string])[]
  /** As they were ticked. */
  readonly values: readonly string[]
  /** Of a list that is short enough to stand on the page; absent: it scrolls. */
  readonly whole?: boolean
}

/** A labelled group of ticks, of which any number may be set. */
export const Ticks = ({ name, label, children, options, values, whole }: TicksProps) => (
  <fieldset class="stack-s">
    <legend class="ds-label">{label}</legend>
    {children}
    <div class={whole ? undefined : 'choices'}>
      {options.map(([option, words]) => (
        <label class="tick">
          {/* A browser that is sent back ticks boxes by their place in the list, and the list has changed. */}
          <input
            class="ds-input"
            type="checkbox"
            name={name}
            value={option}
            checked={values.includes(option)}
            autocomplete="off"
          />
          <span>{words}</span>
        </label>
      ))}
    </div>
  </fieldset>
)
