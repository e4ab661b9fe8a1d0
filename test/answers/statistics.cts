/** The day of all statistics. */
export const TIME = '2026-01-01';

/** What is counted of an email. */
export const counts = { sent: 4, delivered: 3, opens: 2, unique_opens: 1 };
