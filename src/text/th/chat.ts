/** Thai sentences: chat. */
export const chat = {};
