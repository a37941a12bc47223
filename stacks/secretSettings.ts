/** Secrets of the configuration. They are no part of the profile: what needs one asks Pulumi for it and keeps it wrapped. */
export const SECRET_SETTINGS: readonly string[] = ["oidcClientSecret", "webAccessToken", "webPassword"];
