import { Exactness, type Fault, Measurement, recordMeta, scalars } from '@clusterpolisee/schema'
import { Field, ID, InputType } from 'type-graphql'
import { type Given, givenValues } from '../write/check-given.js'

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

  @Field(() => Exactness.values, { nullable: true, description: 'How exact; left out: the very number. The number counts as it stands.' })
  exactness?: string | null

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

type Figures = Pick<MeasurementInput, 'onDay' | 'value' | 'numerator' | 'denominator' | 'exactness' | 'source' | 'note'>

const measurement = recordMeta(Measurement)

/** One measurement's figures, clean, and what is wrong with them, beginning at `path`. */
export function checkMeasurement(
  { onDay, value, numerator, denominator, exactness, source, note }: Figures,
  seat: Seat,
  path: readonly (string | number)[],
): Given<Measurement, keyof Figures> {
  const { values, faults } = givenValues(measurement, { onDay, value, numerator, denominator, exactness, source, note })
  const figures = seat.measure === 'RATIO' ? ratioFaults(values) : valueFaults(values, seat)
  const all = [...faults, ...dayFaults(values.onDay, seat), ...figures]
  return { values, faults: all.map((fault) => ({ ...fault, path: [...path, ...fault.path] })) }
}

const fault = (field: string, code: string, message: string, params?: Fault['params']): Fault => ({
  path: [field],
  code,
  message,
  ...(params ? { params } : {}),
})

function dayFaults(day: string | undefined, { today, since, until }: Seat): Fault[] {
  if (!day) return []
  if (day > today) return [fault('onDay', 'IN_THE_FUTURE', 'The day is still to come.')]
  const isOutside = (since && day < since) || (until && day >= until)
  return isOutside ? [fault('onDay', 'OUTSIDE_SEAT', 'On this day the partner did not measure this indicator.')] : []
}

type Found = Given<Measurement, keyof Figures>['values']

function ratioFaults({ value, numerator, denominator }: Found): Fault[] {
  const faults: Fault[] = []
  if (numerator === null) faults.push(fault('numerator', 'REQUIRED', 'Say what was counted.'))
  if (denominator === null) faults.push(fault('denominator', 'REQUIRED', 'Say out of how many.'))
  else if (denominator !== undefined && denominator <= 0) faults.push(fault('denominator', 'TOO_SMALL', 'Out of how many is above 0.', { min: 0 }))
  if (value !== null && value !== undefined) faults.push(fault('value', 'RATIO_HAS_NO_VALUE', 'A ratio is entered as counted and out of.'))
  return faults
}

/** A figure that is faulty already is absent here, and gets no second fault. */
function valueFaults({ value, numerator, denominator }: Found, seat: Seat): Fault[] {
  if (value === undefined) return []
  if (value === null) return [fault('value', 'REQUIRED', 'A value is needed.')]
  for (const [name, given] of Object.entries({ numerator, denominator }))
    if (given !== null && given !== undefined) return [fault(name, 'VALUE_HAS_NO_RATIO', 'Only a ratio is entered as counted and out of.')]
  if (seat.measure !== 'SCALE') return []
  const top = seat.scale_max ?? 5
  return value >= 1 && value <= top ? [] : [fault('value', 'OFF_THE_SCALE', `The scale goes from 1 to ${top}.`, { min: 1, max: top })]
}
