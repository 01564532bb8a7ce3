import { connect } from 'node:net'
import { strToU8, zipSync } from 'fflate'

/** How often each of the answers came. */
function counted(answers) {
  const many = {}
  for (const answer of answers) many[answer] = (many[answer] ?? 0) + 1
  return many
}

const codeOf = (text) => /"code":"([A-Z_]+)"/g.exec(text)?.[1] ?? ''

async function post(url, body, headers = {}) {
  const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }).catch(() => null)
  return response ? `${response.status} ${codeOf(await response.text())}`.trim() : 'no answer'
}

const all = async (many, one) => counted(await Promise.all(Array.from({ length: Math.ceil(many) }, (_, at) => one(at))))

const signIn = (email) =>
  JSON.stringify({
    query: 'mutation ($email: String!) { signIn(email: $email, password: "wrong horse battery") { id } }',
    variables: { email },
  })

/** A connection that sends the beginning of a request and no more; answers whether it was still held after some seconds. */
function hold(url, beginning, seconds) {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(beginning))
    const end = (said) => {
      socket.destroy()
      resolve(said)
    }
    socket.on('error', () => end('refused'))
    socket.on('data', (data) => end(`answered ${data.toString().split(' ')[1]}`))
    socket.on('close', () => end('closed'))
    setTimeout(() => end('held'), seconds * 1000)
  })
}

const HELD = 10

/** A sheet with one cell in its last row and column. */
function bomb() {
  const sheet =
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
  const files = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

/** What a stranger, or a member where it says so, does otherwise than by bodies to /graphql: in a `size` from 0 to 1. */
export const furtherAttacks = [
  {
    name: '1,500 sign-ins at the same time, of one account',
    act: (size) => (url) => all(1500 * size, () => post(`${url}/graphql`, signIn('lead@example.org'))),
  },
  {
    name: '1,500 sign-ins at the same time, each of another account',
    act: (size) => (url) => all(1500 * size, (at) => post(`${url}/graphql`, signIn(`nobody-${at}@example.org`))),
  },
  {
    name: '80 bodies of 10 MB of which the end never comes',
    act: (size) => (url) =>
      all(80 * size, () =>
        hold(url, `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10000000\r\n\r\n${'A'.repeat(900_000)}`, HELD),
      ),
  },
  {
    name: '3,000 connections that send half a head',
    act: (size) => (url) => all(3000 * size, () => hold(url, 'POST /graphql HTTP/1.1\r\nHost: x\r\n', HELD)),
  },
  {
    name: 'a workbook with a cell at XFD1048576 × 6, of a lead partner',
    act:
      (size, { cookie, projectId }) =>
      (url) =>
        all(6 * size, () =>
          post(`${url}/imports/regional-statistics?project=${projectId}&dryRun=true`, bomb(), { cookie, 'content-type': 'application/octet-stream' }),
        ),
  },
  {
    name: 'a name and an address of 0.9 MB × 8, of a lead partner',
    act:
      (size, { cookie, projectId }) =>
      (url) => {
        const long = 'a.'.repeat(450_000 * size)
        const query =
          'mutation ($projectId: ID!, $email: String!, $name: String!) { invite(projectId: $projectId, email: $email, displayName: $name, role: OBSERVER) { id } }'
        return all(8, (at) =>
          post(
            `${url}/graphql`,
            JSON.stringify({ query, variables: at % 2 ? { projectId, email: `${long}@a`, name: 'a' } : { projectId, email: 'a@b.example', name: long } }),
            {
              cookie,
            },
          ),
        )
      },
  },
]
