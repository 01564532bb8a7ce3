import MarkdownIt from 'markdown-it'

/** The headings of a text stand below the heading of its section on the page. */
const FIRST_LEVEL = 3

const markdown = new MarkdownIt({ html: false, linkify: true })

// Only what a browser opens as a page or letter is a link; a picture elsewhere would tell whoever keeps it who reads.
markdown.validateLink = (address) => /^(https?:\/\/|mailto:)/i.test(address.trim())
markdown.renderer.rules.image = (tokens, index, options, environment, renderer) =>
  markdown.utils.escapeHtml(renderer.renderInlineAsText(tokens[index]?.children ?? [], options, environment))
markdown.renderer.rules.link_open = (tokens, index, options, _, renderer) => {
  tokens[index]?.attrSet('target', '_blank')
  tokens[index]?.attrSet('rel', 'noreferrer')
  return renderer.renderToken(tokens, index, options)
}
markdown.core.ruler.push('levels', ({ tokens }) => {
  const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close')
  const highest = Math.min(...headings.map(({ tag }) => Number(tag.slice(1))))
  for (const heading of headings) heading.tag = `h${Math.min(6, Number(heading.tag.slice(1)) - highest + FIRST_LEVEL)}`
})

/** HTML of a text in Markdown: none of its own HTML, no remote pictures, links to pages and letters only. */
export const markdownHtml = (text: string): string => markdown.render(text)

/** The same as nodes of the page. */
export const markdownNodes = (text: string): readonly Node[] => [...new DOMParser().parseFromString(markdownHtml(text), 'text/html').body.childNodes]
