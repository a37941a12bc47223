import { LATER } from "../runner";
import { bad, type CaseTable, KEY, keyCases, ok, one } from "./case";

export const otherStores: CaseTable = {
  "file-system-encryption": {
    accepts: [
      ok("EFS", one("efs/fileSystem:FileSystem", { encrypted: true, kmsKeyId: KEY })),
      ok("FSx", one("fsx/windowsFileSystem:WindowsFileSystem", { kmsKeyId: KEY })),
    ],
    rejects: [
      bad("EFS in the clear", /unencrypted/, one("efs/fileSystem:FileSystem", { kmsKeyId: KEY })),
      bad("EFS without a key", /no key/, one("efs/fileSystem:FileSystem", { encrypted: true })),
      bad("FSx without a key", /no key/, one("fsx/openZfsFileSystem:OpenZfsFileSystem", {})),
    ],
    defers: [ok("an unknown key", one("efs/fileSystem:FileSystem", { encrypted: true, kmsKeyId: LATER }))],
  },
  "log-group-encryption": keyCases("cloudwatch/logGroup:LogGroup", (kmsKeyId) => ({ kmsKeyId }), LATER),
  "cloudtrail-encryption": keyCases("cloudtrail/trail:Trail", (kmsKeyId) => ({ kmsKeyId }), LATER),
  "backup-vault-encryption": keyCases("backup/vault:Vault", (kmsKeyArn) => ({ kmsKeyArn }), LATER),
  "workbench-encryption": keyCases("sagemaker/notebookInstance:NotebookInstance", (kmsKeyId) => ({ kmsKeyId }), LATER),
  "athena-encryption": {
    accepts: [
      ok(
        "a workgroup",
        one("athena/workgroup:Workgroup", {
          configuration: {
            resultConfiguration: { encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: KEY } },
          },
        }),
      ),
      ok(
        "managed results",
        one("athena/workgroup:Workgroup", {
          configuration: {
            managedQueryResultsConfiguration: { enabled: true, encryptionConfiguration: { kmsKey: KEY } },
          },
        }),
      ),
      ok(
        "a database",
        one("athena/database:Database", { encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKey: KEY } }),
      ),
    ],
    rejects: [
      bad("nothing", /not encrypted with a key/, one("athena/workgroup:Workgroup", {})),
      bad(
        "SSE_S3",
        /not encrypted with a key/,
        one("athena/workgroup:Workgroup", {
          configuration: { resultConfiguration: { encryptionConfiguration: { encryptionOption: "SSE_S3" } } },
        }),
      ),
      bad(
        "a choice left to the client",
        /anyone who runs a query/,
        one("athena/workgroup:Workgroup", {
          configuration: {
            enforceWorkgroupConfiguration: false,
            resultConfiguration: { encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: KEY } },
          },
        }),
      ),
    ],
    defers: [
      ok(
        "an unknown key",
        one("athena/database:Database", { encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKey: LATER } }),
      ),
    ],
  },
  "glue-encryption": {
    accepts: [
      ok(
        "a catalogue",
        one("glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings", {
          dataCatalogEncryptionSettings: {
            encryptionAtRest: { catalogEncryptionMode: "SSE-KMS", sseAwsKmsKeyId: KEY },
            connectionPasswordEncryption: { returnConnectionPasswordEncrypted: true, awsKmsKeyId: KEY },
          },
        }),
      ),
    ],
    rejects: [
      bad(
        "a catalogue in the clear",
        /catalogue is not encrypted/,
        one("glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings", {}),
      ),
      bad(
        "jobs that encrypt nothing",
        /not encrypted with KMS/,
        one("glue/securityConfiguration:SecurityConfiguration", {
          encryptionConfiguration: { s3Encryption: { s3EncryptionMode: "SSE-S3" } },
        }),
      ),
    ],
    defers: [
      ok(
        "unknown settings",
        one("glue/securityConfiguration:SecurityConfiguration", { encryptionConfiguration: LATER }),
      ),
    ],
  },
  "build-artifact-encryption": {
    accepts: [
      ok("a project", one("codebuild/project:Project", { encryptionKey: KEY, artifacts: { type: "NO_ARTIFACTS" } })),
      ok(
        "a pipeline",
        one("codepipeline/pipeline:Pipeline", {
          artifactStores: [{ location: "b", type: "S3", encryptionKey: { id: KEY, type: "KMS" } }],
        }),
      ),
    ],
    rejects: [
      bad("a project without a key", /no key named/, one("codebuild/project:Project", {})),
      bad(
        "artifacts in the clear",
        /artifacts are stored unencrypted/,
        one("codebuild/project:Project", { encryptionKey: KEY, artifacts: { type: "S3", encryptionDisabled: true } }),
      ),
      bad(
        "logs in the clear",
        /build logs/,
        one("codebuild/project:Project", { encryptionKey: KEY, logsConfig: { s3Logs: { encryptionDisabled: true } } }),
      ),
      bad(
        "a pipeline without a key",
        /no key named/,
        one("codepipeline/pipeline:Pipeline", { artifactStores: [{ location: "b", type: "S3" }] }),
      ),
    ],
    defers: [ok("an unknown key", one("codebuild/project:Project", { encryptionKey: LATER }))],
  },
  "xray-encryption": {
    accepts: [ok("a key of ours", one("xray/encryptionConfig:EncryptionConfig", { type: "KMS", keyId: KEY }))],
    rejects: [bad("none", /AWS owns/, one("xray/encryptionConfig:EncryptionConfig", { type: "NONE" }))],
    defers: [ok("an unknown key", one("xray/encryptionConfig:EncryptionConfig", { type: "KMS", keyId: LATER }))],
  },
};
