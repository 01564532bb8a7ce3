/**
 * The algebra of rights. A rule is data; `compile-rule.ts` makes one SQL predicate of it, for every read and every write.
 */
export type Role = 'LEAD_PARTNER' | 'WORK_PACKAGE_LEADER' | 'PARTNER' | 'EVALUATOR' | 'CONTROLLER' | 'OBSERVER'

export type Rule =
  | { readonly rule: 'anyone' }
  | { readonly rule: 'nobody' }
  | { readonly rule: 'administrator' }
  | { readonly rule: 'members' }
  | { readonly rule: 'published' }
  | { readonly rule: 'inSight' }
  | { readonly rule: 'money' }
  | { readonly rule: 'history' }
  | { readonly rule: 'oneself'; readonly path: readonly string[] }
  | { readonly rule: 'equals' | 'differs'; readonly field: string; readonly value: string }
  | { readonly rule: 'empty'; readonly field: string }
  | { readonly rule: 'companions'; readonly field: string }
  | { readonly rule: 'own'; readonly path: readonly string[] }
  | { readonly rule: 'leads'; readonly path: readonly string[] }
  | { readonly rule: 'evaluates'; readonly path: readonly string[] }
  | { readonly rule: 'role'; readonly roles: readonly Role[] }
  | { readonly rule: 'via'; readonly relation: string }
  | { readonly rule: 'viaWrite'; readonly relation: string }
  | { readonly rule: 'through'; readonly relation: string; readonly of: Rule }
  | { readonly rule: 'every'; readonly many: string; readonly of: Rule }
  | { readonly rule: 'once'; readonly field: string }
  | { readonly rule: 'audience'; readonly insiders: Rule }
  | { readonly rule: 'or' | 'and'; readonly rules: readonly Rule[] }

/** Everybody, signed in or not. */
export const anyone = (): Rule => ({ rule: 'anyone' })
/** Nobody by a plain read or write. */
export const nobody = (): Rule => ({ rule: 'nobody' })
/** Administrators of the installation. They have no project content without a membership. */
export const administrator = (): Rule => ({ rule: 'administrator' })
/** All members of the record's project. */
export const members = (): Rule => ({ rule: 'members' })
/** Anyone, while the lead partner publishes the project page. */
export const published = (): Rule => ({ rule: 'published' })
/** Members of the record's project, and anyone while its page is published. */
export const inSight = (): Rule => ({ rule: 'inSight' })
/** Changes of a record: who may read what was changed, as it was then and as it is now. */
export const history = (): Rule => ({ rule: 'history' })
/** Whoever's way of signing in may see money and contacts: a session may, an API token when it was made so. */
export const withMoney = (): Rule => ({ rule: 'money' })
/** The person that `path` leads to, as `user`, `evaluator.user`, or `id` of a person. */
export const oneself = (path = 'user'): Rule => ({ rule: 'oneself', path: path.split('.') })
/** Rows whose `field` (a choice or a flag) has this value: anyone. */
export const equals = (field: string, value: string): Rule => ({ rule: 'equals', field, value })
/** Rows whose `field` (a choice that is always made) has another value: anyone. */
export const differs = (field: string, value: string): Rule => ({ rule: 'differs', field, value })
/** Rows whose `field` is empty: anyone. */
export const empty = (field: string): Rule => ({ rule: 'empty', field })
/** Persons who are members of a project of the viewer's. */
export const companions = (field = 'id'): Rule => ({ rule: 'companions', field })
/** Members of the partner that `path` leads to, as `own('pilot.partner')`. */
export const own = (path: string): Rule => ({ rule: 'own', path: path.split('.') })
/** Leaders of the work package that `path` leads to, and the lead partner: it may do whatever they may. */
export const leads = (path: string): Rule => or(role('LEAD_PARTNER'), { rule: 'leads', path: path.split('.') })
/** Evaluators who were assigned to the evaluation that `path` leads to, and judge in it: no conflict, not left out. */
export const evaluates = (path: string): Rule => ({ rule: 'evaluates', path: path.split('.') })
/** Members of the record's project in one of these roles. */
export const role = (...roles: Role[]): Rule => ({ rule: 'role', roles })
/** All members but observers, who read what is handed in and published, not drafts. */
export const atWork = (): Rule => role('LEAD_PARTNER', 'WORK_PACKAGE_LEADER', 'PARTNER', 'EVALUATOR', 'CONTROLLER')
/** Whoever may read the related record. */
export const via = (relation: string): Rule => ({ rule: 'via', relation })
/** Whoever may write the related record. */
export const viaWrite = (relation: string): Rule => ({ rule: 'viaWrite', relation })
/** Rows whose related record fits a rule. */
export const through = (relation: string, of: Rule): Rule => ({ rule: 'through', relation, of })
/** Rows of whose records `many` every one fits a rule, as `every('subjects', via('pilot'))`. */
export const every = (many: string, of: Rule): Rule => ({ rule: 'every', many, of })
/** Nobody until `field` of the record has a value, then anyone: a moment is kept, as that of opening or publishing. */
export const once = (field: string): Rule => ({ rule: 'once', field })
/** By the record's `audience`: PUBLIC anyone (while the project is published), PROJECT members, OWN the insiders and the lead partner. */
export const byAudience = (...insiders: Rule[]): Rule => ({ rule: 'audience', insiders: or(...insiders, role('LEAD_PARTNER')) })
export const or = (...rules: Rule[]): Rule => ({ rule: 'or', rules })
export const and = (...rules: Rule[]): Rule => ({ rule: 'and', rules })
