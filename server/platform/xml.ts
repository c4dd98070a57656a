/** XML read as it arrives. Nothing outside the text is looked up, and no entity is expanded but XML's own five. */
import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'

/** What to do at each tag, named without its prefix, and at the text between tags. */
export interface XmlReader {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Reads bytes of UTF-8 and pauses after each chunk, so that what a reader has gathered can be handed on.
 * @throws Error where the text is no well-formed XML
 */
export async function* readXml(bytes: AsyncIterable<Buffer>, reader: XmlReader): AsyncGenerator<void> {
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => reader.open?.(localName(name), attributes))
  parser.on('closetag', ({ name }) => reader.close?.(localName(name)))
  parser.on('text', (text) => reader.text?.(text))
  parser.on('cdata', (text) => reader.text?.(text))
  const decoder = new StringDecoder('utf8')
  for await (const chunk of bytes) {
    parser.write(decoder.write(chunk))
    yield
  }
  parser.write(decoder.end()).close()
  yield
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)
