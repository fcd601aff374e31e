/** Thai sentences: words. */
export const words = {};
