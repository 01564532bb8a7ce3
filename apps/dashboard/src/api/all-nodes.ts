import type { Document } from './document'
import { ask } from './graphql'

interface Page<Node> {
  readonly nodes: readonly Node[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** Every row of a list, page by page; its document takes the cursor `$after`. */
export async function allNodes<Answer, Variables, Node>(
  document: Document<Answer, Variables & { readonly after?: string | null | undefined }>,
  variables: Variables,
  pageOf: (answer: Answer) => Page<Node>,
  signal?: AbortSignal,
): Promise<Node[]> {
  const rows: Node[] = []
  for (let after: string | null = null; ; ) {
    const page: Page<Node> = pageOf(await ask(document, { ...variables, after }, signal))
    rows.push(...page.nodes)
    if (!page.pageInfo.hasNextPage) return rows
    after = page.pageInfo.endCursor
  }
}
