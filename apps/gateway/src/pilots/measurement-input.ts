import type { Fault } from '@clusterpolisee/schema'
import { scalars } from '@clusterpolisee/schema'
import { Field, ID, InputType } from 'type-graphql'
import { isCalendarDay } from '../kernel/calendar-day.js'

@InputType({ description: 'One measurement: a value, or for a ratio what was counted and out of how many.' })
export class MeasurementInput {
  @Field(() => ID, { description: 'The seat from which it was measured.' })
  contributorId!: string

  @Field(() => scalars.Date, { description: 'The day it speaks of; not after today.' })
  onDay!: string

  @Field(() => scalars.Decimal, { nullable: true, description: 'The value; left out for a ratio.' })
  value?: number | null

  @Field(() => scalars.Decimal, { nullable: true, description: 'Ratio: what was counted.' })
  numerator?: number | null

  @Field(() => scalars.Decimal, { nullable: true, description: 'Ratio: out of how many, above 0.' })
  denominator?: number | null

  @Field(() => String, { nullable: true, description: 'Where the figure comes from.' })
  source?: string | null

  @Field(() => String, { nullable: true, description: 'A remark.' })
  note?: string | null
}

/** What the input's seat says of the figures that fit it. */
export interface Seat {
  readonly id: string
  readonly indicator_id: string
  readonly project_id: string
  readonly pilot_id: string
  readonly measure: 'NUMBER' | 'RATIO' | 'SCALE'
  readonly scale_max: number | null
  readonly today: string
  readonly since: string | null
  readonly until: string | null
}

type Figures = Pick<MeasurementInput, 'onDay' | 'value' | 'numerator' | 'denominator' | 'source' | 'note'>

/** Faults of one measurement, beginning at `path`. */
export function measurementFaults(input: Figures, seat: Seat, path: readonly (string | number)[]): Fault[] {
  const fault = (field: string, code: string, message: string, params?: Fault['params']): Fault => ({
    path: [...path, field],
    code,
    message,
    ...(params ? { params } : {}),
  })
  const faults: Fault[] = []
  if (!isCalendarDay(input.onDay)) faults.push(fault('onDay', 'NOT_A_DAY', 'This is not a day of the calendar.'))
  else if (input.onDay > seat.today) faults.push(fault('onDay', 'IN_THE_FUTURE', 'The day is still to come.'))
  else if ((seat.since && input.onDay < seat.since) || (seat.until && input.onDay >= seat.until)) {
    faults.push(fault('onDay', 'OUTSIDE_SEAT', 'On this day the partner did not measure this indicator.'))
  }
  for (const name of ['source', 'note'] as const) {
    if ((input[name] ?? '').length > 300) faults.push(fault(name, 'TOO_LONG', 'This is longer than 300 characters.', { max: 300 }))
  }
  return [...faults, ...(seat.measure === 'RATIO' ? ratioFaults(input, fault) : valueFaults(input, seat, fault))]
}

type MakeFault = (field: string, code: string, message: string, params?: Fault['params']) => Fault

function ratioFaults({ value, numerator, denominator }: Figures, fault: MakeFault): Fault[] {
  const faults: Fault[] = []
  if (numerator === null || numerator === undefined) faults.push(fault('numerator', 'REQUIRED', 'Say what was counted.'))
  if (denominator === null || denominator === undefined) faults.push(fault('denominator', 'REQUIRED', 'Say out of how many.'))
  else if (denominator <= 0) faults.push(fault('denominator', 'TOO_SMALL', 'Out of how many is above 0.', { min: 0 }))
  if (value !== null && value !== undefined) faults.push(fault('value', 'RATIO_HAS_NO_VALUE', 'A ratio is entered as counted and out of.'))
  return faults
}

function valueFaults({ value }: Figures, seat: Seat, fault: MakeFault): Fault[] {
  if (value === null || value === undefined) return [fault('value', 'REQUIRED', 'A value is needed.')]
  if (seat.measure !== 'SCALE') return Math.abs(value) < 1e14 ? [] : [fault('value', 'TOO_LARGE', 'This number is too large.')]
  const top = seat.scale_max ?? 5
  return value >= 1 && value <= top ? [] : [fault('value', 'OFF_THE_SCALE', `The scale goes from 1 to ${top}.`, { min: 1, max: top })]
}
