import { facts, subject, type Dimensions } from "./facts";

export const TYPES = facts({}, [
  "aws:amplify/app:App",
  "aws:amplify/branch:Branch",
  "aws:amplify/domainAssociation:DomainAssociation",
]);

export const METRICS: Dimensions = {
  "AWS/AmplifyHosting": { App: subject(["id"], "aws:amplify/app:App") },
};
