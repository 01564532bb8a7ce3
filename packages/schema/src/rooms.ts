/** The rooms of the house, each after those that it stands on. */
export const rooms = ['access', 'partnership', 'workplan', 'pilots', 'evaluation', 'benchmark', 'collaboration', 'foresight', 'events', 'reporting'] as const

/** A room that holds records. */
export type Room = (typeof rooms)[number]
