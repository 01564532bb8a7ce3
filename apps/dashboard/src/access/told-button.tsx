import { Box, Button, Typography } from '@mui/material'

interface Props {
  readonly label: string
  readonly disabled?: boolean
  readonly onClick: () => void
  /** Why nothing came of it; empty: nothing went wrong. */
  readonly fault: string
}

/** A button that says beneath it why nothing came of it. */
export const ToldButton = ({ label, disabled = false, onClick, fault }: Props) => (
  <Box sx={{ display: 'grid', gap: 0.5 }}>
    <Button variant="outlined" disabled={disabled} onClick={onClick}>
      {label}
    </Button>
    {fault ? (
      <Typography role="alert" color="error">
        {fault}
      </Typography>
    ) : null}
  </Box>
)
