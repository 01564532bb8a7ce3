import { Alert, Link } from '@mui/material'
import { useResourceDefinitions, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useCutLists } from '../api/cut-lists'

/** Says of which lists the page has the first rows only, with the way to all of them. */
export function CutListsNote() {
  const translate = useTranslate()
  const resources = useResourceDefinitions()
  const cut = useCutLists()
  if (cut.length === 0) return null
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {cut.map(({ name, shown }) => {
        const list = translate(`resources.${name}.name`, { smart_count: 2, _: translate('app.aList') })
        return (
          <div key={name}>
            {translate('app.cutShort', { list, shown })}{' '}
            {resources[name]?.hasList ? (
              <Link component={RouterLink} to={`/${name}`}>
                {translate('app.wholeList', { list })}
              </Link>
            ) : null}
          </div>
        )
      })}
    </Alert>
  )
}
