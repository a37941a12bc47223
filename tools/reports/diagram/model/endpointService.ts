/** `s3` of `com.amazonaws.us-east-1.s3`, as people write it. */
export function endpointService(service = ""): string {
  const short = service.split(".").slice(3).join(".");
  return short === "s3" ? "S3" : short;
}
