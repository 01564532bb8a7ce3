import { Field, InputType } from 'type-graphql'

@InputType({ description: 'In which column of a file something stands.' })
class ReadColumnInput {
  @Field(() => String, { description: 'What the import asks for, as region.' }) as!: string
  @Field(() => String, { description: 'Name of the column, as the file has it.' }) column!: string
}

@InputType({ description: 'What is the same for all rows of a file.' })
class ReadConstantInput {
  @Field(() => String, { description: 'What the import asks for, as unit.' }) as!: string
  @Field(() => String, { description: 'What it is, as it would stand in a cell.' }) text!: string
}

@InputType({ description: 'Which rows of a file are taken.' })
class ReadOnlyInput {
  @Field(() => String, { description: 'Name of the column, as the file has it.' }) column!: string
  @Field(() => String, { description: 'What stands there in the rows that are taken.' }) value!: string
}

@InputType({ description: 'How a file is to be read: where each thing stands that its import asks for.' })
export class FileReadingInput {
  @Field(() => [ReadColumnInput], { defaultValue: [], description: 'Columns that are read.' }) columns!: ReadColumnInput[]
  @Field(() => [ReadConstantInput], { defaultValue: [], description: 'What no column says.' }) constants!: ReadConstantInput[]
  @Field(() => [ReadOnlyInput], { defaultValue: [], description: 'Rows that are taken; all others are passed over.' }) only!: ReadOnlyInput[]
  @Field(() => Boolean, { defaultValue: false, description: 'True: each year is a column, and its cells are the values.' }) yearsAsColumns!: boolean
}
