/** Sentences of the operators' joint report. */

export const report = {};
