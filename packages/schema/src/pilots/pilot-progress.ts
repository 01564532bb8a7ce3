import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

const share = { type: 'numeric' } as const

/**
 * A pilot's progress as known now: true for every day from `validFrom` on. Rewritten in the writer's transaction by
 * `refresh_pilot_progress`; never read by anything but the progress functions. No GraphQL type.
 */
@Entity('pilot_progress')
@Index('pilot_progress_project_id_idx', ['projectId', 'validFrom'])
export class PilotProgress {
  @PrimaryColumn({ type: 'uuid', name: 'pilot_id' }) pilotId!: string
  @Column({ type: 'uuid', name: 'project_id' }) projectId!: string
  /** Where the pilot counts, as its record says: kept here so that the programme's progress reads one table. */
  @Column({ type: 'uuid', name: 'thematic_area_id', nullable: true }) thematicAreaId?: string
  @Column({ type: 'uuid', name: 'phase_id', nullable: true }) phaseId?: string
  @Column({ type: 'uuid', name: 'work_package_id', nullable: true }) workPackageId?: string
  @Column({ type: 'uuid', name: 'partner_id', nullable: true }) partnerId?: string
  @Column({ ...share, default: 0 }) weight!: number
  /** Not its insiders' alone, and not archived: part of the programme. */
  @Column({ type: 'boolean', default: false }) shared!: boolean
  @Column({ type: 'date', name: 'valid_from' }) validFrom!: string
  @Column({ type: 'date', name: 'counts_from', nullable: true }) countsFrom?: string
  @Column({ type: 'date', name: 'counts_until', nullable: true }) countsUntil?: string
  @Column({ ...share, nullable: true }) achieved?: number
  @Column({ ...share, nullable: true }) coverage?: number
  @Column({ type: 'integer' }) missing!: number
  @Column({ type: 'integer', name: 'left_out' }) leftOut!: number
  /** Days on which indicators become stale when nothing more is measured. */
  @Column({ type: 'date', name: 'stale_from', array: true }) staleFrom!: string[]
  /** Days from which more is planned, the earliest first, and the share that is planned from each on. */
  @Column({ type: 'date', name: 'plan_days', array: true, default: '{}' }) planDays!: string[]
  @Column({ ...share, name: 'plan_shares', array: true, default: '{}' }) planShares!: number[]
}
