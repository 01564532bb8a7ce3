import { Button } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { ask } from '../api/graphql'
import { type Answers, DialogForm } from '../kit/questions'
import { createEditionDocument } from './benchmark.graphql'

/** Freezes the benchmark as its next edition, and goes to its page, which tells how far the computation is. */
export function ComputeEdition({ benchmarkId }: { benchmarkId: string }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const compute = async ({ title }: Answers<'title'>) => {
    const made = await ask(createEditionDocument, { id: benchmarkId, title: title.trim() || null })
    if (made.createBenchmarkEdition) navigate(`/benchmarkEditions/${made.createBenchmarkEdition.id}/show`)
  }
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {translate('benchmark.compute')}…
      </Button>
      {open ? (
        <DialogForm
          title={translate('benchmark.compute')}
          text={translate('benchmark.computeText')}
          questions={[{ name: 'title', label: translate('resources.benchmarkEditions.fields.title'), help: translate('benchmark.titleHelp') }]}
          deed={translate('benchmark.computeDeed')}
          onClose={() => setOpen(false)}
          onSubmit={compute}
        />
      ) : null}
    </>
  )
}
