import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { awsMethods } from "./aws/service";
import { awsxMethods } from "./awsx/service";
import { serve } from "./serve";

/** Two providers that wait for an engine. */
export interface Providers {
  /** The value for PULUMI_DEBUG_PROVIDERS: the engine then attaches to these instead of starting plugins. */
  readonly debugProviders: string;
  /** Ends both servers. Calls under way are cut off. */
  stop(): Promise<void>;
}

/**
 * Starts the offline AWS in this process: nothing is stored, the state is the engine's.
 *
 * @param methods of the `aws` provider, for who wants to see or to disturb its calls
 */
export async function startProviders(methods: IResourceProviderServer = awsMethods()): Promise<Providers> {
  const [aws, awsx] = await Promise.all([serve(methods), serve(awsxMethods())]);
  return {
    debugProviders: `aws:${aws.port},awsx:${awsx.port}`,
    stop: () => {
      aws.server.forceShutdown();
      awsx.server.forceShutdown();
      return Promise.resolve();
    },
  };
}
