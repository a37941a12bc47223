import type { DeployRights } from "../shared/deployRights";

/** What deploying the network takes. */
export const RIGHTS: DeployRights = {
  manage: {
    ec2: "AllocateAddress AssociateRouteTable Authorize* CreateFlowLogs CreateInternetGateway CreateNatGateway CreateRoute* CreateSecurityGroup CreateSubnet CreateTags CreateVpc* Attach*Gateway DeleteTags Describe* GetManagedPrefixListEntries GetSecurityGroupsForVpc ModifySubnetAttribute ModifyVpcAttribute ReplaceRoute ReplaceRouteTableAssociation Revoke* UpdateSecurityGroup*",
  },
  manageOwn: {
    ec2: "DeleteFlowLogs DeleteInternetGateway DeleteNatGateway DeleteRoute* DeleteSecurityGroup DeleteSubnet DeleteVpc* Detach*Gateway Disassociate* ModifySecurityGroupRules ModifyVpcEndpoint ReleaseAddress",
  },
  passedTo: ["vpc-flow-logs"],
};
