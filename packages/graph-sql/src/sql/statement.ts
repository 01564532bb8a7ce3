import type { Reached, Row, Sql, Viewer } from '../model.js'

/** Collects the values of one statement and hands out aliases. Values never stand in the text. */
export class Statement {
  readonly values: unknown[] = []
  private readonly viewerPlaces = new Map<string, Sql>()
  private aliases = 0

  constructor(readonly viewer: Viewer) {}

  /** A placeholder of a value. */
  value(value: unknown, type: string): Sql {
    this.values.push(value)
    return `$${this.values.length}::${type}`
  }

  /** A placeholder of one of the viewer's values, the same one each time. */
  viewerValue(name: string, type: string): Sql {
    const known = this.viewerPlaces.get(name)
    if (known) return known
    const place = this.value(this.viewer.values[name], type)
    this.viewerPlaces.set(name, place)
    return place
  }

  alias(hint: string): string {
    this.aliases += 1
    return `${hint.slice(0, 20)}_${this.aliases}`
  }

  /** A row of a table in this statement. */
  row(alias: string, reached?: Reached): Row {
    return {
      alias,
      viewer: this.viewer,
      ...(reached ? { reached } : {}),
      viewerValue: (name, type) => this.viewerValue(name, type),
      constant: (value, type) => this.value(value, type),
      alias2: (hint) => this.alias(hint),
    }
  }
}
