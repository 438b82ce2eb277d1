/** Problems of an annotation set that reading alone does not find. */
export { validate, type ValidationContext } from './validate';
