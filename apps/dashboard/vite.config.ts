import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstPage, packed } from './build-plugins'

const { HOST = '127.0.0.1', PORT = '4000' } = process.env

/** Addresses that Vite answers: the one page and its sources. All others are the gateway's, so that they need not be listed here. */
const own = ['$', '\\?', '@', 'index\\.html', 'src/', 'node_modules/']

/** What asks the first questions, and what they are made of. */
const firstQuestions =
  /(packages[\\/]values[\\/].+|src[\\/](ask-first|api[\\/](address-parts|document|first-questions|open-project|session\.graphql|stored)|home[\\/]home\.graphql|kit[\\/]languages))\.[jt]s$/

/** What the first page needs is few files: each costs a slow line a wait. */
const groups = [
  { name: 'first-questions', test: firstQuestions, priority: 5 },
  { name: 'icons', test: /[\\/]@mui[\\/]icons-material[\\/]/, priority: 3 },
  { name: 'libraries', test: /[\\/]node_modules[\\/](?!@mui[\\/]icons-material)/, tags: ['$initial' as const], priority: 4 },
  { name: 'start', tags: ['$initial' as const], priority: 2 },
  { name: 'home', test: /src[\\/]home[\\/]home\.tsx$/, priority: 1 },
]

export default defineConfig({
  plugins: [react(), firstPage(), packed()],
  server: { port: 5173, proxy: { [`^/(?!${own.join('|')})`]: `http://${HOST}:${PORT}` } },
  // Every browser has what this package brings for those that have not.
  resolve: { alias: { 'object.entries': join(import.meta.dirname, 'object-entries.cjs') } },
  build: {
    outDir: 'dist',
    sourcemap: false,
    chunkSizeWarningLimit: 1600,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
})
