/** How many nodes a connection gives when `first` is absent, and at most. */
export const defaultPageSize = 20;
export const maxPageSize = 100;
