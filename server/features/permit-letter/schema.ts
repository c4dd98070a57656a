export { PermitParams } from '../permit/schema.ts'
