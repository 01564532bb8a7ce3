import { consistencyProof, Frontier, inclusionProof, isContinued, isIncluded, leafHash } from './merkle-tree.js'

// The entries, roots and proofs of RFC 6962's reference implementation, whose hashes RFC 9162 keeps.
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const inclusions = [
  {
    index: 0,
    size: 8,
    proof: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    index: 5,
    size: 8,
    proof: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  { index: 2, size: 3, proof: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'] },
  { index: 0, size: 1, proof: [] },
]
const consistencies = [
  { from: 1, to: 1, proof: [] },
  {
    from: 1,
    to: 8,
    proof: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    from: 6,
    to: 8,
    proof: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    from: 2,
    to: 5,
    proof: ['5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'],
  },
]

const leaves = entries.map((entry) => leafHash(Buffer.from(entry, 'hex')))
const inHex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'))
const headOf = (size: number) => ({ size, root: Buffer.from(roots[size] ?? '', 'hex') })

describe('the tree of the log', () => {
  it('has the published root at each size', () => {
    const frontier = new Frontier()
    const found = [frontier.root()]
    for (const leaf of leaves) {
      frontier.add(leaf)
      found.push(frontier.root())
    }
    expect(inHex(found)).toEqual(roots)
  })

  it.each(inclusions)('proves leaf $index of $size as published, and no other', ({ index, size, proof }) => {
    const made = inclusionProof(leaves.slice(0, size), index)
    expect(inHex(made)).toEqual(proof)
    expect(isIncluded(leaves[index] as Buffer, index, headOf(size), made)).toBe(true)
    expect(isIncluded(leaves[(index + 1) % 8] as Buffer, index, headOf(size), made)).toBe(false)
    expect(isIncluded(leaves[index] as Buffer, size, headOf(size), made)).toBe(false)
  })

  it.each(consistencies)('proves that $to leaves continue $from as published', ({ from, to, proof }) => {
    const made = consistencyProof(leaves.slice(0, to), from)
    expect(inHex(made)).toEqual(proof)
    expect(isContinued(headOf(from), headOf(to), made)).toBe(true)
  })

  it('proves every size by every later one, and nothing with another root', () => {
    for (let to = 1; to <= 8; to += 1) {
      for (let from = 1; from <= to; from += 1) {
        const proof = consistencyProof(leaves.slice(0, to), from)
        expect([from, to, isContinued(headOf(from), headOf(to), proof)]).toEqual([from, to, true])
        expect([from, to, isContinued({ size: from, root: headOf(from - 1).root }, headOf(to), proof)]).toEqual([from, to, false])
        for (let index = 0; index < to; index += 1) {
          expect(isIncluded(leaves[index] as Buffer, index, headOf(to), inclusionProof(leaves.slice(0, to), index))).toBe(true)
        }
      }
    }
  })
})
