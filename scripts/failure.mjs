/** Something that the person who started Cursus can mend: its message is printed as one line, without a stack. */
export class Failure extends Error {}
