/** Who may import whom; see CONTRIBUTING.md. */
const may = (name, from, to) => ({ name, severity: 'error', from: { path: from, pathNot: '\\.test\\.ts$' }, to: { path: to } })

/** Folders of a package that import each other in a ring, types included. */
const ring = (name, path) => ({ name, severity: 'error', scope: 'folder', from: { path }, to: { circular: true, path } })

/** A file of one folder may import `allowed` folders of its package, itself and what stands at its root. */
const only = (name, source, folder, allowed) => may(name, `^${source}/${folder}/`, `^${source}/(?!(${[folder, ...allowed].join('|')})/)[^/]+/`)

/** Each room, and those that its records stand on. */
const rooms = {
  access: [],
  partnership: ['access'],
  workplan: ['access', 'partnership'],
  pilots: ['access', 'partnership', 'workplan'],
  evaluation: ['access', 'partnership', 'workplan', 'pilots'],
  benchmark: ['access', 'partnership', 'workplan', 'pilots'],
  collaboration: ['access', 'partnership', 'workplan', 'pilots'],
  foresight: ['access', 'partnership'],
  events: ['access', 'partnership'],
  reporting: [],
}
const anyRoom = Object.keys(rooms).join('|')

const records = 'packages/schema/src'
const gateway = 'apps/gateway/src'

/** A folder that nothing here speaks of may import nothing. */
const known = (floor, source, folders) => may(`every folder of the ${floor} has its arrows`, `^${source}/(?!(${folders})/)[^/]+/`, '.')

/** Floors and rooms of the dashboard. A room shows others what it offers in its index. */
const screens = '^apps/dashboard/src/'
const screenRooms = `(${anyRoom}|home)`

module.exports = {
  forbidden: [
    may('the api of the dashboard stands on nothing', `${screens}api/`, `${screens}(?!api/)`),
    may('the kit stands on the api', `${screens}kit/`, `${screens}(?!(kit|api)/)`),
    may('records know no room', `${screens}records/`, `${screens}(?!(records|kit|api)/)`),
    may('rooms stand below the shell', `${screens}${screenRooms}/`, `${screens}(shell/|[^/]+$)`),
    {
      name: 'a room has one door',
      severity: 'error',
      from: { path: `${screens}([^/]+)/`, pathNot: '\\.test\\.ts$' },
      to: { path: `${screens}${screenRooms}/(?!index\\.ts)`, pathNot: `${screens}$1/` },
    },
    known('dashboard', 'apps/dashboard/src', `api|kit|records|shell|${screenRooms}`),
    ring('no rings in the dashboard', screens),
    may('the read engine knows nothing of ours', '^packages/graph-sql/src', '^(packages/(schema|contract|methods)|apps)/'),
    may('the methods know nothing of ours', '^packages/methods/src', '^(packages/(schema|contract|graph-sql)|apps)/'),
    may('values know nothing', '^packages/values/src', '^(packages/(?!values/)|apps)/'),
    may('the schema knows only the engine and values', '^packages/schema/src', '^(packages/methods|apps)/'),
    may('the dashboard knows the contract and values only', '^apps/dashboard/src', '^(packages/(schema|graph-sql|methods)|apps/gateway)/'),
    may('the gateway knows no screens', '^apps/gateway/src', '^apps/dashboard/'),
    may('records are declared by no room', `^${records}/model/`, `^${records}/(${anyRoom})/`),
    ...Object.entries(rooms).map(([room, below]) => only(`records of ${room} stand on ${below.join(', ') || 'the model'}`, records, room, ['model', ...below])),
    known('schema', records, `model|sample|${anyRoom}`),
    ring('no rings in the schema', `^${records}/`),
    only('the kernel imports nothing of the gateway', gateway, 'kernel', []),
    only('the database stands on the kernel', gateway, 'database', ['kernel']),
    only('tables stand on the kernel', gateway, 'tables', ['kernel']),
    only('figures of the process stand on the database', gateway, 'observe', ['kernel', 'database']),
    only('a request stands on the database', gateway, 'request', ['kernel', 'database']),
    only('jobs stand on the database', gateway, 'jobs', ['kernel', 'database']),
    only('backups stand on the database and the queue', gateway, 'backup', ['kernel', 'database', 'jobs']),
    only('reading stands on the request', gateway, 'read', ['kernel', 'database', 'request', 'observe']),
    only('writing stands on reading', gateway, 'write', ['kernel', 'database', 'request', 'read']),
    only('streams stand on reading', gateway, 'streams', ['kernel', 'database', 'request', 'read']),
    only('sealing stands on the database', gateway, 'sealing', ['kernel', 'database']),
    only('feeds stand on reading', gateway, 'feeds', ['kernel', 'database', 'request', 'read', 'observe']),
    only('http stands on all but the rooms', gateway, 'http', ['kernel', 'request', 'read', 'streams', 'feeds', 'observe']),
    may(
      'nothing beneath the rooms knows them',
      `^${gateway}/(kernel|database|tables|observe|request|jobs|backup|read|write|streams|feeds|http)/`,
      `^${gateway}/(rooms|gateway)\\.ts$`,
    ),
    may('rooms are put together by the gateway', `^${gateway}/(${anyRoom})/`, `^${gateway}/((http|sample)/|(rooms|gateway)\\.ts$)`),
    {
      name: 'another room is reached by its index only',
      severity: 'error',
      from: { path: `^${gateway}/([^/]+)/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^${gateway}/(${anyRoom})/`, pathNot: `^${gateway}/($1/|[^/]+/index\\.ts$)` },
    },
    known('gateway', gateway, `kernel|admin|backup|sealing|database|tables|observe|request|jobs|read|write|streams|feeds|http|sample|${anyRoom}`),
    ring('no rings in the gateway', `^${gateway}`),
  ],
  options: { tsPreCompilationDeps: true, exclude: 'node_modules|/dist/|/\\.types/', tsConfig: { fileName: 'tsconfig.base.json' } },
}
