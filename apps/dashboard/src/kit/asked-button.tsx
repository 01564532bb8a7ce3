import { Button, type ButtonProps } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { DialogForm } from './questions'

interface Props extends Pick<ButtonProps, 'variant' | 'size' | 'startIcon' | 'disabled'> {
  /** The deed, as the button says it. */
  readonly deed: string
  /** What the button is called, where its deed stands beside many others like it. */
  readonly label?: string
  /** The deed with whom or what it strikes. */
  readonly title: string
  /** What follows from it: for whom, and what they can read or do afterwards. */
  readonly text: ReactNode
  /** Throws what refuses it, which the dialog then says. */
  readonly onDeed: () => Promise<unknown>
}

/** A button for what reaches other people at once, or has no way back: it says what follows, and does it at the second click. */
export function AskedButton({ deed, label, title, text, onDeed, ...look }: Props) {
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const act = async () => {
    await onDeed()
    close()
  }
  return (
    <>
      <Button {...look} aria-label={label} onClick={() => setAsking(true)}>
        {deed}…
      </Button>
      {asking ? <DialogForm title={title} text={text} questions={[]} deed={deed} onClose={close} onSubmit={act} /> : null}
    </>
  )
}
