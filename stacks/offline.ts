/** Variable of the environment that says: what this program calls AWS is on this machine, and nothing is deployed. */
export const OFFLINE = "TELEHEALTH_OFFLINE";
