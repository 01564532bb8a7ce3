export * from './nace-divisions.js'
export * from './nace-groups.js'
export * from './regional-statistic.js'
