import { isTrue } from "../engine/expect";
import { rule } from "../rule";

const SETTINGS = "aws:apigateway/methodSettings:MethodSettings";

export const apiCacheEncryption = rule({
  id: "api-cache-encryption",
  title: "Cached API responses are encrypted",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set cacheDataEncrypted (REST) or atRestEncryptionEnabled (GraphQL) to true, or turn caching off",
  types: [SETTINGS, "aws:appsync/apiCache:ApiCache"],
  check: (cache) => {
    const problem = "responses with patient data are cached unencrypted";
    if (cache.type !== SETTINGS) return isTrue(cache.at("atRestEncryptionEnabled"), problem);
    const settings = cache.at("settings");
    const caching = settings.at("cachingEnabled");
    if (caching.unknown) return caching.later();
    return caching.flag === true ? isTrue(settings.at("cacheDataEncrypted"), problem) : undefined;
  },
});
