export * from './clusterpolisee.js'
export * from './demonstration.js'
export * from './people.js'
export * from './sample-rows.js'
