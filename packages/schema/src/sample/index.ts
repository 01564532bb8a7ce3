export * from './clusterpolisee.js'
export * from './demonstration.js'
export * from './sample-rows.js'
