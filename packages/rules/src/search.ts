/** Characters of what is searched for; more is no question any more. */
export const searchMaxLength = 200;
