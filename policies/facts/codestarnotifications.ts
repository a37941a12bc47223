import { facts } from "./facts";

export const TYPES = facts({}, ["aws:codestarnotifications/notificationRule:NotificationRule"]);
