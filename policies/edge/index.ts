import type { Rule } from "../rule";
import { accessLogFormat } from "./accessLogFormat";
import { accessLogging } from "./accessLogging";
import { apiBackendTls } from "./apiBackendTls";
import { apiCacheEncryption } from "./apiCacheEncryption";
import { apiDataTrace } from "./apiDataTrace";
import { apiDomainTls } from "./apiDomainTls";
import { apiPolicy } from "./apiPolicy";
import { apiTracing } from "./apiTracing";
import { authorizerChecks } from "./authorizerChecks";
import { bucketMethods } from "./bucketMethods";
import { cdnLogContent } from "./cdnLogContent";
import { cdnLogging } from "./cdnLogging";
import { corsOrigins } from "./corsOrigins";
import { executeEndpoint } from "./executeEndpoint";
import { executionLogging } from "./executionLogging";
import { firewallAttached } from "./firewallAttached";
import { firewallMissing } from "./firewallMissing";
import { graphqlAuthentication } from "./graphqlAuthentication";
import { graphqlLogging } from "./graphqlLogging";
import { originAccess } from "./originAccess";
import { originIdentity } from "./originIdentity";
import { originSigning } from "./originSigning";
import { originTls } from "./originTls";
import { recordingsSignedUrls } from "./recordingsSignedUrls";
import { requestValidation } from "./requestValidation";
import { routeAuthorizer } from "./routeAuthorizer";
import { securityHeaders } from "./securityHeaders";
import { stageSettings } from "./stageSettings";
import { viewerProtocol } from "./viewerProtocol";
import { viewerTls } from "./viewerTls";
import { webHeaders } from "./webHeaders";
import { webPreview } from "./webPreview";
import { webRewrites } from "./webRewrites";
import { firewallCounts } from "./firewallCounts";
import { requestHandling } from "./requestHandling";
import { firewallLogging } from "./firewallLogging";

export const edgeRules: readonly Rule[] = [
  accessLogFormat,
  accessLogging,
  apiBackendTls,
  apiCacheEncryption,
  apiDataTrace,
  apiDomainTls,
  apiPolicy,
  apiTracing,
  authorizerChecks,
  bucketMethods,
  cdnLogContent,
  cdnLogging,
  corsOrigins,
  executeEndpoint,
  executionLogging,
  firewallAttached,
  firewallMissing,
  graphqlAuthentication,
  graphqlLogging,
  originAccess,
  originIdentity,
  originSigning,
  originTls,
  recordingsSignedUrls,
  requestValidation,
  routeAuthorizer,
  securityHeaders,
  stageSettings,
  viewerProtocol,
  viewerTls,
  webHeaders,
  webPreview,
  webRewrites,
  firewallCounts,
  requestHandling,
  firewallLogging,
];
