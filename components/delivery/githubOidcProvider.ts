import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AUDIENCE, GITHUB } from "./githubTrust";

/** Lets an account's roles believe GitHub. One per account: it belongs to the account's stack. */
export class GithubOidcProvider extends pulumi.ComponentResource {
  public readonly arn: pulumi.Output<string>;

  constructor(name: string, args: Record<string, never>, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:delivery:GithubOidcProvider", name, args, opts);
    // No thumbprints: IAM checks this issuer's certificate by its own list of authorities.
    const provider = new aws.iam.OpenIdConnectProvider(
      `${name}-provider`,
      { url: `https://${GITHUB}`, clientIdLists: [AUDIENCE] },
      { parent: this },
    );
    this.arn = provider.arn;
    this.registerOutputs({ arn: this.arn });
  }
}
