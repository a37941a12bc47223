import { type Given, LATER } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const TASK = "ecs/taskDefinition:TaskDefinition";
const taskWith = (run: string, start: string): Given[] => [
  ...["a", "b"].map((name): Given => ({ type: "aws:iam/role:Role", name, props: {} })),
  {
    type: `aws:${TASK}`,
    name: "it",
    props: { taskRoleArn: LATER, executionRoleArn: LATER },
    from: { taskRoleArn: [run], executionRoleArn: [start] },
  },
];
const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const attached = (name: string) =>
  one("iam/rolePolicyAttachment:RolePolicyAttachment", { role: "r", policyArn: managed(name) });

const own = (name: string) => `arn:aws:iam::111122223333:policy/${name}`;

const OURS: Given = {
  type: "pulumi:providers:aws",
  name: "aws",
  props: { region: "us-east-1", allowedAccountIds: '["111122223333"]' },
};
const clusterRights = (policy: string, account: string) =>
  one("eks/accessPolicyAssociation:AccessPolicyAssociation", {
    policyArn: `arn:aws:eks::aws:cluster-access-policy/${policy}`,
    principalArn: `arn:aws:iam::${account}:role/x`,
  });

export const roleHoldings: CaseTable = {
  "iam-boundary-handed-on": {
    accepts: [
      ok("a policy of ours", one("iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: own("api") })),
      ok("one of AWS's", attached("SecurityAudit")),
      ok("a boundary that limits", one("iam/role:Role", { permissionsBoundary: own("boundary-telehealth-prod") })),
    ],
    rejects: [
      bad(
        "an attachment",
        /boundary-prod is a permissions boundary/,
        one("iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: own("boundary-prod") }),
      ),
      bad(
        "a role's own list",
        /managedPolicyArns\[0\]/,
        one("iam/role:Role", { managedPolicyArns: [own("path/boundary-prod")] }),
      ),
      bad(
        "an exclusive list",
        /policyArns\[0\]/,
        one("iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", { policyArns: [own("my-Boundary")] }),
      ),
      bad("one whose name AWS ends", /app-boundary-1 is a permissions boundary/, [
        { type: "aws:iam/policy:Policy", name: "all", props: { namePrefix: "app-boundary-", policy: "{}" } },
        ...one("iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: own("app-boundary-1") }),
      ]),
    ],
    defers: [ok("an unknown policy", one("iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: LATER }))],
  },
  "iam-unseen-policy": {
    accepts: [
      ok("a policy of this program", [
        { type: "aws:iam/policy:Policy", name: "mine", props: { policy: "{}" } },
        {
          type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
          name: "it",
          props: { policyArn: LATER },
          from: { policyArn: ["mine"] },
        },
      ]),
      ok("one of AWS's", attached("SecurityAudit")),
      ok(
        "a boundary of the account's stack",
        one("iam/role:Role", { permissionsBoundary: own("boundary-telehealth-prod") }),
      ),
    ],
    rejects: [
      bad(
        "an attachment of another program's",
        /policy\/theirs is managed elsewhere/,
        one("iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: own("theirs") }),
      ),
      ...(
        [
          ["whose name has a letter of it", "e", {}],
          ["whose prefix is a part of it", "own", { namePrefix: "eve" }],
          ["whose name is a part of it", "own", { name: "every" }],
          ["of that name, which is called otherwise", "everything", { name: "own" }],
        ] as const
      ).map(([what, name, props]) =>
        bad(`another program's, beside one of ours ${what}`, /policy\/everything is managed elsewhere/, [
          { type: "aws:iam/policy:Policy", name, props: { ...props, policy: "{}" } },
          ...one("iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: own("everything") }),
        ]),
      ),
      ...(
        [
          [
            "ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment",
            { customerManagedPolicyReference: { name: "theirs", path: "/" } },
          ],
          [
            "ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive",
            { customerManagedPolicyReferences: [{ name: "theirs" }, { name: "others" }] },
          ],
          ["quicksight/iamPolicyAssignment:IamPolicyAssignment", { policyArn: own("theirs") }],
          ["emr/studioSessionMapping:StudioSessionMapping", { sessionPolicyArn: own("theirs") }],
          ["rolesanywhere/profile:Profile", { managedPolicyArns: [own("theirs")] }],
        ] as const
      ).map(([type, props]) => bad(type, /theirs is managed elsewhere/, one(type, props))),
      bad(
        "a role's own list",
        /managedPolicyArns\[0\].*managed elsewhere/,
        one("iam/role:Role", { managedPolicyArns: [own("theirs")] }),
      ),
    ],
    defers: [
      ok("one that is not known yet", one("iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: LATER })),
    ],
  },
  "iam-broad-managed-policy": {
    accepts: [
      ok("what starts tasks", attached("service-role/AmazonECSTaskExecutionRolePolicy")),
      ok("what writes logs", attached("service-role/AWSLambdaBasicExecutionRole")),
      ok("what traces", attached("AWSXRayDaemonWriteAccess")),
      ok("the agent of Systems Manager", attached("AmazonSSMManagedInstanceCore")),
      ok("auditors", attached("SecurityAudit")),
      ok("an administrator of a cluster of our own", [
        OURS,
        ...clusterRights("AmazonEKSClusterAdminPolicy", "111122223333"),
      ]),
      ok("somebody of another account who sees a cluster", [
        OURS,
        ...clusterRights("AmazonEKSViewPolicy", "999988887777"),
      ]),
      ok(
        "a policy of ours",
        one("iam/rolePolicyAttachment:RolePolicyAttachment", {
          policyArn: "arn:aws:iam::111122223333:policy/S3FullAccess",
        }),
      ),
    ],
    rejects: [
      bad(
        "what a budget gives a role when it is exceeded",
        /definition\.iamActionDefinition\.policyArn: AdministratorAccess covers/,
        one("budgets/budgetAction:BudgetAction", {
          definition: {
            iamActionDefinition: { policyArn: "arn:aws:iam::aws:policy/AdministratorAccess", roles: ["app"] },
          },
        }),
      ),
      ...(
        [
          ["quicksight/iamPolicyAssignment:IamPolicyAssignment", { policyArn: managed("AdministratorAccess") }],
          ["emr/studioSessionMapping:StudioSessionMapping", { sessionPolicyArn: managed("AdministratorAccess") }],
          ["rolesanywhere/profile:Profile", { managedPolicyArns: [managed("AdministratorAccess")] }],
          ...["slackChannel", "teamsChannel"].map(
            (kind) =>
              [
                `chatbot/${kind}Configuration:${kind.replace(/^./, (first) => first.toUpperCase())}Configuration`,
                { guardrailPolicyArns: [managed("AdministratorAccess")] },
              ] as const,
          ),
        ] as const
      ).map(([type, props]) => bad(type, /AdministratorAccess covers/, one(type, props))),
      bad(
        "an administrator of a cluster from another account",
        /AmazonEKSClusterAdminPolicy is given to account 999988887777/,
        [OURS, ...clusterRights("AmazonEKSClusterAdminPolicy", "999988887777")],
      ),
      bad(
        "the exclusive policies of a permission set",
        /AdministratorAccess covers/,
        one("ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive", {
          managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
        }),
      ),
      ...[
        "AdministratorAccess",
        "PowerUserAccess",
        "IAMFullAccess",
        "AmazonS3FullAccess",
        "AWSLambda_FullAccess",
        "AmazonDynamoDBFullAccess_v2",
        "ReadOnlyAccess",
        "job-function/SystemAdministrator",
        "AmazonS3ReadOnlyAccess",
        "SecretsManagerReadWrite",
        "AWSAppRunnerFullAccess",
      ].map((name) => bad(name, /covers every resource/, attached(name))),
      bad(
        "a role's own list",
        /managedPolicyArns\[0\].*every/,
        one("iam/role:Role", { managedPolicyArns: [managed("AdministratorAccess")] }),
      ),
      bad(
        "bounds that are none",
        /permissionsBoundary.*every/,
        one("iam/role:Role", { permissionsBoundary: managed("AdministratorAccess") }),
      ),
      bad(
        "an attachment of the old kind",
        /every/,
        one("iam/policyAttachment:PolicyAttachment", { policyArn: managed("PowerUserAccess") }),
      ),
      bad(
        "a list of all",
        /every/,
        one("iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", {
          policyArns: [managed("AmazonRDSFullAccess")],
        }),
      ),
      bad(
        "a permission set",
        /every/,
        one("ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment", {
          managedPolicyArn: managed("AdministratorAccess"),
        }),
      ),
      bad(
        "a partition of its own",
        /every/,
        one("iam/groupPolicyAttachment:GroupPolicyAttachment", {
          policyArn: "arn:aws-us-gov:iam::aws:policy/AdministratorAccess",
        }),
      ),
    ],
    defers: [
      ok(
        "a policy made in the same update",
        one("iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: LATER }),
      ),
    ],
  },
  "iam-long-lived-credentials": {
    accepts: [ok("a key that is switched off", one("iam/accessKey:AccessKey", { user: "u", status: "Inactive" }))],
    rejects: [
      bad("an access key", /works from anywhere/, one("iam/accessKey:AccessKey", { user: "u" })),
      bad("a password", /bypasses the identity provider/, one("iam/userLoginProfile:UserLoginProfile", { user: "u" })),
      bad("rights of one user", /overlooked/, one("iam/userPolicyAttachment:UserPolicyAttachment", { user: "u" })),
      bad("a policy of one user", /overlooked/, one("iam/userPolicy:UserPolicy", { user: "u" })),
    ],
    defers: [ok("unknown", one("iam/accessKey:AccessKey", { user: "u", status: LATER }))],
  },
  "ecs-task-role-shared": {
    accepts: [
      ok("two roles", one(TASK, { taskRoleArn: "arn:a", executionRoleArn: "arn:b" })),
      ok("no role for the code", one(TASK, { executionRoleArn: "arn:b" })),
      ok("two roles made in the same update", taskWith("a", "b")),
    ],
    rejects: [
      bad("one role", /both roles are the same/, one(TASK, { taskRoleArn: "arn:a", executionRoleArn: "arn:a" })),
      bad("one role made in the same update", /both roles are the same/, taskWith("a", "a")),
    ],
    defers: [ok("roles that are not known", one(TASK, { taskRoleArn: LATER, executionRoleArn: "arn:a" }))],
  },
};
