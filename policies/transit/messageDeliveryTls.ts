import { rule } from "../rule";

const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
const MAIL = "aws:sesv2/configurationSet:ConfigurationSet";

export const messageDeliveryTls = rule({
  id: "message-delivery-tls",
  title: "Notifications and mail are sent over TLS",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  remediation: "Subscribe with protocol https; set tlsPolicy to REQUIRE",
  types: [SUBSCRIPTION, MAIL, "aws:ses/configurationSet:ConfigurationSet"],
  check: (resource) => {
    const setting =
      resource.type === SUBSCRIPTION ? resource.at("protocol") : resource.at("deliveryOptions", "tlsPolicy");
    if (setting.unknown) return setting.later();
    const open = resource.type === SUBSCRIPTION ? "http" : "optional";
    return setting.text?.toLowerCase() === open ? setting.refuse("messages can be read in transit") : undefined;
  },
});
