export { isUuid } from '@clusterpolisee/graph-sql'
