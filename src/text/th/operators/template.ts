/** Sentences of the operators' template plan. */

export const template = {};
