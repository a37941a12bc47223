import { facts } from "./facts";

export const TYPES = facts({}, ["aws:apigatewayv2/vpcLink:VpcLink"]);
