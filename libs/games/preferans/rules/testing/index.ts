// For tests of what is built on the rules; those of the rules name the files themselves.
export { dealRecord } from '../record/write-record.js';
export { aTable, type Table, type TableSetting } from './a-table.js';
