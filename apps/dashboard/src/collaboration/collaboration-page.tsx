import { ToggleButton, ToggleButtonGroup, Typography, useMediaQuery } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useParams } from 'react-router-dom'
import { enumValues } from '../api/contract'
import type { Enums } from '../api/documents.generated'
import { keyOf } from '../api/use-answer'
import { Failed, Loading, NotThere } from '../kit/loading'
import { Columns, onPhone, Page, PageHead } from '../kit/page'
import { AddLink } from '../records/add-link'
import { Actors } from './actors'
import { BeforeAfter } from './before-after'
import { changeSentence } from './change-sentence'
import { collaborationChangeDocument } from './collaboration.graphql'
import type { Collaboration } from './collaboration-data'
import { NetworkFigures } from './network-figures'
import { TiesDialog } from './ties-dialog'
import { collaborationKey, useChange, useCollaboration } from './use-collaboration'

/** Who works with whom around a pilot, before it and after: as two drawings, as a table, and in figures. */
export default function CollaborationPage() {
  const { id = '' } = useParams()
  const { data, error, isPending, refetch } = useCollaboration(id)
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (isPending) return <Loading />
  return data.pilot ? <Content pilot={data.pilot} data={data} reload={async () => (await refetch()).data?.ties ?? data.ties} /> : <NotThere />
}

interface ContentProps {
  readonly pilot: NonNullable<Collaboration['pilot']>
  readonly data: Collaboration
  readonly reload: () => Promise<Collaboration['ties']>
}

function Content({ pilot, data, reload }: ContentProps) {
  const translate = useTranslate()
  const client = useQueryClient()
  const isPhone = useMediaQuery(onPhone)
  const [from, setFrom] = useState<Enums['CollaborationLevel']>('CONTACT')
  const [edited, setEdited] = useState<string | null>(null)
  const change = useChange(pilot.id, from)
  const { actors, ties } = data
  const may = pilot.can.update.allowed
  const actor = actors.find(({ id }) => id === edited)
  const levels = enumValues('CollaborationLevel')
  const sentence = change ? changeSentence(change, translate) : translate(actors.length < 2 ? 'collaboration.fewActors' : 'app.loading')
  return (
    <Page>
      <PageHead
        title={translate('collaboration.title')}
        crumbs={[
          { text: translate('resources.pilots.name', { smart_count: 2 }), to: '/pilots' },
          { text: pilot.title, to: `/pilots/${pilot.id}/show` },
        ]}
        sentence={sentence}
        actions={may ? <AddLink plural="collaborationActors" given={{ pilotId: pilot.id, projectId: pilot.project?.id }} /> : null}
      />
      <Columns
        main={
          actors.length < 2 ? null : (
            <>
              <Typography id="counts-from" variant="body2" sx={{ mb: 0.5 }}>
                {translate('collaboration.from')}
              </Typography>
              <ToggleButtonGroup
                size="small"
                exclusive
                value={from}
                onChange={(_, next) => next && setFrom(next)}
                aria-labelledby="counts-from"
                orientation={isPhone ? 'vertical' : 'horizontal'}
                sx={{ mb: 2 }}
              >
                {levels.slice(1).map((level) => (
                  <ToggleButton key={level} value={level}>
                    {translate(`enums.CollaborationLevel.${level}`)}
                  </ToggleButton>
                ))}
              </ToggleButtonGroup>
              <BeforeAfter actors={actors} ties={ties} from={levels.indexOf(from)} sentence={sentence} />
              {change ? <NetworkFigures change={change} /> : null}
            </>
          )
        }
        side={<Actors actors={actors} ties={ties} from={levels.indexOf(from)} onEdit={may && actors.length > 1 ? setEdited : null} />}
      />
      {actor ? (
        <TiesDialog
          key={actor.id}
          pilotId={pilot.id}
          actor={actor}
          actors={actors}
          ties={ties}
          onClose={() => setEdited(null)}
          reload={reload}
          onDone={() => {
            void client.invalidateQueries({ queryKey: collaborationKey(pilot.id) })
            void client.invalidateQueries({ queryKey: keyOf(collaborationChangeDocument) })
          }}
        />
      ) : null}
    </Page>
  )
}
