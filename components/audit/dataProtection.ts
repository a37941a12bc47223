import * as pulumi from "@pulumi/pulumi";

/**
 * What CloudWatch recognises and an audit record has no use for: AWS, "Types of data that you can protect". Names and
 * addresses are left out: they are in the ids of staff, which the record is about.
 */
const IDENTIFIERS = [
  "Ssn-US",
  "CreditCardNumber",
  "BankAccountNumber-US",
  "DriversLicense-US",
  "PassportNumber-US",
  "HealthInsuranceClaimNumber-US",
  "MedicareBeneficiaryNumber-US",
  "NationalDrugCode-US",
  "HealthcareProcedureCode-US",
  "DrugEnforcementAgencyNumber-US",
  "AwsSecretKey",
  "OpenSshPrivateKey",
  "PkcsPrivateKey",
].map((identifier) => `arn:aws:dataprotection::aws:data-identifier/${identifier}`);

/** Counts what should not be there, and masks it for whoever has no right to unmask. Both statements are required. */
export function dataProtection(findingsLogGroup: pulumi.Input<string>): pulumi.Output<string> {
  return pulumi.jsonStringify({
    Name: "audit-record",
    Version: "2021-06-01",
    Statement: [
      {
        Sid: "find",
        DataIdentifier: IDENTIFIERS,
        Operation: { Audit: { FindingsDestination: { CloudWatchLogs: { LogGroup: findingsLogGroup } } } },
      },
      { Sid: "mask", DataIdentifier: IDENTIFIERS, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  });
}
