import { strict as assert } from "node:assert";
import { frontendValues } from "../../../../tools/reports/env/frontend";
import { outputsOf } from "../../../../tools/shared/stackOutputs";
import { UsageError } from "../../../../tools/shared/usageError";
import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import { deployed, OUTPUTS } from "./stack";

const frontend = (changed: object = {}) =>
  frontendValues(outputsOf(readSnapshot(deployed({ ...OUTPUTS, ...changed }))));

describe("the browser's environment", () => {
  it("has exactly the eight settings, the CDN as a host as in the build on Amplify", () => {
    assert.deepEqual(frontend(), {
      VITE_AWS_REGION: "us-east-1",
      VITE_COGNITO_USER_POOL_ID: OUTPUTS.userPoolId,
      VITE_COGNITO_CLIENT_ID: OUTPUTS.userPoolClientId,
      VITE_COGNITO_IDENTITY_POOL_ID: OUTPUTS.identityPoolId,
      VITE_API_ENDPOINT: OUTPUTS.apiUrl,
      VITE_FILES_BUCKET: OUTPUTS.filesBucket,
      VITE_VIDEOS_BUCKET: OUTPUTS.videosBucket,
      VITE_VIDEO_CDN: "video.telehealth.example.com",
    });
  });

  for (const output of ["region", "userPoolId", "userPoolClientId", "identityPoolId", "apiUrl"] as const)
    it(`refuses what belongs to the backend in the place of ${output}`, () => {
      const foreign = [
        OUTPUTS.databaseSecretArn,
        OUTPUTS.databaseEndpoint,
        `https://${OUTPUTS.databaseEndpoint}`,
        "postgres://postgres@db:5432/clinic",
        "[secret]",
        "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
      ];
      for (const value of foreign) assert.throws(() => frontend({ [output]: value }), UsageError, value);
    });

  for (const output of ["filesBucket", "videosBucket", "videoUrl"] as const)
    it(`refuses what belongs to the backend in the place of ${output}`, () => {
      for (const value of [OUTPUTS.databaseSecretArn, `https://${OUTPUTS.databaseEndpoint}`, "[secret]"])
        assert.throws(() => frontend({ [output]: value }), UsageError, value);
    });

  it("is not made of half the outputs: what is missing is named", () => {
    assert.throws(() => frontend({ identityPoolId: undefined }), /prod has no output identityPoolId/);
  });
});
