import type { Rule } from "../rule";
import { apiAccessLogContent } from "./apiAccessLogContent";
import { apiAccessLogging } from "./apiAccessLogging";
import { apiBackendTls } from "./apiBackendTls";
import { apiCacheEncryption } from "./apiCacheEncryption";
import { apiDataTrace } from "./apiDataTrace";
import { apiDomainTls } from "./apiDomainTls";
import { apiPolicyPublic } from "./apiPolicyPublic";
import { apiTracing } from "./apiTracing";
import { apiAuthorizerChecks } from "./apiAuthorizerChecks";
import { cloudfrontBucketMethods } from "./cloudfrontBucketMethods";
import { cloudfrontLogContent } from "./cloudfrontLogContent";
import { cloudfrontLogging } from "./cloudfrontLogging";
import { corsAnyOrigin } from "./corsAnyOrigin";
import { apiDefaultEndpoint } from "./apiDefaultEndpoint";
import { apiExecutionLogging } from "./apiExecutionLogging";
import { webFirewallAttached } from "./webFirewallAttached";
import { webFirewallMissing } from "./webFirewallMissing";
import { graphqlAuthentication } from "./graphqlAuthentication";
import { graphqlLogContent } from "./graphqlLogContent";
import { cloudfrontOriginAccess } from "./cloudfrontOriginAccess";
import { cloudfrontLegacyIdentity } from "./cloudfrontLegacyIdentity";
import { cloudfrontOriginSigning } from "./cloudfrontOriginSigning";
import { cloudfrontOriginTls } from "./cloudfrontOriginTls";
import { recordingsSignedUrls } from "./recordingsSignedUrls";
import { apiRequestValidation } from "./apiRequestValidation";
import { apiRouteAuthorizer } from "./apiRouteAuthorizer";
import { cloudfrontSecurityHeaders } from "./cloudfrontSecurityHeaders";
import { apiThrottling } from "./apiThrottling";
import { cloudfrontViewerProtocol } from "./cloudfrontViewerProtocol";
import { cloudfrontTlsVersion } from "./cloudfrontTlsVersion";
import { amplifySecurityHeaders } from "./amplifySecurityHeaders";
import { amplifyOpenEnvironment } from "./amplifyOpenEnvironment";
import { amplifyRewriteTls } from "./amplifyRewriteTls";
import { webFirewallCountsOnly } from "./webFirewallCountsOnly";
import { loadBalancerRequestHandling } from "./loadBalancerRequestHandling";
import { webFirewallLogging } from "./webFirewallLogging";

export const edgeRules: readonly Rule[] = [
  apiAccessLogContent,
  apiAccessLogging,
  apiBackendTls,
  apiCacheEncryption,
  apiDataTrace,
  apiDomainTls,
  apiPolicyPublic,
  apiTracing,
  apiAuthorizerChecks,
  cloudfrontBucketMethods,
  cloudfrontLogContent,
  cloudfrontLogging,
  corsAnyOrigin,
  apiDefaultEndpoint,
  apiExecutionLogging,
  webFirewallAttached,
  webFirewallMissing,
  graphqlAuthentication,
  graphqlLogContent,
  cloudfrontOriginAccess,
  cloudfrontLegacyIdentity,
  cloudfrontOriginSigning,
  cloudfrontOriginTls,
  recordingsSignedUrls,
  apiRequestValidation,
  apiRouteAuthorizer,
  cloudfrontSecurityHeaders,
  apiThrottling,
  cloudfrontViewerProtocol,
  cloudfrontTlsVersion,
  amplifySecurityHeaders,
  amplifyOpenEnvironment,
  amplifyRewriteTls,
  webFirewallCountsOnly,
  loadBalancerRequestHandling,
  webFirewallLogging,
];
