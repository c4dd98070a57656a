/**
 * The process that compiles documents: some text makes the compiler abort, and that must end nothing else. Plain script, so
 * that sources and the bundle start the same file.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const compiler = NodeCompiler.create({ workspace: import.meta.dirname })

/** Documents compiled since a result was last of use, before it is let go. */
const keptFor = 2

/**
 * The compiler carries these. It looks for fonts on the machine too, which differ: nothing else may be set with. DejaVu
 * Sans Mono it carries as well, but takes that of the machine where there is one, as most have.
 */
const families = ['Libertinus Serif', 'New Computer Modern', 'New Computer Modern Math']
const onlyCarried = `#set text(font: (${families.map((family) => `"${family}"`).join(', ')}), fallback: false)\n`

/** Stands for a letter of which the families have no shape. */
const noShape = '\ufffd'

/** Letters that run from the right: the families have none, and lines that mix directions make the compiler abort. */
const fromTheRight =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/gu

const plain = (text) => text.toWellFormed().replace(fromTheRight, noShape)

/** @throws what the compiler says, and where a letter has no shape: PDF/A has no room for one */
function set(template, data) {
  const compiled = compiler.compile({ mainFileContent: onlyCarried + template, inputs: { data } })
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics))
  return compiler.pdf(compiled.result, { pdfStandard: 'a-2b' })
}

/** A letter in every style that a template may give it. */
const inEveryStyle = `
#for one in json(bytes(sys.inputs.data)) [#one #strong(one) #emph(one) #strong(emph(one)) #strong(upper(one)) ]`

/** Those without a shape: the compiler names only the first, so that halves are tried. */
function shapeless(letters) {
  try {
    set(inEveryStyle, JSON.stringify(letters))
    return []
  } catch {
    if (letters.length < 2) return letters
    const half = letters.length >> 1
    return [...shapeless(letters.slice(0, half)), ...shapeless(letters.slice(half))]
  }
}

/** The document; where that fails, with a mark for each letter that has no shape. */
function paperOf(template, data) {
  const letters = new Set()
  const asJson = JSON.stringify(data, (_, value) => {
    if (typeof value !== 'string') return value
    const text = plain(value)
    for (const letter of text) letters.add(letter)
    return text
  })
  try {
    return set(template, asJson)
  } catch (failure) {
    const marked = new Set(shapeless([...letters]))
    if (marked.size === 0) throw failure
    const shaped = (text) => Array.from(text, (letter) => (marked.has(letter) ? noShape : letter)).join('')
    return set(
      template,
      JSON.stringify(JSON.parse(asJson), (_, value) => (typeof value === 'string' ? shaped(value) : value)),
    )
  }
}

process.on('disconnect', () => process.exit())
process.on('message', ({ id, given: [template, data] }) => {
  try {
    process.send({ id, answer: paperOf(template, data) })
  } catch (failure) {
    process.send({ id, failed: { message: `The template cannot be compiled: ${failure}` } })
  }
  compiler.evictCache(keptFor)
})
