import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const { HOST = '127.0.0.1', PORT = '4000' } = process.env

/** Addresses that Vite answers: the one page and its sources. All others are the gateway's, so that they need not be listed here. */
const own = ['$', '\\?', '@', 'index\\.html', 'src/', 'node_modules/']

export default defineConfig({
  plugins: [react()],
  server: { port: 5173, proxy: { [`^/(?!${own.join('|')})`]: `http://${HOST}:${PORT}` } },
  build: { outDir: 'dist', sourcemap: false, chunkSizeWarningLimit: 1600 },
})
