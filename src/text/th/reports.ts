/** Thai sentences: reports. */
export const reports = {};
