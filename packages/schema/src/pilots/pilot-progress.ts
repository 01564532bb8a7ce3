import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

const share = { type: 'numeric' } as const

/**
 * A pilot's progress as known now: true for every day from `validFrom` on. Rewritten in the writer's transaction by
 * `refresh_pilot_progress`; never read by anything but the progress functions. No GraphQL type.
 */
@Entity('pilot_progress')
@Index('pilot_progress_project_id_idx', ['projectId', 'pilotId'])
export class PilotProgress {
  @PrimaryColumn({ type: 'uuid', name: 'pilot_id' }) pilotId!: string
  @Column({ type: 'uuid', name: 'project_id' }) projectId!: string
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
