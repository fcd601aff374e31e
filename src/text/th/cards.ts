/** Thai sentences: cards. */
export const cards = {};
