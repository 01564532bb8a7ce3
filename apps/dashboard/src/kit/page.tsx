import ChevronRight from '@mui/icons-material/ChevronRight'
import { Box, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { arriveAt } from './arrival'
import { CutListsNote } from './cut-lists-note'
import { fetchLetters } from './letters'
import { MoreAtTheSide, useMoreAtTheSide } from './more-at-the-side'
import { productName } from './product'

export interface Crumb {
  readonly text: string
  readonly to?: string
}

interface HeadProps {
  readonly title: string
  /** Where the page is, from the outside in, without itself. */
  readonly crumbs?: readonly Crumb[]
  /** How it stands, in a sentence. */
  readonly sentence?: ReactNode
  /** What can be done here, one of it primary. */
  readonly actions?: ReactNode
}

/** A page's heading. It takes the focus when a link led here. */
export function Heading({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => arriveAt(ref.current), [])
  useEffect(fetchLetters, [])
  return (
    <Typography ref={ref} variant="h1" tabIndex={-1} sx={{ overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
  )
}

/** Where, what, how it stands, and the moves. */
export function PageHead({ title, crumbs = [], sentence, actions }: HeadProps) {
  const translate = useTranslate()
  useEffect(() => {
    document.title = `${title} · ${productName}`
  }, [title])
  return (
    <Box component="header" sx={{ mb: 2 }}>
      {crumbs.length > 0 ? (
        <Box component="nav" aria-label={translate('app.where')} sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 0.5, mb: 0.5 }}>
          {crumbs.map(({ text, to }, index) => (
            <Box key={text} sx={{ display: 'flex', alignItems: 'center', gap: 0.5, fontSize: 13 }}>
              {index > 0 ? <ChevronRight aria-hidden sx={{ fontSize: 16, color: 'text.secondary' }} /> : null}
              {to ? (
                <Link component={RouterLink} to={to} color="textSecondary">
                  {text}
                </Link>
              ) : (
                <span>{text}</span>
              )}
            </Box>
          ))}
        </Box>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start', justifyContent: 'space-between' }}>
        <Box sx={{ minWidth: 0, flex: '1 1 320px' }}>
          <Heading>{title}</Heading>
          {sentence ? (
            <Typography component="div" color="textSecondary" sx={{ mt: 0.5, display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
              {sentence}
            </Typography>
          ) : null}
        </Box>
        {actions ? <Box sx={{ display: 'flex', displayPrint: 'none', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>{actions}</Box> : null}
      </Box>
      <CutListsNote />
    </Box>
  )
}

/** Media query of a phone: the rooms are a drawer, tables are lists. */
export const onPhone = '(max-width: 699px)'

/** Room around a page's content. */
export const Page = ({ children }: { children: ReactNode }) => <Box sx={{ p: { xs: 2, sm: 3.5 }, '@media print': { p: 0 } }}>{children}</Box>

/** Main object at the left, facts and history at the right; below each other where it is narrow. */
export function Columns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', displayPrint: 'block', flexDirection: { xs: 'column', md: 'row' }, columnGap: 4, alignItems: 'stretch' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>{main}</Box>
      <Box sx={{ width: { md: 300 }, flexShrink: 0 }}>{side}</Box>
    </Box>
  )
}

/** A part of a page under its own heading. */
export function Section({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <Box component="section" aria-label={title} sx={{ mb: 4 }}>
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'center',
          flexWrap: 'wrap',
          gap: 1,
          borderBottom: '1px solid var(--line2)',
          pb: 1,
          mb: 1,
        }}
      >
        <Typography variant="h2">{title}</Typography>
        {actions}
      </Box>
      {children}
    </Box>
  )
}

interface WideProps {
  readonly label: string
  /** True: a surface of its own with a line around it. */
  readonly framed?: boolean
  readonly children: ReactNode
}

/** Room for what may be wider than the page: it scrolls by itself, with the keyboard too. */
export function Wide({ label, framed = false, children }: WideProps) {
  const frame = framed ? { bgcolor: 'background.paper', border: '1px solid var(--line)', borderRadius: 2 } : { '& tr > :not(* + *)': { pl: 0 } }
  const { ref, more } = useMoreAtTheSide()
  return (
    <>
      {more ? <MoreAtTheSide /> : null}
      <Box ref={ref} role="group" aria-label={label} tabIndex={0} sx={{ overflowX: 'auto', ...frame }}>
        {children}
      </Box>
    </>
  )
}

/** A column's heading; figures stand at the right. */
export type Head = string | { readonly text: string; readonly right?: boolean; readonly minWidth?: number }

/** A table with its headings; its rows are the children. */
export function WideTable({ label, framed = false, head, children }: WideProps & { head: readonly Head[] }) {
  return (
    <Wide label={label} framed={framed}>
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            {head.map((column) => {
              const { text, right = false, minWidth }: Exclude<Head, string> = typeof column === 'string' ? { text: column } : column
              return (
                <TableCell key={text} align={right ? 'right' : 'left'} sx={minWidth ? { minWidth } : undefined}>
                  {text}
                </TableCell>
              )
            })}
          </TableRow>
        </TableHead>
        <TableBody>{children}</TableBody>
      </Table>
    </Wide>
  )
}
