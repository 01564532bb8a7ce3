import { useTranslate } from 'react-admin'
import { recordOf } from '../api/contract'
import type { PartnerFilter } from '../api/documents.generated'
import { presentOn } from '../api/present'
import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { dayText } from '../kit/format'
import { partnersCountedDocument } from './partnership.graphql'

/** How many partners there are on the day spoken of, and how many associated members, which are none of them. */
export function PartnersCounted() {
  const translate = useTranslate()
  const { current, asOf } = useProject()
  const present = presentOn(recordOf('partners'), asOf) as PartnerFilter
  const { data } = useAnswer(partnersCountedDocument, current ? { id: current.project.id, present } : null)
  if (!data) return null
  const { full, associated } = data
  const partners = translate('partner.partners', { smart_count: full.totalCount })
  if (associated.totalCount === 0) return <>{translate('partner.on', { partners, day: asOf ? dayText(asOf) : '' })}</>
  const both = translate('partner.andAssociated', { partners, smart_count: associated.totalCount })
  return <>{translate('partner.on', { partners: both, day: asOf ? dayText(asOf) : '' })}</>
}
