import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import { policyDocument } from "../shared/policyDocument";
import { filesStatements, TAGS } from "./filesPolicy";

export interface IdentityPoolArgs {
  readonly location: Location;
  /** The user pool's `endpoint`, "cognito-idp.<region>.amazonaws.com/<id>". */
  readonly userPoolEndpoint: pulumi.Input<string>;
  readonly clientId: pulumi.Input<string>;
  /** Bucket for `files/<identity>/` and `organizations/<organizationId>/`. */
  readonly filesBucketArn: pulumi.Input<string>;
  /** Key the bucket is encrypted with. */
  readonly filesKmsKeyArn: pulumi.Input<string>;
  /** On: Pulumi does not delete the pool. Identities are the names under which users' own files are stored. */
  readonly deletionProtection: boolean;
}

/**
 * AWS credentials for a signed-in browser, to upload and download files without a detour through the API. One role
 * serves everybody: the user's organization and role come along as session tags, and its policy speaks of those.
 */
export class IdentityPool extends pulumi.ComponentResource {
  public readonly identityPoolId: pulumi.Output<string>;
  public readonly authenticatedRoleArn: pulumi.Output<string>;

  constructor(name: string, args: IdentityPoolArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:identity:IdentityPool", name, args, opts);
    const { location, userPoolEndpoint, clientId, filesBucketArn, filesKmsKeyArn, deletionProtection } = args;
    const mine = { parent: this };
    const pool = new aws.cognito.IdentityPool(
      `${name}-pool`,
      {
        identityPoolName: name,
        allowUnauthenticatedIdentities: false,
        // The classic flow lets the client pick the role and leaves the tags out.
        allowClassicFlow: false,
        // Checked with the user pool, so that a user who was signed out or disabled gets no credentials.
        cognitoIdentityProviders: [{ clientId, providerName: userPoolEndpoint, serverSideTokenCheck: true }],
      },
      { ...mine, protect: deletionProtection },
    );
    const identityPoolId = pool.id;
    const tags = new aws.cognito.IdentityPoolProviderPrincipalTag(
      `${name}-tags`,
      { identityPoolId, identityProviderName: userPoolEndpoint, useDefaults: false, principalTags: TAGS },
      mine,
    );
    const role = new aws.iam.Role(`${name}-user`, { assumeRolePolicy: trustIdentities(identityPoolId) }, mine);
    const policy = policyDocument(filesStatements({ filesBucketArn, filesKmsKeyArn, region: location.region }));
    const permission = new aws.iam.RolePolicy(`${name}-files`, { role: role.name, policy }, mine);
    new aws.cognito.IdentityPoolRoleAttachment(
      `${name}-roles`,
      { identityPoolId, roles: { authenticated: role.arn } },
      { ...mine, dependsOn: [tags, permission] },
    );

    this.identityPoolId = identityPoolId;
    this.authenticatedRoleArn = role.arn;
    this.registerOutputs({ identityPoolId, authenticatedRoleArn: role.arn });
  }
}

/** Only signed-in identities of this very pool: the service serves everybody's pools. */
function trustIdentities(identityPoolId: pulumi.Output<string>): pulumi.Output<string> {
  return policyDocument([
    {
      Effect: "Allow",
      Principal: { Federated: "cognito-identity.amazonaws.com" },
      // Without TagSession no credentials at all are issued to a user who has tags.
      Action: ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
      Condition: {
        StringEquals: { "cognito-identity.amazonaws.com:aud": identityPoolId },
        "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
      },
    },
  ]);
}
