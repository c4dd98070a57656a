/** A document as YAML: as somebody wrote it, with their notes, where only some of it has changed since. */
import { Document, isMap, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml'
import type { Clause } from './clause.ts'
import type { Edit } from './edit.ts'
import { holdsNull } from './patch.ts'
import { type Child, stepsOf } from './path.ts'
import type { Circular } from './schema.ts'

/** A document and its YAML. */
export interface WrittenCircular {
  readonly doc: Circular
  readonly text: string
}

/** Lines stay as long as they were written. */
const layout = { lineWidth: 0, flowCollectionPadding: false } as const

/** Every value stands where it counts, also one that is the same as another. */
const whole = { aliasDuplicateObjects: false } as const

/** A document, or one of its clauses, as a text of its own. */
export const written = (doc: Circular | Clause): string => new Document(doc, whole).toString(layout)

/**
 * A text after some edits. What no edit touches stays as it was written, notes included.
 * @param source a text that is a circular; the edits fit it, in this order
 */
export function writtenWith(source: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return source
  const read = parseDocument(source)
  // What stands in two places by one name cannot be changed in one of them: such a text is written out first.
  const yaml = hasAlias(read) ? parseDocument(new Document(read.toJS(), whole).toString(layout)) : read
  for (const edit of edits)
    for (const [path, value] of Object.entries(edit)) put(yaml, stepsOf(yaml.contents, path, nodeIn, clauseNode), value)
  return yaml.toString(layout)
}

/** What stands under a key of a node of the text. */
const nodeIn: Child = (parent, key) =>
  isMap(parent)
    ? parent.items.find((one) => isScalar(one.key) && String(one.key.value) === key)?.value
    : isSeq(parent)
      ? parent.items[Number(key)]
      : undefined

const clauseNode: Child = (list, id) =>
  isSeq(list) ? list.items.find((one) => isMap(one) && one.get('id') === id) : undefined

function put(yaml: Document.Parsed, keys: readonly string[], value: unknown) {
  const [first, second, ...rest] = keys
  const clauses = yaml.get('clauses')
  if (first !== 'clauses' || second === undefined || !isSeq(clauses)) return set(yaml, keys, value)
  if (second.startsWith('+')) {
    // A list in brackets grows into lines of its own.
    clauses.flow = false
    clauses.items.push(nodeOf(yaml, value))
    return
  }
  const position = clauses.items.indexOf(clauseNode(clauses, second))
  if (rest.length > 0) set(yaml, ['clauses', position, ...rest], value)
  else clauses.items.splice(position, 1, ...(value === null ? [] : [nodeOf(yaml, value)]))
}

function set(yaml: Document.Parsed, keys: readonly (string | number)[], value: unknown) {
  const path = asWritten(yaml, keys)
  if (value === null && !holdsNull(path)) yaml.deleteIn(path)
  else yaml.setIn(path, nodeOf(yaml, value))
}

/** A value as YAML; text of several lines in quotes, which stand anywhere. */
function nodeOf(yaml: Document.Parsed, value: unknown): Node {
  const node = yaml.createNode(value, whole) as Node
  visit(node, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string' && scalar.value.includes('\n')) scalar.type = 'QUOTE_DOUBLE'
    },
  })
  return node
}

/** Keys as they stand in the text: a list counts its items, and a number may be a key. */
function asWritten(yaml: Document.Parsed, keys: readonly (string | number)[]): unknown[] {
  let node: unknown = yaml.contents
  return keys.map((key) => {
    const pair = isMap(node)
      ? node.items.find((one) => isScalar(one.key) && String(one.key.value) === String(key))
      : undefined
    node = pair ? (pair.value as Node | null) : isSeq(node) ? node.items[Number(key)] : undefined
    return isScalar(pair?.key) ? pair.key.value : key
  })
}

function hasAlias(yaml: Document.Parsed): boolean {
  let found = false
  visit(yaml, {
    Alias() {
      found = true
      return visit.BREAK
    },
  })
  return found
}
