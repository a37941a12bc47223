/** The day it is, as YYYY-MM-DD. Only commands ask: what they make is a function of what they pass on. */
export const currentDay = (): string => new Date().toISOString().slice(0, 10);
