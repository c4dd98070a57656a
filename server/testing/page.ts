/** What a test asks of a page: how it reads, what it must never carry, and what axe says of it. */
import axe from 'axe-core'
import { type Document, Window } from 'happy-dom'

// axe runs inside the page, so happy-dom has to run it; nothing a page refers to is loaded.
const settings = {
  enableJavaScriptEvaluation: true,
  suppressInsecureJavaScriptEnvironmentWarning: true,
  disableJavaScriptFileLoading: true,
  disableCSSFileLoading: true,
  handleDisabledFileLoadingAsSuccess: true,
}

const inert = (html: string) => html.replaceAll(/<script type="module"[^>]*><\/script>/g, '')

export function documentOf(html: string): Document {
  const { document } = new Window({
    url: 'http://localhost/',
    settings: { ...settings, enableJavaScriptEvaluation: false },
  })
  document.write(inert(html))
  return document
}

/** The words of an element, with single spaces. */
export const wordsOf = (element: { readonly textContent: string | null } | null): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()

/** Attributes and elements that the content security policy would refuse, as they stand in the page. */
export function refusedByPolicy(html: string): string[] {
  const inline = [...documentOf(html).querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => /^style$|^on/i.test(name) || /^\s*javascript:/i.test(value ?? ''))
      .map(({ name }) => `${element.tagName} ${name}`),
  )
  const scripts = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>|<style\b/gi)].map(([tag]) => tag)
  return [...inline, ...scripts]
}

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What axe finds wrong, a line each. Colours are left to a real browser. */
export async function axeFindings(html: string): Promise<string[]> {
  const window = new Window({ url: 'http://localhost/', settings })
  try {
    window.document.write(inert(html))
    window.eval(axe.source)
    const own = (window as unknown as { axe: typeof axe }).axe
    const rules = { 'color-contrast': { enabled: false } }
    const { violations } = (await own.run(window.document as never, { rules })) as { violations: Violation[] }
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html: node }) => `${id}: ${node.slice(0, 160)}`))
  } finally {
    await window.happyDOM.close()
  }
}
