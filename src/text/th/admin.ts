/** Thai sentences: admin. */
export const admin = {};
