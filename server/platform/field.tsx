import type { ComponentChildren } from 'preact'
import { useTicked, useTyped, useWrong } from './refused-form.tsx'

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
  readonly pattern?: string
  readonly inputMode?: 'numeric'
  /** As wide as a few digits. */
  readonly 'data-w'?: 's'
}

/** A labelled field of a form. */
export function Field({ name, id = name, label, hint, type = 'text', rows, value: begun, ...given }: FieldProps) {
  const typed = useTyped(name, begun)
  const value = type === 'password' ? begun : typed
  const wrong = useWrong(name, label)
  const input = { ...given, class: 'ds-input', id, name, ...described(id, hint, wrong) }
  return (
    <Labelled id={id} label={label} hint={hint} wrong={wrong}>
      {rows === undefined ? (
        <input {...input} type={type as 'text'} value={value} />
      ) : (
        <textarea {...input} rows={rows}>
          {value}
        </textarea>
      )}
    </Labelled>
  )
}

interface LabelledProps {
  readonly id: string
  readonly label: string
  readonly hint: string | undefined
  readonly wrong: string | undefined
  readonly children: ComponentChildren
}

/** What stands around an input: its label and hint above, and why it is not taken below. */
const Labelled = ({ id, label, hint, wrong, children }: LabelledProps) => (
  <div class="ds-field">
    <label class="ds-label" for={id}>
      {label}
    </label>
    {hint && (
      <p class="small quiet" id={`${id}-petunjuk`}>
        {hint}
      </p>
    )}
    {children}
    <Wrong id={id} words={wrong} />
  </div>
)

/** What is read along with a field. */
const described = (id: string, hint: string | undefined, wrong: string | undefined) => ({
  'aria-describedby': [hint && `${id}-petunjuk`, wrong && `${id}-salah`].filter(Boolean).join(' ') || undefined,
  ...(wrong && ({ 'aria-invalid': 'true' } as const)),
})

/** Why the field above it is not taken. */
const Wrong = ({ id, words }: { readonly id: string; readonly words: string | undefined }) =>
  words === undefined ? null : (
    <p class="small strong" id={`${id}-salah`}>
      {words.charAt(0).toUpperCase() + words.slice(1)}
    </p>
  )

/** A value with its words. */
type Option = readonly [value: string, words: string]

interface ChoiceProps {
  readonly name: string
  /** Where a page has several of the name. */
  readonly id?: string
  readonly label: string
  /** Read along with the label. */
  readonly hint?: string
  /** A list of options stands below the words of its group. */
  readonly options: readonly (Option | readonly [group: string, options: readonly Option[]])[]
  /** As it was chosen. */
  readonly value?: string | undefined
}

/** A labelled field of a form in which one of a list is chosen. */
export function Choice({ name, id = name, label, hint, options, value: begun }: ChoiceProps) {
  const value = useTyped(name, begun)
  const wrong = useWrong(name, label)
  const one = ([option, words]: Option) => (
    <option value={option} selected={option === value}>
      {words}
    </option>
  )
  return (
    <Labelled id={id} label={label} hint={hint} wrong={wrong}>
      <select class="ds-input" id={id} name={name} {...described(id, hint, wrong)}>
        {options.map(([name, words]) =>
          typeof words === 'string' ? one([name, words]) : <optgroup label={name}>{words.map(one)}</optgroup>,
        )}
      </select>
    </Labelled>
  )
}

interface BoxProps {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly option: Option
  readonly checked: boolean
  readonly required?: boolean | undefined
}

/** A browser that is sent back sets boxes by their place in the list, and the list may have changed. */
const Box = ({ option: [value, words], ...given }: BoxProps) => (
  <label class="tick">
    <input class="ds-input" {...given} value={value} autocomplete="off" />
    <span>{words}</span>
  </label>
)

interface RadiosProps {
  readonly name: string
  readonly label: string
  /** Read along with the label. */
  readonly hint?: string
  readonly options: readonly Option[]
  /** As it begins; absent: nothing is chosen. */
  readonly value?: string | undefined
  readonly required?: boolean
  /** Few and short: they share a line. */
  readonly row?: boolean
}

/** A labelled group of which one is chosen, where all of them are to be seen. */
export function Radios({ name, label, hint, options, value: begun, required, row }: RadiosProps) {
  const value = useTyped(name, begun)
  const wrong = useWrong(name, label)
  return (
    <fieldset class="stack-s" aria-describedby={described(name, hint, wrong)['aria-describedby']}>
      <legend class="ds-label">{label}</legend>
      {hint && (
        <p class="small quiet" id={`${name}-petunjuk`}>
          {hint}
        </p>
      )}
      <Wrong id={name} words={wrong} />
      <div class={row ? 'row' : undefined}>
        {options.map((option) => (
          <Box type="radio" name={name} option={option} checked={option[0] === value} required={required} />
        ))}
      </div>
    </fieldset>
  )
}

interface TickProps {
  readonly name: string
  readonly words: string
  /** What is sent where it is set. */
  readonly value?: string
  /** As it begins. */
  readonly set?: boolean
}

/** A single tick. */
export function Tick({ name, words, value = 'ya', set = false }: TickProps) {
  const values = useTicked(name, set ? [value] : [])
  useWrong(name, words)
  return <Box type="checkbox" name={name} option={[value, words]} checked={values.includes(value)} />
}

interface TicksProps {
  readonly name: string
  readonly label: string
  /** Between the label and the first tick. */
  readonly children?: ComponentChildren
  readonly options: readonly Option[]
  /** As they were ticked. */
  readonly values: readonly string[]
  /** Of a list that is short enough to stand on the page; absent: it scrolls. */
  readonly whole?: boolean
}

/** A labelled group of ticks, of which any number may be set. */
export function Ticks({ name, label, children, options, values: begun, whole }: TicksProps) {
  const values = useTicked(name, begun)
  const wrong = useWrong(name, label)
  return (
    <fieldset class="stack-s" aria-describedby={wrong && `${name}-salah`}>
      <legend class="ds-label">{label}</legend>
      <Wrong id={name} words={wrong} />
      {children}
      <div class={whole ? undefined : 'choices'}>
        {options.map((option) => (
          <Box type="checkbox" name={name} option={option} checked={values.includes(option[0])} />
        ))}
      </div>
    </fieldset>
  )
}
