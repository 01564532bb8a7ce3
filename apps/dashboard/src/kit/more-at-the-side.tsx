import ChevronRight from '@mui/icons-material/ChevronRight'
import { Typography } from '@mui/material'
import { useEffect, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'

/** Whether something of an element is hidden at its right, until it is scrolled there. */
export function useMoreAtTheSide() {
  const ref = useRef<HTMLDivElement>(null)
  const [more, setMore] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const look = () => setMore(element.scrollWidth - element.clientWidth - element.scrollLeft > 1)
    const sizes = new ResizeObserver(look)
    for (const seen of [element, ...element.children]) sizes.observe(seen)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])
  return { ref, more }
}

/** Says that there are columns which one does not see. */
export function MoreAtTheSide() {
  const translate = useTranslate()
  return (
    <Typography
      variant="body2"
      color="textSecondary"
      sx={{ display: 'flex', displayPrint: 'none', alignItems: 'center', justifyContent: 'flex-end', mb: 0.5, fontSize: 12 }}
    >
      {translate('app.moreAtTheSide')}
      <ChevronRight aria-hidden sx={{ fontSize: 16 }} />
    </Typography>
  )
}
