import type { FieldFacts } from './contract'
import type { Enums } from './documents.generated'

/** Which axes a project's matrix has. */
type Axes = Enums['Axes']

/** The records that a project does not use, for its matrix has one axis only. */
const unused: Readonly<Record<Axes, string | null>> = { BOTH: null, ROWS: 'Phase', COLUMNS: 'ThematicArea' }
const unusedLists: Readonly<Record<Axes, string | null>> = { BOTH: null, ROWS: 'phases', COLUMNS: 'thematicAreas' }

/** True: a field that a project of these axes has. Without a project, every field. */
export const isOfAxes = ({ target }: Pick<FieldFacts, 'target'>, axes: Axes = 'BOTH'): boolean => target === undefined || target !== unused[axes]

/** True: a list that a project of these axes has. */
export const isListOfAxes = (list: string, axes: Axes = 'BOTH'): boolean => list !== unusedLists[axes]
