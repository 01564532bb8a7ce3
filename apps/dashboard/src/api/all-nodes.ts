import type { Document } from './document'
import { ask } from './graphql'

/** A page of a list, as a document asks for it. */
export interface Page<Node> {
  readonly nodes: readonly Node[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** Every row of a list, page by page; its document takes the cursor `$after`. `first`: a page that another document brought. */
export async function allNodes<Answer, Variables, Node>(
  document: Document<Answer, Variables & { readonly after?: string | null | undefined }>,
  variables: Variables,
  pageOf: (answer: Answer) => Page<Node>,
  signal?: AbortSignal,
  first?: Page<Node>,
): Promise<Node[]> {
  const next = async (after: string | null) => pageOf(await ask(document, { ...variables, after }, signal))
  let page = first ?? (await next(null))
  const rows = [...page.nodes]
  while (page.pageInfo.hasNextPage) {
    page = await next(page.pageInfo.endCursor)
    rows.push(...page.nodes)
  }
  return rows
}
