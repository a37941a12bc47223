import { others } from "./entry";

export const OTHERS = others({
  "efs/fileSystem:FileSystem": {
    outputs: {
      id: "fs-{hex17}",
      arn: "{arn:elasticfilesystem}file-system/{id}",
      dnsName: "{id}.efs.{region}.{domain}",
      ownerId: "{account}",
    },
    replacedBy: "availabilityZoneName creationToken encrypted kmsKeyId performanceMode",
  },
  "efs/mountTarget:MountTarget": {
    outputs: { id: "fsmt-{hex17}" },
    replacedBy: "fileSystemId ipAddress ipv6Address subnetId",
  },
  "efs/accessPoint:AccessPoint": {
    outputs: { id: "fsap-{hex17}", arn: "{arn:elasticfilesystem}access-point/{id}" },
    replacedBy: "fileSystemId posixUser rootDirectory",
  },
});
