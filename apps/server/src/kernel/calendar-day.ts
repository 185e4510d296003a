import { GraphQLDate } from 'graphql-scalars';

/** The API's one form of a day without an hour: ISO 8601, as 2026-11-21. */
export const CalendarDay = GraphQLDate;

/** What is told day by day is told for a year at most. */
export const mostDays = 366;
