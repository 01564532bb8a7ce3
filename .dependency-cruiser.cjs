/** Who may import whom; see CONTRIBUTING.md. */
const may = (name, from, to) => ({ name, severity: 'error', from: { path: from, pathNot: '\\.test\\.ts$' }, to: { path: to } })

module.exports = {
  forbidden: [
    may('the read engine knows nothing of ours', '^packages/graph-sql/src', '^(packages/(schema|contract|methods)|apps)/'),
    may('the methods know nothing of ours', '^packages/methods/src', '^(packages/(schema|contract|graph-sql)|apps)/'),
    may('the schema knows only the engine', '^packages/schema/src', '^(packages/methods|apps)/'),
    may('the dashboard knows the contract only', '^apps/dashboard/src', '^(packages/(schema|graph-sql|methods)|apps/gateway)/'),
    may('the gateway knows no screens', '^apps/gateway/src', '^apps/dashboard/'),
    may(
      'access imports no room',
      '^packages/schema/src/access/',
      '^packages/schema/src/(partnership|workplan|pilots|evaluation|foresight|reporting)/(?!(project|membership)\\.ts)',
    ),
    may('partnership stands on access', '^packages/schema/src/partnership/', '^packages/schema/src/(evaluation|foresight|reporting)/'),
    may('workplan stands on partnership', '^packages/schema/src/workplan/', '^packages/schema/src/(evaluation|foresight|reporting)/'),
    may('evaluation stands on pilots', '^packages/schema/src/evaluation/', '^packages/schema/src/(foresight|reporting)/'),
    may('pilots stand on the work plan', '^packages/schema/src/pilots/', '^packages/schema/src/(evaluation|foresight|reporting)/'),
  ],
  options: { tsPreCompilationDeps: false, exclude: 'node_modules|/dist/', tsConfig: { fileName: 'tsconfig.base.json' } },
}
