import type { Snapshot } from "../../../shared/snapshot/snapshot";
import { type Check, link, unknown, wrong } from "../finding";
import { appOrigins, cdnOrigins, hostOf } from "../graph/origins";
import { allows } from "../graph/policy";
import { textOf } from "../../../shared/fields";
import { isTrue, listAt, output, textAt, textsAt } from "../graph/read";
import { ofType } from "../../../shared/snapshot/find";
import { valueAt } from "../../../shared/snapshot/valueAt";
import { apiOf, keyOf, policiesOf } from "../graph/service";
import { corsOf } from "../graph/traffic";
import { isIssued } from "../graph/certificates";
import { explanation, upAgain } from "./explanation";

function sceneOf(snapshot: Snapshot) {
  const cdn = ofType(snapshot, "aws:cloudfront/distribution:Distribution")[0];
  const api = apiOf(snapshot);
  const bucket = output(snapshot, "videosBucket");
  const policies = policiesOf(snapshot, textAt(api.task, "taskRoleArn"));
  return {
    snapshot,
    again: upAgain(snapshot),
    cdn,
    api,
    bucket,
    policies,
    host: hostOf(snapshot, "videoUrl"),
    key: keyOf(snapshot, bucket),
  };
}
type Scene = ReturnType<typeof sceneOf>;

const links: readonly Check<Scene>[] = [
  {
    id: "host",
    title: "the host that the application is told",
    run: ({ cdn, host, again }) =>
      link(
        textsAt(cdn, "aliases").includes(host ?? ""),
        host ?? "",
        `The distribution does not answer for ${host ?? "any host"}.`,
        again,
      ),
  },
  {
    id: "name",
    title: "the host's name leads to the distribution",
    run: ({ snapshot, cdn, host, again }) => {
      const isRight = ofType(snapshot, "aws:route53/record:Record").some(
        (each) =>
          textAt(each, "type") === "A" &&
          textAt(each, "name") === host &&
          listAt(each, "aliases").some((alias) => valueAt(alias, "name") === textAt(cdn, "domainName")),
      );
      return link(
        isRight,
        textAt(cdn, "domainName") ?? "",
        `No A record of ${host ?? "the host"} leads to the distribution.`,
        again,
      );
    },
  },
  {
    id: "certificate",
    title: "the host's certificate",
    run: ({ snapshot, cdn, again }) => {
      const arn = textAt(cdn, "viewerCertificate.acmCertificateArn");
      if (arn === undefined) return wrong("The distribution has no certificate of its own.", again);
      return link(
        isIssued(snapshot, arn),
        "It is issued.",
        "It was never seen as issued.",
        `aws acm describe-certificate --region us-east-1 --certificate-arn ${arn}`,
      );
    },
  },
  {
    id: "enabled",
    title: "the distribution is on",
    run: ({ cdn, again }) => link(isTrue(cdn, "enabled"), "It is.", "It is off.", again),
  },
  {
    id: "origin",
    title: "the distribution reads the recordings' bucket",
    run: ({ cdn, bucket = "", again }) => {
      const origins = listAt(cdn, "origins").flatMap((each) => textOf(valueAt(each, "domainName")) ?? []);
      return link(
        bucket !== "" && origins.some((each) => each.startsWith(`${bucket}.s3.`)),
        bucket,
        `It reads from ${origins.join(", ") || "nowhere"}.`,
        again,
      );
    },
  },
  {
    id: "cors",
    title: "scripts of the application may read the answer",
    run: ({ snapshot, again }) => {
      const origins = appOrigins(snapshot);
      const lost = origins.filter((origin) => !cdnOrigins(snapshot).includes(origin));
      return link(
        origins.length > 0 && lost.length === 0,
        origins.join(", "),
        `Its headers do not name ${lost.join(", ") || "any origin"}.`,
        `Add it to telehealth:domain.browserOrigins in Pulumi.${snapshot.stack}.yaml`,
        again,
      );
    },
  },
  {
    id: "store",
    title: "the API may store recordings",
    run: ({ policies, bucket = "", again }) =>
      link(
        allows(policies, "s3:PutObject", `arn:aws:s3:::${bucket}/x`),
        bucket,
        "The task's role has no s3:PutObject on the bucket.",
        again,
      ),
  },
  {
    id: "store-key",
    title: "the API may encrypt them",
    run: ({ policies, key = "", again }) =>
      link(
        allows(policies, "kms:GenerateDataKey", key),
        key,
        "The task's role has no kms:GenerateDataKey on the bucket's key.",
        again,
      ),
  },
  {
    id: "upload-origins",
    title: "the bucket answers browsers that upload a recording",
    run: ({ snapshot, bucket, again }) => {
      const { origins } = corsOf(snapshot, bucket);
      const lost = appOrigins(snapshot).filter((origin) => !origins.includes(origin));
      return link(lost.length === 0, origins.join(", "), `Its CORS rules do not name ${lost.join(", ")}.`, again);
    },
  },
  {
    id: "refusals",
    title: "the answer is not 403",
    run: ({ snapshot }) =>
      unknown(
        "Signatures, keys and archives have their own list.",
        `npm run doctor -- --stack ${snapshot.stack} --explain cdn-403`,
      ),
  },
];

export const video = explanation({
  name: "video",
  title: "A recording does not play",
  scene: sceneOf,
  links,
  commands: ({ host = "", snapshot, bucket = "" }) => [
    `dig +short ${host}`,
    `curl -sI https://${host}/ -H 'Origin: ${appOrigins(snapshot)[0] ?? ""}'   # 403 without a signature: then name, certificate and distribution work`,
    `aws s3api head-object --bucket ${bucket} --key <key>`,
  ],
});
