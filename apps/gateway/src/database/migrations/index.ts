import { Initial1795522849362 } from './1795522849362-initial.js'
import { SeeAs1795556312023 } from './1795556312023-see-as.js'
import { Evaluation1795556958273 } from './1795556958273-evaluation.js'
import { PlanInProgress1795559186974 } from './1795559186974-plan-in-progress.js'
import { Benchmarks1795560393203 } from './1795560393203-benchmarks.js'
import { PlacedProgress1795570747730 } from './1795570747730-placed-progress.js'
import { Bands1795580851301 } from './1795580851301-bands.js'
import { Collaboration1795581569736 } from './1795581569736-collaboration.js'
import { ForgetCreations1796037526974 } from './1796037526974-forget-creations.js'
import { Events1796042205185 } from './1796042205185-events.js'
import { ProjectCurrency1796048410904 } from './1796048410904-project-currency.js'
import { UnknownNames1796049784433 } from './1796049784433-unknown-names.js'
import { ProjectLists1796050636870 } from './1796050636870-project-lists.js'
import { JudgedChanges1796051130600 } from './1796051130600-judged-changes.js'
import { SignInPace1796052596510 } from './1796052596510-sign-in-pace.js'
import type { Migration } from './migration.js'

/** Every migration, oldest first. */
export const migrations: (new () => Migration)[] = [Initial1795522849362, SeeAs1795556312023, Evaluation1795556958273, PlanInProgress1795559186974, Benchmarks1795560393203, PlacedProgress1795570747730, Bands1795580851301, Collaboration1795581569736, ForgetCreations1796037526974, Events1796042205185, ProjectCurrency1796048410904, UnknownNames1796049784433, ProjectLists1796050636870, JudgedChanges1796051130600, SignInPace1796052596510]
