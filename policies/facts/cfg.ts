import { facts } from "./facts";

export const TYPES = facts({}, [
  "aws:cfg/conformancePack:ConformancePack",
  "aws:cfg/deliveryChannel:DeliveryChannel",
  "aws:cfg/recorder:Recorder",
  "aws:cfg/recorderStatus:RecorderStatus",
]);
