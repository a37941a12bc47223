import { rule } from "../rule";

/** What people wrote, or what opens a record: bodies, queries, headers, tokens and the claims in them. */
const SAYS_TOO_MUCH: readonly (readonly [RegExp, string])[] = [
  [
    /\$context\.authorizer\.(?:jwt\.)?claims(?!\.sub\b|\['sub'\]|\.cognito:groups\b|\.client_id\b|\.(?:aud|iss|jti|token_use|auth_time)\b)[.\w:[\]'-]*/,
    "claims, such as the e-mail address",
  ],
  [
    /\$context\.authorizer\.(?:email|name|phone(?:_number(?:_verified)?)?|given_name|family_name|birthdate|address|token)\b/i,
    "personal details",
  ],
  [
    /\$context\.requestOverride\.(?:querystring|header)[\w.-]*|\$context\.(?:querystring|queryString\w*|request\.querystring[\w.-]*)/i,
    "the query string",
  ],
  [/\$input\.(?:body|json|path|params)[^"\s]*/, "the body or parameters of the request"],
  [
    /\$(?:context\.)?(?:request|response)\.(?:body|header|headers|querystring|multivaluequerystring)[\w.-]*/i,
    "the body, headers or query of the request",
  ],
  [/\$context\.(?:identity\.)?(?:authorization|apiKey)\b/i, "a credential"],
  [/\bmethod\.(?:request|response)\.(?:querystring|header|body)[\w.-]*/i, "headers, the query or the body"],
  [/\$context\.integration\.(?:requestBody|responseBody|body)/i, "the body"],
  [/\$input\b/, "the body of the request"],
];

export const apiAccessLogContent = rule({
  id: "api-access-log-content",
  title: "API access logs record who called what, not the content",
  family: "phi-in-logs",
  severity: "high",
  controls: ["164.312(b)", "164.312(a)(1)"],
  remediation: "Log requestId, time, sourceIp, the claim sub, method, resource path, status and latency",
  types: ["aws:apigateway/stage:Stage", "aws:apigatewayv2/stage:Stage"],
  check: (stage) => {
    const format = stage.at("accessLogSettings", "format");
    if (format.unknown) return format.later();
    return SAYS_TOO_MUCH.flatMap(([pattern, what]) => {
      const found = pattern.exec(format.text ?? "")?.[0];
      return found === undefined ? [] : [format.refuse(`${found} logs ${what}`)];
    });
  },
});
