/** What `apply` puts on everything it makes: provided, not earned, can be told in the account itself. */
export const providedTags = { course: 'serverless-hands-on', 'made-by': 'apply' } as const;

/** The same, as IAM and others want them. */
export const providedTagList = Object.entries(providedTags).map(([Key, Value]) => ({ Key, Value }));
