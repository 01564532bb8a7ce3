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
}

/** The planned share of a pilot from a day on. No GraphQL type. */
@Entity('pilot_plan_step')
export class PilotPlanStep {
  @PrimaryColumn({ type: 'uuid', name: 'pilot_id' }) pilotId!: string
  @PrimaryColumn({ type: 'date', name: 'from_day' }) fromDay!: string
  @Column(share) planned!: number
}
