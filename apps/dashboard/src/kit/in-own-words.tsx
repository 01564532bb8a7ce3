import { type ReactNode, useMemo } from 'react'
import { I18nContext, useI18nProvider } from 'react-admin'
import { type AxisNames, withOwnWords } from './own-words'

/** Whatever is inside calls the axes as a project does. */
export function InOwnWords({ names, children }: { names: AxisNames | null | undefined; children: ReactNode }) {
  const provider = useI18nProvider()
  const { areaAxis = null, areaAxes = null, phaseAxis = null, phaseAxes = null } = names ?? {}
  const own = useMemo(() => withOwnWords(provider, { areaAxis, areaAxes, phaseAxis, phaseAxes }), [provider, areaAxis, areaAxes, phaseAxis, phaseAxes])
  return <I18nContext.Provider value={own}>{children}</I18nContext.Provider>
}
