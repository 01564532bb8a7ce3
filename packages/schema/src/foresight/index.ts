export * from './nace-divisions.js'
export * from './regional-statistic.js'
