import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm'
import type { One } from '../model/decorators.js'
import { BenchmarkEdition } from './benchmark-edition.js'

/** What an edition froze, and the bytes of its result: apart from it, so that lists and its history stay light. No GraphQL type. */
@Entity('benchmark_edition_data')
export class BenchmarkEditionData {
  @PrimaryColumn({ type: 'uuid', name: 'edition_id' }) editionId!: string

  @OneToOne(() => BenchmarkEdition as never, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'edition_id' })
  edition!: One<BenchmarkEdition>

  @Column({ type: 'jsonb' }) frozen!: unknown
  /** Text and not jsonb: the bytes that the hash is of. */
  @Column({ type: 'text', nullable: true }) result?: string
}
