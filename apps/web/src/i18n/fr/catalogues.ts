export { account } from './account.ts';
export { arranging } from './arranging.ts';
export { catalogue } from './catalogue.ts';
export { errors } from './errors.ts';
export { fields } from './fields.ts';
export { learning } from './learning.ts';
export { shell } from './shell.ts';
export { teaching } from './teaching.ts';
