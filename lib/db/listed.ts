/** What posts have that readers find in lists, as a condition of a query: the one rule for every room that asks. */
export const LISTED_POST = { kind: 'post', listedAt: { not: null } } as const;
