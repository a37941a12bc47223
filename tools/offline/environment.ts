import { OFFLINE } from "../../stacks/offline";
import { loopbackPastProxies } from "../shared/loopback";
import type { Providers } from "./providers";
import type { OfflineState } from "./state";

/** Opens the offline state only, which holds nothing real. */
const PASSPHRASE = "offline";

/** What makes the CLI keep its state in a folder and take the offline AWS for AWS. */
export function offlineEnvironment(
  { backendUrl, home }: OfflineState,
  { debugProviders }: Providers,
  env: NodeJS.ProcessEnv = process.env,
) {
  return {
    [OFFLINE]: "true",
    PULUMI_HOME: home,
    PULUMI_BACKEND_URL: backendUrl,
    PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
    PULUMI_CONFIG_PASSPHRASE_FILE: "",
    PULUMI_DEBUG_PROVIDERS: debugProviders,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    ...loopbackPastProxies(env),
  };
}
